/* Counts while one writes, as the server does: see domain/length.py. */
(function () {
  "use strict";
  var form = document.getElementById("report");
  if (!form) { return; }
  var unseen = /[\s\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g;
  var word = /[A-Za-z0-9\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff]+(?:[.,'’-][A-Za-z0-9\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff]+)*/g;

  function count(text) {
    if (form.dataset.counting === "no_punctuation") { return (text.match(/[\p{L}\p{N}]/gu) || []).length; }
    if (form.dataset.counting === "words") { text = text.replace(word, "字"); }
    return Array.from(text.replace(unseen, "")).length;
  }

  form.addEventListener("input", function (event) {
    var box = event.target;
    var place = box.id && form.querySelector('[data-count-of="' + box.id + '"]');
    if (place) { place.textContent = count(box.value); }
  });
}());
