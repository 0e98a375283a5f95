/* A year beside each other on a narrow screen: begins at the month of today. */
(function () {
  "use strict";
  var now = document.querySelector(".by-time th[aria-current]"), box = now && now.closest(".scroll");
  if (box && box.scrollWidth > box.clientWidth) { box.scrollLeft = now.offsetLeft + now.offsetWidth - box.clientWidth; }
}());
