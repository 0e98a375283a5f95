/* The two requests of the page. No cookie is sent or kept; the own header shows that our page is asking. */
var Post = (function () {
  'use strict';
  var PATIENCE = 15000;

  /* Calls back with (status, answer); status 0 means that nobody answered, or not in our language. */
  function post(verb, body, done) {
    var finished = false, giver = window.AbortController ? new AbortController() : null;
    function finish(status, answer) {
      if (finished) { return; }
      finished = true;
      clearTimeout(timer);
      done(status, answer || {});
    }
    var timer = setTimeout(function () { if (giver) { giver.abort(); } finish(0); }, PATIENCE);
    var options = {
      method: 'POST', credentials: 'omit', cache: 'no-store', redirect: 'error', referrerPolicy: 'no-referrer',
      headers: { 'Content-Type': 'application/json', 'X-Pingyi-Ballot': '1' }, body: JSON.stringify(body)
    };
    if (giver) { options.signal = giver.signal; }
    fetch(location.pathname + verb + location.search, options).then(function (response) {
      return response.json().then(function (answer) { finish(response.status, answer); });
    }).catch(function () { finish(0); });
  }

  /* 128 random bits: the number of this cast. The receipt word comes from it alone. */
  function newCastId() {
    var bytes = new Uint8Array(16);
    (window.crypto || window.msCrypto).getRandomValues(bytes);
    return [].map.call(bytes, function (b) { return ('0' + b.toString(16)).slice(-2); }).join('');
  }

  return { post: post, newCastId: newCastId };
}());
