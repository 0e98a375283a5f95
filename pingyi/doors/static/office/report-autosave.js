/* A report saves itself while it is written. What is not on the server yet lies in this browser (draft-store.js).
   Every text is sent with the wording it was written upon, so that the server can bring changes of two people together;
   a text that was sent is sent again unchanged until it is known to have arrived. */
(function () {
  "use strict";
  var form = document.getElementById("report");
  if (!form || !window.fetch || !window.Promise) { return; }
  var ADDRESS = form.dataset.autosave, ACCOUNT = Number(form.dataset.account), REPORT = Number(form.dataset.report);
  var PAUSE = 1000, LONGEST_WAIT = 4000, ALIVE_EVERY = 2000, DEAD_AFTER = 6000, RETRIES = [2000, 4000, 8000, 15000, 30000];
  var LEFT = "pingyi-left-" + REPORT;
  var words = form.querySelector("[data-words]").dataset, state = document.getElementById("save-state");
  var version = Number(form.elements.version.value), fields = {}, key = ACCOUNT + "." + REPORT + "." + Math.random().toString(36).slice(2);
  var timer = null, firstChange = 0, failures = 0, isSending = false, isStopped = false, isSignedOut = false, isLeaving = false, isPutting = false;
  var local = { writing: null, isAgain: false, isThere: false, isBroken: !window.indexedDB };
  var waiting = [];

  /* --- the texts on the page ------------------------------------------------------------------------------------ */

  form.querySelectorAll("textarea[name], input[name^='heading-']").forEach(function (box) {
    fields[box.name] = { name: box.name, box: box, base: box.value, stored: box.value, sent: null, tried: null, collision: null };
  });
  function each(act) { Object.keys(fields).forEach(function (name) { act(fields[name]); }); }
  function isDirty(field) { return field.box.value !== field.base; }
  function isOwed(field) { return field.sent !== null || field.collision || isDirty(field); }
  function owed() { return Object.keys(fields).filter(function (name) { return isOwed(fields[name]); }); }

  /* Puts another text into a box and leaves the cursor where it stood in the words around it. */
  function put(field, text) {
    var box = field.box, old = box.value, from = box.selectionStart, to = box.selectionEnd, isHere = document.activeElement === box;
    if (old === text) { return; }
    var head = 0, most = Math.min(old.length, text.length);
    while (head < most && old[head] === text[head]) { head += 1; }
    box.value = text;
    if (isHere && from !== null) {
      var moved = text.length - old.length;
      box.setSelectionRange(from > head ? Math.max(head, from + moved) : from, to > head ? Math.max(head, to + moved) : to);
    }
    isPutting = true;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    isPutting = false;
  }

  /* --- the copy in this browser --------------------------------------------------------------------------------- */

  function record() {
    var kept = {};
    owed().forEach(function (name) {
      var field = fields[name];
      kept[name] = { base: field.base, sent: field.sent, text: field.box.value };
    });
    return { key: key, account: ACCOUNT, report: REPORT, title: form.dataset.title, at: Date.now(), alive: Date.now(), fields: kept };
  }
  function keepLocally() {
    if (local.isBroken) { return; }
    if (local.writing) { local.isAgain = true; return; }
    var isNeeded = owed().length > 0;
    if (!isNeeded && !local.isThere) { return; }
    local.writing = (isNeeded ? pingyiDrafts.put(record()) : pingyiDrafts.remove(key)).then(function () {
      local.isThere = isNeeded;
    }, function () { local.isBroken = true; say(); }).then(function () {
      local.writing = null;
      if (local.isAgain) { local.isAgain = false; keepLocally(); }
    });
  }
  setInterval(function () { if (local.isThere) { keepLocally(); } }, ALIVE_EVERY);

  /* --- what is said --------------------------------------------------------------------------------------------- */

  var last = { look: "", text: "" };
  function tell(look, text) {
    if (last.look === look && last.text === text) { return; }
    last = { look: look, text: text };
    state.className = "save-state " + look;
    state.textContent = text;
    form.querySelectorAll("[data-saved-of]").forEach(function (place) { place.textContent = ""; });
    var here = current && form.querySelector('[data-saved-of="' + current + '"]');
    if (here) { here.textContent = text; here.className = "saved-of " + look; }
    document.getElementById("sign-in-again").hidden = !isSignedOut;
  }
  var current = "", savedAt = "", stopWords = "";
  function say() {
    var count = Object.keys(fields).filter(function (name) { return fields[name].collision; }).length;
    var safe = local.isBroken ? words.onPage : words.onDevice;
    if (isSignedOut) { tell("bad", words.signedOut.replace("{safe}", safe)); return; }
    if (stopWords) { tell("bad", stopWords + safe); return; }
    if (failures) { tell("bad", words.retrying.replace("{safe}", safe)); return; }
    if (count) { tell("warn", words.collided.replace("{n}", count)); return; }
    if (owed().length) { tell("", words.writing); return; }
    if (savedAt) { tell("ok", words.saved.replace("{at}", savedAt)); }
  }

  /* --- sending -------------------------------------------------------------------------------------------------- */

  function request(body, isLast) {
    var options = { method: body ? "POST" : "GET", credentials: "same-origin", redirect: "manual", cache: "no-store", headers: { Accept: "application/json" } };
    if (body) {
      options.body = JSON.stringify(body);
      options.headers["Content-Type"] = "application/json";
      options.headers["X-CSRFToken"] = form.elements.csrfmiddlewaretoken.value;
      options.keepalive = Boolean(isLast) && options.body.length < 60000;
    }
    return fetch(ADDRESS, options).then(function (answer) {
      if (answer.type === "opaqueredirect") { throw { kind: "signed-out" }; }
      var isOurs = (answer.headers.get("Content-Type") || "").indexOf("application/json") === 0;
      if (!isOurs) { throw { kind: answer.status === 403 ? "token" : "broken" }; }
      return answer.json().then(function (said) {
        if (answer.ok) { return said; }
        throw { kind: "refused", words: said.words, code: said.code };
      });
    });
  }
  /* A new sign-in gives a new token; somebody else's sign-in is no business of this page. */
  function renew() {
    return request(null).then(function (said) {
      if (said.account !== ACCOUNT) { throw { kind: "refused", words: words.otherAccount }; }
      form.elements.csrfmiddlewaretoken.value = said.token;
      isSignedOut = false;
      return said;
    });
  }
  function post(sent, isLast) {
    var body = { account: ACCOUNT, version: version, fields: sent };
    return request(body, isLast).catch(function (trouble) {
      if (trouble.kind !== "token" || isLast) { throw trouble; }
      return renew().then(function () { return request(body); });
    });
  }
  function collect() {
    var sent = {};
    each(function (field) {
      if (field.collision) { return; }
      if (field.sent === null && isDirty(field) && field.box.value !== field.tried) { field.sent = field.box.value; }
      if (field.sent !== null) { sent[field.name] = { base: field.base, text: field.sent }; }
    });
    return sent;
  }
  function send(isLast) {
    if (isSending || isStopped) { return; }
    var sent = collect();
    clearTimeout(timer); timer = null; firstChange = 0;
    if (!Object.keys(sent).length) { settle(true); return; }
    isSending = true;
    keepLocally();
    say();
    post(sent, isLast).then(function (said) { arrived(said, sent); }, failed).then(function () {
      isSending = false;
      keepLocally();
      say();
      if (!failures && !isStopped) {
        if (Object.keys(fields).some(function (name) { return isPending(fields[name]); })) { plan(waiting.length ? 0 : PAUSE); } else { settle(true); }
      }
    });
  }
  function isPending(field) { return !field.collision && (field.sent !== null || (isDirty(field) && field.box.value !== field.tried)); }
  function arrived(said, sent) {
    failures = 0; isSignedOut = false; stopWords = "";
    version = said.version;
    form.elements.version.value = version;
    savedAt = said.at || savedAt;
    var checks = document.querySelector("[data-checks]"), todo = document.querySelector("[data-todo]");
    if (checks && said.checks) { checks.innerHTML = said.checks; }
    if (todo && said.todo) { todo.textContent = said.todo; }
    Object.keys(said.outcomes || {}).forEach(function (name) {
      if (fields[name]) { settleField(fields[name], said.outcomes[name], sent[name].text, said); }
    });
    Object.keys(said.texts || {}).forEach(function (name) {
      var field = fields[name], text = said.texts[name];
      if (!field || (said.outcomes || {})[name] || text === field.stored) { return; }
      field.stored = text;
      if (!isOwed(field)) { field.base = text; put(field, text); field.base = field.box.value; }
    });
  }
  function settleField(field, outcome, sent, said) {
    field.sent = null;
    fault(field, outcome.fate === "refused" ? outcome.words : "");
    if (outcome.fate === "refused") { field.tried = sent; return; }
    field.stored = outcome.text;
    if (outcome.fate === "collided") { collide(field, outcome, said); return; }
    field.base = sent;
    if (outcome.fate === "merged" && field.box.value === sent) {
      field.base = outcome.text;
      put(field, outcome.text);
      field.base = field.box.value;
    }
  }
  function failed(trouble) {
    isSignedOut = trouble && trouble.kind === "signed-out";
    if (trouble && trouble.kind === "refused") {
      isStopped = true;
      stopWords = trouble.words;
      settle(false);
      return;
    }
    failures += 1;
    settle(false);
    clearTimeout(timer);
    timer = setTimeout(again, RETRIES[Math.min(failures, RETRIES.length) - 1]);
  }
  /* After a failure: asks first whether somebody is signed in, then sends. */
  function again() {
    if (isSending || isLeaving) { return; }
    isSending = true;
    renew().then(function () { isSending = false; failures = 0; send(); }, function (trouble) { isSending = false; failed(trouble); say(); });
  }
  function plan(wait) {
    if (failures || isStopped) { return; }
    firstChange = firstChange || Date.now();
    clearTimeout(timer);
    timer = setTimeout(send, Math.max(0, Math.min(wait, firstChange + LONGEST_WAIT - Date.now())));
  }
  function wake() {
    if (isLeaving || document.visibilityState === "hidden") { return; }
    if (isStopped && stopWords) { isStopped = false; stopWords = ""; failures = Math.max(failures, 1); }
    if (failures || isSignedOut) { clearTimeout(timer); again(); return; }
    if (!isSending && !owed().length) { post({}).then(function (said) { arrived(said, {}); }, function () {}); }
  }
  /* Who waits until everything is on the server (the buttons). */
  function settle(isDone) {
    var told = waiting;
    waiting = [];
    told.forEach(function (one) { one(isDone && !owed().length); });
  }

  /* --- two wordings --------------------------------------------------------------------------------------------- */

  function fault(field, text) {
    var place = form.querySelector('[data-fault-of="' + field.name + '"]');
    if (place) { place.textContent = text; place.hidden = !text; }
  }
  function collide(field, outcome, said) {
    var panel = form.querySelector("template[data-collision]").content.firstElementChild.cloneNode(true);
    function fill(part, text) { panel.querySelector("[data-" + part + "]").textContent = text; }
    fill("theirs", outcome.text || words.empty);
    fill("ours", field.box.value || words.empty);
    fill("who", said.by ? said.by + "，" + said.before : said.before || "");
    fill("aside", said.aside ? words.aside.replace("{n}", said.aside) : "");
    panel.id = "choose-" + field.name;
    panel.addEventListener("click", function (event) {
      var choice = event.target.closest("[data-choice]");
      if (!choice) { return; }
      field.collision = null;
      field.base = field.stored;
      field.box.readOnly = false;
      panel.remove();
      if (choice.dataset.choice !== "ours") { put(field, choice.dataset.choice === "both" ? outcome.both : outcome.text); }
      if (choice.dataset.choice === "theirs") { field.base = field.box.value; }
      field.box.focus();
      keepLocally();
      plan(0);
    });
    var old = document.getElementById(panel.id);
    if (old) { old.remove(); }
    field.collision = panel;
    field.box.readOnly = true;
    field.box.closest(".field").appendChild(panel);
    var fold = field.box.closest("details");
    if (fold) { fold.open = true; }
  }

  /* --- what an earlier page on this device left behind ---------------------------------------------------------- */

  function recover(isFirst) {
    if (local.isBroken) { return Promise.resolve(); }
    var own = sessionStorage.getItem(LEFT);
    sessionStorage.removeItem(LEFT);
    return pingyiDrafts.all().then(function (records) {
      var mine = records.filter(function (one) { return one.account === ACCOUNT && one.report === REPORT && one.key !== key; });
      var dead = mine.filter(function (one) { return one.key === own || Date.now() - one.alive > DEAD_AFTER; });
      if (isFirst && mine.length > dead.length) { setTimeout(function () { recover(false); }, DEAD_AFTER + ALIVE_EVERY); }
      return dead.reduce(function (before, one) { return before.then(function () { return adopt(one); }); }, Promise.resolve());
    }).catch(function () { local.isBroken = true; });
  }
  /* Shows what was found where nobody has written since; the usual way of saving does the rest. */
  function adopt(found) {
    var elsewhere = {};
    Object.keys(found.fields).forEach(function (name) {
      var field = fields[name], kept = found.fields[name];
      if (!field || isOwed(field)) { elsewhere[name] = kept; return; }
      field.base = kept.base;
      field.sent = kept.sent;
      put(field, kept.text);
      if (field.box.value === field.stored) { field.base = field.stored; field.sent = null; }
    });
    var rest = Object.keys(elsewhere).length ? post(sentOf(elsewhere)).then(function (said) { arrived(said, sentOf(elsewhere)); }) : Promise.resolve();
    return rest.then(function () {
      keepLocally();
      return (local.writing || Promise.resolve()).then(function () { return pingyiDrafts.remove(found.key); });
    }).then(function () { tell("warn", words.found); plan(0); }, function () {});
  }
  function sentOf(kept) {
    var sent = {};
    Object.keys(kept).forEach(function (name) { sent[name] = { base: kept[name].base, text: kept[name].text }; });
    return sent;
  }

  /* --- the page ------------------------------------------------------------------------------------------------- */

  form.addEventListener("input", function (event) {
    var field = fields[event.target.name];
    if (!field || isPutting) { return; }
    current = field.name;
    keepLocally();
    say();
    plan(PAUSE);
  });
  form.addEventListener("focusin", function (event) { if (fields[event.target.name]) { current = event.target.name; } });

  var pressed = null;
  document.addEventListener("click", function (event) {
    var button = event.target.closest("button[name=then]");
    if (button && button.form === form) { pressed = button; }
  });
  form.addEventListener("submit", function (event) {
    var button = event.submitter || pressed;
    event.preventDefault();
    waiting.push(function (isDone) {
      if (!isDone) { showWhatIsOpen(); return; }
      /* Everything is there: only the wish is sent, so that nobody's words can be written over. */
      each(function (field) { field.box.disabled = true; });
      var wish = document.createElement("input");
      wish.type = "hidden"; wish.name = "then"; wish.value = button ? button.value : "save";
      form.appendChild(wish);
      isLeaving = true;
      form.submit();
    });
    if (isStopped) { settle(false); } else if (failures) { clearTimeout(timer); again(); } else { send(); }
  });
  function showWhatIsOpen() {
    say();
    var first = form.querySelector(".collision, [data-fault-of]:not([hidden])") || state;
    first.scrollIntoView({ block: "center" });
    if (first === state) { state.tabIndex = -1; state.focus(); }
  }
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) { isLeaving = false; each(function (field) { field.box.disabled = false; }); wake(); }
  });
  window.addEventListener("pagehide", function () {
    if (owed().length) { sessionStorage.setItem(LEFT, key); }
    if (!isLeaving && !failures) { send(true); }
  });
  window.addEventListener("beforeunload", function (event) {
    if (isLeaving || !owed().length) { return; }
    if (local.isBroken || failures || isStopped) { event.preventDefault(); event.returnValue = ""; }
  });
  window.addEventListener("online", wake);
  window.addEventListener("focus", wake);
  document.addEventListener("visibilitychange", wake);

  /* After a form that was refused the boxes hold what was sent, not what stands there: a person decides. */
  function begin() {
    if (!form.hasAttribute("data-unsaved")) { return recover(true); }
    return request(null).then(function (said) {
      version = said.version;
      form.elements.version.value = version;
      each(function (field) {
        var text = said.texts[field.name];
        if (text === undefined) { return; }
        field.stored = field.base = text;
        if (isDirty(field)) { collide(field, { text: text, both: text + "\n" + field.box.value }, said); }
      });
      keepLocally();
      say();
    }).then(function () { return recover(true); }, failed);
  }
  begin();
}());
