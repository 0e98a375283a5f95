/* The list of who was there: one press marks everybody as there; who is marked as neither is not on the list. */
(function () {
  "use strict";
  var card = document.getElementById("seats");
  var everybody = card && card.querySelector("[data-all-present]"), said = card && card.querySelector("[data-words]");
  if (!everybody) { return; }

  function count(value) { return card.querySelectorAll("input[type='radio'][value='" + value + "']:checked").length; }
  function look() {
    var present = count("present"), listed = present + count("absent");
    said.textContent = listed ? said.dataset.words.replace("LISTED", listed).replace("PRESENT", present) : "";
  }
  everybody.hidden = false;
  everybody.addEventListener("click", function () {
    card.querySelectorAll("input[type='radio'][value='present']").forEach(function (one) { one.checked = true; });
    look();
  });
  card.addEventListener("change", look);
  look();
}());
