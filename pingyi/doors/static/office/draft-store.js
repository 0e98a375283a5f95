/* Texts of reports that are not on the server yet, in the storage of this browser only: one record per open page.
   { key, account, report, title, at, alive, fields: { name: { base, sent, text } } }, times in milliseconds. */
var pingyiDrafts = (function () {
  "use strict";
  var opening = null;

  function open() {
    if (opening) { return opening; }
    opening = new Promise(function (done, failed) {
      var request = indexedDB.open("pingyi-drafts", 1);
      request.onupgradeneeded = function () { request.result.createObjectStore("drafts", { keyPath: "key" }); };
      request.onsuccess = function () { done(request.result); };
      request.onerror = function () { failed(request.error); };
      request.onblocked = function () { failed(new Error("blocked")); };
    });
    return opening;
  }

  function act(mode, work) {
    return open().then(function (base) {
      return new Promise(function (done, failed) {
        /* Strict: it lies on the disk when we say so, whatever happens to the browser. */
        var step = base.transaction("drafts", mode, { durability: "strict" });
        var request = work(step.objectStore("drafts"));
        step.oncomplete = function () { done(request.result); };
        step.onerror = step.onabort = function () { failed(step.error); };
      });
    });
  }

  return {
    put: function (record) { return act("readwrite", function (store) { return store.put(record); }); },
    remove: function (key) { return act("readwrite", function (store) { return store.delete(key); }); },
    all: function () { return act("readonly", function (store) { return store.getAll(); }); }
  };
}());
