/* The countdown of the one who speaks: drawn by the server, ticking here on the server's time.
   Used by the hall screen and by the console. <div data-countdown data-started data-planned data-warn data-…-words>
   with [data-words] and [data-clock] inside; an optional svg[data-track] near it. */
(function () {
  "use strict";
  var ahead = 0, said = "";

  function find(place, name) { return place.querySelector("[" + name + "]"); }
  function two(number) { return (number < 10 ? "0" : "") + number; }
  function now() { return Date.now() + ahead; }

  function stageOf(left, warn) { return left <= 0 ? "over" : (left <= warn ? "soon" : "plenty"); }
  function wordsOf(left, stage, box) {
    if (stage === "over") { return left < 0 ? box.dataset.overWords : box.dataset.upWords; }
    return stage === "soon" ? box.dataset.warnWords : box.dataset.leftWords;
  }
  function say(words) {
    var place = document.getElementById("said");
    if (place && words !== said) { said = words; place.textContent = words; }
  }
  function tick() {
    var box = find(document, "data-countdown");
    if (!box) { said = ""; return; }
    var planned = Number(box.dataset.planned);
    var gone = Math.max(0, Math.floor((now() - Number(box.dataset.started)) / 1000));
    var left = planned - gone, stage = stageOf(left, Number(box.dataset.warn)), rest = Math.abs(left);
    var clock = (left < 0 ? "+" : "") + Math.floor(rest / 60) + ":" + two(rest % 60);
    var figures = find(box, "data-clock"), track = find(document, "data-track");
    box.dataset.stage = stage;
    find(box, "data-words").textContent = wordsOf(left, stage, box);
    figures.textContent = clock;
    figures.classList.toggle("wide", clock.length > 5);
    if (track) {
      track.dataset.stage = stage;
      track.querySelector(".fg").setAttribute("width", (100 * Math.max(left, 0) / planned) + "%");
    }
    if (stage !== "plenty") { say(stage === "soon" ? box.dataset.warnWords : box.dataset.upWords); }
  }
  /* `stamp`: the server's time in milliseconds at the moment of drawing. */
  function set(stamp) { if (stamp) { ahead = Number(stamp) - Date.now(); } tick(); }

  window.pingyiTime = { set: set, now: now };
  setInterval(tick, 250);
}());
