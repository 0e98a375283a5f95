/* One key per row: a figure goes on to the next row, the word beside it says what was understood. */
(function () {
  "use strict";
  var form = document.querySelector(".entry"), most = Number(form.dataset.most);
  var words = {}, keys = Array.prototype.slice.call(form.querySelectorAll("input.key"));
  Array.prototype.forEach.call(form.querySelectorAll(".keys li"), function (item) {
    var key = item.querySelector("kbd").textContent;
    words[key] = key === "0" ? form.dataset.blankWord : item.lastChild.textContent;
  });

  function isKey(value) { return /^\d$/.test(value) && Number(value) <= most; }
  function show(input) {
    input.closest("li").querySelector(".word").textContent = isKey(input.value) ? words[input.value] : "";
    input.closest("li").classList.toggle("wrong", input.value !== "" && !isKey(input.value));
    var left = keys.filter(function (one) { return !isKey(one.value); }).length;
    document.getElementById("entry-left").textContent = left ? form.dataset.leftWords.replace("{n}", left) : form.dataset.doneWords;
  }
  function go(index) {
    if (keys[index]) { keys[index].focus(); keys[index].select(); } else if (index >= keys.length) { form.querySelector(".main-act").focus(); }
  }
  keys.forEach(function (input, index) {
    input.addEventListener("input", function () {
      input.value = input.value.slice(-1).replace(/[０-９]/, function (wide) { return String.fromCharCode(wide.charCodeAt(0) - 0xFEE0); });
      show(input);
      if (isKey(input.value)) { go(index + 1); }
    });
    input.addEventListener("keydown", function (event) {
      if (event.key === "ArrowDown") { event.preventDefault(); go(index + 1); }
      if (event.key === "ArrowUp") { event.preventDefault(); go(Math.max(0, index - 1)); }
      if (event.key === "Backspace" && input.value === "") { event.preventDefault(); go(Math.max(0, index - 1)); }
      if (event.key === "Enter" && keys.some(function (one) { return !isKey(one.value); })) {
        event.preventDefault();
        go(keys.findIndex(function (one) { return !isKey(one.value); }));
      }
    });
    input.addEventListener("focus", function () { input.select(); });
    show(input);
  });
  document.getElementById("number").addEventListener("keydown", function (event) {
    if (event.key === "Enter" || event.key === "ArrowDown") { event.preventDefault(); go(0); }
  });
  var wrong = form.querySelector("[aria-invalid]") || keys[0];
  if (wrong) { wrong.focus(); wrong.select(); }
}());
