/* The console's countdown keeps to the server's time, anew after every fragment. */
(function () {
  "use strict";
  function set() {
    var place = document.querySelector("[data-now]");
    if (place) { window.pingyiTime.set(place.dataset.now); }
  }
  document.addEventListener("live:shown", set);
  set();
}());
