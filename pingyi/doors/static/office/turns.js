/* The reason field stands where the choice differs from the proposal; the button says how many report on site. */
(function () {
  "use strict";
  var form = document.getElementById("turns") || document.getElementById("roster");
  if (!form) { return; }
  var count = form.querySelector("[data-count]");

  function modes() { return form.querySelectorAll("[name^='mode-']:checked, [name^='mode-'][type='hidden']"); }
  function look() {
    form.querySelectorAll("[data-proposed]").forEach(function (choice) {
      var chosen = choice.querySelector(":checked"), reason = choice.closest("tr").querySelector(".otherwise");
      reason.hidden = chosen.value === choice.dataset.proposed;
      choice.closest("tr").classList.toggle("picked", chosen.value === "on_site");
    });
    if (!count) { return; }
    count.textContent = Array.prototype.filter.call(modes(), function (one) { return one.value === "on_site"; }).length;
  }
  form.addEventListener("change", look);
  look();
}());
