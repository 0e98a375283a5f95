/* While people vote no hint is sent per ballot: it would tell when somebody voted. The page asks every ten seconds. */
(function () {
  "use strict";
  var place = document.querySelector("[data-asks]");
  if (!place) { return; }
  var state = place.querySelector("[data-state]").dataset.state;
  setInterval(function () {
    if (document.hidden) { return; }
    fetch(place.dataset.asks, { credentials: "same-origin" })
      .then(function (answer) { return answer.ok && !answer.redirected ? answer.text() : null; })
      .then(function (html) {
        if (html === null) { return; }
        place.innerHTML = html;
        if (place.querySelector("[data-state]").dataset.state !== state) { location.reload(); }
      })
      .catch(function () { /* the next time */ });
  }, 10000);
}());
