/* The hall screen: hints say "changed", the screen fetches itself anew; it also asks every ten seconds by itself (every
   two without hints), so that a lost hint does no harm. When the server is away the screen says how old it is. */
(function () {
  "use strict";
  var ASK = 10000, ASK_WITHOUT_HINTS = 2000, STALE = 15000;
  var place = document.getElementById("screen"), stale = document.getElementById("stale");
  var clock = document.getElementById("clock");
  var busy = false, again = false, hints = 0, seen = Date.now(), asked = Date.now(), time = window.pingyiTime;

  function stampOf() { return place.querySelector("[data-now]").dataset.now; }
  function timeOfDay(moment) {
    var here = new Date(moment + 8 * 3600000);   /* Beijing time, whatever this computer is set to */
    return ("0" + here.getUTCHours()).slice(-2) + ":" + ("0" + here.getUTCMinutes()).slice(-2);
  }
  function show(html) {
    place.innerHTML = html;
    seen = Date.now();
    time.set(stampOf());
    place.dispatchEvent(new CustomEvent("live:shown", { bubbles: true }));
  }
  function refresh() {
    if (busy) { again = true; return; }
    busy = true;
    asked = Date.now();
    fetch(place.dataset.fragment, { credentials: "omit", cache: "no-store" })
      .then(function (answer) { return answer.ok ? answer.text() : null; })
      .then(function (html) { if (html !== null) { show(html); } })
      .catch(function () { /* the server is away; the next round tries again */ })
      .then(function () { busy = false; if (again) { again = false; refresh(); } });
  }
  function round() {
    clock.textContent = timeOfDay(time.now());
    stale.hidden = Date.now() - seen < STALE;
    if (!stale.hidden) { stale.textContent = stale.dataset.words.replace("{time}", timeOfDay(time.now() - (Date.now() - seen))); }
    if (Date.now() - asked > (hints ? ASK : ASK_WITHOUT_HINTS)) { refresh(); }
  }
  function listen(address) {
    var source = new EventSource(address), is_open = false;
    source.onopen = function () { if (!is_open) { is_open = true; hints += 1; } };
    source.onerror = function () { if (is_open) { is_open = false; hints -= 1; } };
    source.addEventListener("changed", refresh);
    window.addEventListener("pagehide", function () { source.close(); });
  }

  time.set(stampOf());
  if (window.EventSource) { place.dataset.topics.trim().split(/\s+/).forEach(listen); }
  setInterval(round, 1000);
}());
