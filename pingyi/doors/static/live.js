/* Live places: <div data-live="/live/TOKEN" data-fragment="URL">. A hint says "changed"; the page fetches its
   fragment anew. Without hints it asks every three seconds; without this script a reload shows the same. */
(function () {
  "use strict";
  var POLL = 3000;

  function watch(place) {
    var timer = null, busy = false, again = false, missed = false;

    function isBeingUsed() {
      var at = document.activeElement;
      return place.contains(at) && /^(INPUT|SELECT|TEXTAREA)$/.test(at.tagName);
    }
    function show(html) {
      var focus = place.contains(document.activeElement) ? document.activeElement.id : "";
      place.innerHTML = html;
      if (focus && document.getElementById(focus)) { document.getElementById(focus).focus(); }
      place.dispatchEvent(new CustomEvent("live:shown", { bubbles: true }));
    }
    function refresh() {
      if (isBeingUsed()) { missed = true; return; }
      if (busy) { again = true; return; }
      busy = true;
      fetch(place.dataset.fragment, { credentials: "same-origin", headers: { "X-Requested-With": "live" } })
        .then(function (answer) {
          if (answer.redirected) { location.reload(); return null; }
          return answer.ok ? answer.text() : null;
        })
        .then(function (html) { if (html !== null) { show(html); } })
        .catch(function () { /* the network is away; the next hint or poll tries again */ })
        .then(function () { busy = false; if (again) { again = false; refresh(); } });
    }
    place.addEventListener("focusout", function () {
      setTimeout(function () { if (missed && !isBeingUsed()) { missed = false; refresh(); } }, 0);
    });
    function poll() { if (!timer) { timer = setInterval(function () { if (!document.hidden) { refresh(); } }, POLL); } }
    function rest() { clearInterval(timer); timer = null; }

    if (!window.EventSource || !place.dataset.live) { poll(); return; }
    var source = new EventSource(place.dataset.live);
    source.onopen = rest;
    source.onerror = poll;
    source.addEventListener("changed", refresh);
    window.addEventListener("pagehide", function () { source.close(); rest(); });
    window.addEventListener("pageshow", function (e) { if (e.persisted) { location.reload(); } });
  }

  Array.prototype.forEach.call(document.querySelectorAll("[data-fragment]"), watch);
})();
