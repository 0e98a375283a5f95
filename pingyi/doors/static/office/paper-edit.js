/* Whoever leaves the words of a paper unsaved is asked first; saving asks nothing. */
(function () {
  "use strict";
  var form = document.querySelector("form[data-asks-before-leaving]");
  if (!form) { return; }
  var isChanged = false, isSaving = false;
  form.addEventListener("input", function () { isChanged = true; });
  form.addEventListener("submit", function () { isSaving = true; });
  window.addEventListener("pageshow", function () { isSaving = false; });
  window.addEventListener("beforeunload", function (event) {
    if (isChanged && !isSaving) { event.preventDefault(); event.returnValue = ""; }
  });
})();
