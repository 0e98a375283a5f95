/* Which part of the page is shown. Written for Chromium 86 and iOS 14: no arrow functions, no const, no modules. */
var Screens = (function () {
  'use strict';
  var d = document;

  function $(id) { return d.getElementById(id); }

  function all(selector, root) { return [].slice.call((root || d).querySelectorAll(selector)); }

  /* Shows one section and puts the focus on its heading, so that a screen reader says where we are. */
  function go(name) {
    all('[data-s]').forEach(function (part) { part.hidden = part.getAttribute('data-s') !== name; });
    var head = d.querySelector('[data-s="' + name + '"] h1');
    if (head && name !== 'vote') { head.focus(); }
    window.scrollTo(0, 0);
  }

  /* Puts words into an element that is hidden while there are none. */
  function say(id, words) {
    var box = $(id);
    (box.querySelector('span') || box).textContent = words || '';
    box.hidden = !words;
  }

  function wait(head, words, canAskAgain) {
    $('wait-head').textContent = head;
    $('wait-words').textContent = words;
    $('again').hidden = !canAskAgain;
    go('wait');
  }

  function stop(head, words, note) {
    $('stop-head').textContent = head;
    $('stop-words').textContent = words;
    say('stop-note', note);
    go('stop');
  }

  function inFours(word) { return word.replace(/(.{4})(?=.)/g, '$1 '); }

  return { $: $, all: all, go: go, say: say, wait: wait, stop: stop, inFours: inFours };
}());
