/* The ballot: one secretary a screen, nothing preselected, sent once.
   What is chosen lives in this page only. From "投出" until the acknowledgement it is also kept in this tab's
   sessionStorage, so that a reload does not lose it; then it is wiped from both. */
(function () {
  'use strict';
  var d = document, $ = Screens.$, form = $('ballot');
  var GRADES = form.getAttribute('data-grades').split(',');
  var rows = Screens.all('fieldset', form), WORDS = wordsOf(rows[0]);
  var at = 0, own = -1, code = '', touched = 0, tries = 0, pending = null, timer = 0, isSending = false;
  var PLACE = 'pingyi-ballot-' + location.pathname;
  var SAID = JSON.parse($('said').textContent);

  /* A sentence of the page, with its number. */
  function said(key, n) { return SAID[key].replace('{n}', n); }
  function wordsOf(row) { return row ? Screens.all('label', row).map(function (l) { return l.textContent; }) : []; }
  function name(i) { return rows[i].querySelector('legend').firstChild.textContent; }
  function pick(i) {
    var chosen = -1;
    Screens.all('input', rows[i]).forEach(function (input, k) { if (input.checked) { chosen = k; } });
    return chosen;
  }
  function live() { return rows.map(function (_, i) { return i; }).filter(function (i) { return i !== own; }); }
  function gaps() { return live().filter(function (i) { return pick(i) < 0; }); }

  /* ---- one secretary ---- */
  function show(i) {
    var shown = live(), left = gaps().length, place = shown.indexOf(i);
    at = i;
    rows.forEach(function (row, k) { row.className = k === i ? 'on' : ''; });
    Screens.all('label', rows[i]).forEach(function (label) {
      var isOn = label.querySelector('input').checked;
      label.className = (label.className.indexOf('apart') >= 0 ? 'apart' : '') + (isOn ? ' on' : '');
    });
    $('n').textContent = (place + 1) + ' / ' + shown.length;
    $('left').textContent = left ? said('left', left) : SAID.all_chosen;
    $('p').style.width = 100 * (shown.length - left) / shown.length + '%';
    $('prev').disabled = place === 0;
    $('next').textContent = place === shown.length - 1 ? SAID.see_all : SAID.next;
  }
  function step(by) {
    var shown = live(), place = shown.indexOf(at) + by;
    if (place >= shown.length) { return list(); }
    if (place >= 0) { show(shown[place]); rows[at].tabIndex = -1; rows[at].focus(); window.scrollTo(0, 0); }
  }
  function vote() {
    if (at === own) { at = live()[0]; }
    Screens.go('vote');
    show(at);
  }

  /* ---- all of them ---- */
  function list() {
    var left = gaps(), shown = live();
    var order = left.concat(shown.filter(function (i) { return left.indexOf(i) < 0; }));
    $('list-head').textContent = said('list_head', shown.length);
    Screens.say('gaps', left.length ? said('gaps', left.length) : '');
    $('all').textContent = '';
    order.forEach(function (i) {
      var chosen = pick(i), item = d.createElement('li'), link = d.createElement('a');
      link.href = '#';
      link.setAttribute('data-i', i);
      if (chosen < 0) { link.className = 'gap'; }
      [['span', String(shown.indexOf(i) + 1), 'num mute'], ['span', name(i), ''], ['b', chosen < 0 ? SAID.not_chosen : WORDS[chosen], '']]
        .forEach(function (part) {
          var cell = d.createElement(part[0]);
          cell.textContent = part[1];
          cell.className = part[2];
          link.appendChild(cell);
        });
      item.appendChild(link);
      $('all').appendChild(item);
    });
    $('fill').textContent = left.length ? said('fill', left.length) : SAID.go_on;
    Screens.go('list');
  }
  function sure(words) {
    $('sure-head').textContent = said('sure', live().length);
    Screens.say('sent-back', words);
    $('sum').textContent = '';
    WORDS.forEach(function (word, k) {
      var line = d.createElement('div'), term = d.createElement('dt'), number = d.createElement('dd');
      term.textContent = word;
      number.textContent = said('number', live().filter(function (i) { return pick(i) === k; }).length);
      line.appendChild(term);
      line.appendChild(number);
      $('sum').appendChild(line);
    });
    $('send').disabled = false;
    Screens.go('sure');
  }

  /* ---- sending ---- */
  function remember() { try { sessionStorage.setItem(PLACE, JSON.stringify(pending)); } catch (e) { /* memory does */ } }
  function forget() { pending = null; try { sessionStorage.removeItem(PLACE); } catch (e) { /* nothing was kept */ } }
  function recall() { try { return JSON.parse(sessionStorage.getItem(PLACE)); } catch (e) { return null; } }

  function cast() {
    var grades = {};
    if (gaps().length || isSending) { return; }
    $('send').disabled = true;
    live().forEach(function (i) { grades[rows[i].getAttribute('data-row')] = GRADES[pick(i)]; });
    pending = { code: code, cast_id: Post.newCastId(), grades: grades };
    remember();
    tries = 0;
    Screens.go('sending');
    send();
  }
  function send() {
    if (isSending || !pending) { return; }
    isSending = true;
    clearTimeout(timer);
    tries += 1;
    Post.post('cast', pending, function (status, answer) {
      isSending = false;
      if (status === 200 && answer.receipt) { return done(answer.receipt); }
      if (status === 0 || status >= 500 || !answer.code) { return later(); }
      refused(answer);
    });
  }
  function later() {
    $('tries').textContent = said('tries', tries);
    Screens.go('net');
    timer = setTimeout(send, Math.min(10000, 1000 * Math.pow(2, tries - 1)) * (0.7 + 0.6 * Math.random()));
  }
  function done(word) {
    forget();
    wipe();
    $('word').textContent = Screens.inFours(word);
    Screens.go('done');
  }
  function refused(answer) {
    var isBallotItself = /^(ballot|request)\./.test(answer.code) || answer.code === 'voting.not_open';
    var hasChoices = gaps().length === 0;
    forget();
    if (isBallotItself && hasChoices) { return sure(answer.message); }
    turnedAway(answer);
  }
  /* Nothing of the choices stays in the page, nor the code in its address. */
  function wipe() {
    form.reset();
    code = '';
    if (history.replaceState) { history.replaceState(null, '', location.pathname + location.search); }
  }

  /* ---- the slip ---- */
  function look() {
    clearTimeout(timer);
    Screens.wait(SAID.looking, '', false);
    Post.post('look', { code: code }, function (status, answer) {
      if (status === 200 && answer.state === 'open') { return start(answer); }
      if (status === 200) {
        timer = setTimeout(look, 12000 + 6000 * Math.random());
        return Screens.wait(SAID.not_open, SAID.not_open_yet, true);
      }
      if (status === 0 || status >= 500) {
        timer = setTimeout(look, 4000 + 4000 * Math.random());
        return Screens.wait(SAID.no_network, SAID.no_network_words, true);
      }
      turnedAway(answer);
    });
  }
  function start(answer) {
    $('class').textContent = answer.class_name;
    rows.forEach(function (row, i) {
      if (answer.own_rows.indexOf(Number(row.getAttribute('data-row'))) < 0) { return; }
      var option = d.createElement('option');
      option.value = i;
      option.textContent = name(i);
      $('own').appendChild(option);
    });
    $('own-ask').hidden = $('own').options.length < 2;
    Screens.go('start');
  }
  function turnedAway(answer) {
    if (answer.code === 'slip.unknown' || answer.code === 'slip.too_many_wrong') {
      Screens.say('code-err', answer.message);
      $('code').value = code;
      return Screens.go('code');
    }
    wipe();
    Screens.stop(SAID[answer.code] || SAID.cannot, answer.message || '', SAID['note ' + answer.code] || '');
  }

  /* ---- hands ---- */
  $('q').addEventListener('pointerdown', function () { touched = Date.now(); });
  $('q').addEventListener('change', function () {
    var chosenAt = at;
    show(at);
    /* By finger the page goes on by itself; by keyboard it must not, or the arrow keys would run away. */
    if (Date.now() - touched < 800) { setTimeout(function () { if (at === chosenAt) { step(1); } }, 250); }
  });
  $('prev').addEventListener('click', function () { step(-1); });
  $('next').addEventListener('click', function () { step(1); });
  $('own').addEventListener('change', function () {
    own = this.value === '' ? -1 : Number(this.value);
    if (own >= 0) { Screens.all('input', rows[own]).forEach(function (input) { input.checked = false; }); }
    $('begin').textContent = said('begin', live().length).replace('{minutes}', $('begin').getAttribute('data-minutes'));
  });
  $('all').addEventListener('click', function (event) {
    var link = event.target.closest('a');
    if (link) { event.preventDefault(); at = Number(link.getAttribute('data-i')); vote(); }
  });
  $('fill').addEventListener('click', function () {
    var left = gaps();
    if (!left.length) { return sure(''); }
    at = left[0];
    vote();
  });
  $('send').addEventListener('click', cast);
  $('retry').addEventListener('click', send);
  $('again').addEventListener('click', look);
  d.addEventListener('click', function (event) {
    var button = event.target.closest('[data-go]');
    if (button) { (button.getAttribute('data-go') === 'vote' ? vote : list)(); }
  });
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    if ($('code').value.trim() && !d.querySelector('[data-s="code"]').hidden) {
      code = $('code').value.trim();
      Screens.say('code-err', '');
      look();
    }
  });
  window.addEventListener('hashchange', function () { if (location.hash.length > 1) { location.reload(); } });
  window.addEventListener('pageshow', function (event) { if (event.persisted) { location.reload(); } });
  window.addEventListener('beforeunload', function (event) {
    if (pending || gaps().length < live().length) { event.preventDefault(); event.returnValue = ''; }
  });

  /* The other language is another address; the slip's code goes along behind # and never reaches the server. */
  Screens.all('a.lang').forEach(function (link) { link.href = link.getAttribute('href') + location.hash; });
  form.reset();
  form.hidden = false;
  /* Without this script, broken off on the way or forbidden, these words stay and say what to do. */
  $('plain').hidden = true;
  pending = recall();
  code = location.hash.slice(1);
  if (pending) {
    code = pending.code;
    Screens.go('sending');
    send();
  } else if (code) {
    look();
  } else {
    Screens.go('code');
  }
}());
