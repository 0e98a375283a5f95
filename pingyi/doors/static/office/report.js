/* Counts while one writes, as the server does (punctuation counts, blanks do not), and asks before words are lost. */
(function () {
  "use strict";
  var form = document.getElementById("report");
  if (!form) { return; }
  var isUnsaved = form.hasAttribute("data-unsaved");
  form.addEventListener("input", function (event) {
    isUnsaved = true;
    var box = event.target;
    var place = box.id && form.querySelector('[data-count-of="' + box.id + '"]');
    if (place) { place.textContent = Array.from(box.value.replace(/[\s\u200b-\u200f\u2060\ufeff\u00ad]/g, "")).length; }
  });
  form.addEventListener("submit", function () { isUnsaved = false; });
  window.addEventListener("beforeunload", function (event) {
    if (isUnsaved) { event.preventDefault(); event.returnValue = ""; }
  });
}());
