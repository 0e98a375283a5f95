/* Texts of reports that this device still holds because they never reached the server: said at the sign-in page
   (how many and since when, nothing else) and on a report that cannot be written any more (the texts, to be copied). */
(function () {
  "use strict";
  var place = document.getElementById("drafts-left");
  if (!place || !window.indexedDB || !window.Promise) { return; }
  var report = Number(place.dataset.report || 0), account = Number(place.dataset.account || 0);

  function show(records) {
    var mine = records.filter(function (one) { return !report || (one.report === report && one.account === account); });
    place.hidden = !mine.length;
    if (!mine.length) { return; }
    var at = new Date(Math.max.apply(null, mine.map(function (one) { return one.at; })));
    place.querySelector("[data-count]").textContent = mine.length;
    place.querySelector("[data-at]").textContent = at.toLocaleString(document.documentElement.lang, { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", hour12: false });
    var texts = place.querySelector("[data-texts]");
    if (texts) { texts.textContent = mine.map(said).join("\n\n"); }
    place.querySelector("[data-forget]").onclick = function () {
      Promise.all(mine.map(function (one) { return pingyiDrafts.remove(one.key); })).then(function () { place.hidden = true; });
    };
  }
  function said(record) {
    return Object.keys(record.fields).map(function (name) { return record.fields[name].text; }).join("\n\n");
  }
  pingyiDrafts.all().then(show, function () { place.hidden = true; });
}());
