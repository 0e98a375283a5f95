/* The desk's list narrows while one types: name, number or first letters ("?" stands for any letter). Without this
   script the same form asks the server. */
(function () {
  "use strict";
  var field = document.querySelector("[data-desk-find]");
  if (!field) { return; }

  function fits(letters, wish) {
    if (wish.length > letters.length) { return false; }
    return Array.prototype.every.call(wish, function (sign, place) {
      return letters[place] === sign || (letters[place] === "?" && /[a-z]/.test(sign));
    });
  }
  function found(words, wish) {
    var letters = words[words.length - 1];
    return words.slice(0, -1).some(function (word, place) {
      return place === 0 ? word.indexOf(wish) >= 0 : word.indexOf(wish) === 0;
    }) || fits(letters, wish);
  }
  function narrow() {
    var wish = field.value.toLowerCase().replace(/\s+/g, ""), left = 0;
    Array.prototype.forEach.call(document.querySelectorAll(".voters > li"), function (row) {
      row.hidden = Boolean(wish) && !found(row.dataset.find.split(" ").filter(Boolean), wish);
      left += row.hidden ? 0 : 1;
    });
    var nobody = document.getElementById("nobody");
    if (nobody) { nobody.hidden = left > 0; }
  }
  field.addEventListener("input", narrow);
  document.addEventListener("live:shown", narrow);
  narrow();
}());
