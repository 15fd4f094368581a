// Warns before the session ends for want of activity. Without script the session ends just the same.
(function () {
  'use strict';
  var WARN_BEFORE = 120;
  var warning = document.getElementById('idle-warning');
  if (!warning || typeof warning.showModal !== 'function') return;
  var seconds = Number(warning.dataset.seconds);
  var start = warning.dataset.start;
  var remaining = document.getElementById('idle-remaining');
  var ends = Date.now() + seconds * 1000;
  // what happens in another tab counts too: only a time is shared
  var shared = new BroadcastChannel('console-session');
  function renewed(until) {
    ends = until;
    if (warning.open) warning.close();
  }
  shared.onmessage = function (message) { renewed(message.data); };
  shared.postMessage(ends);
  function left() { return Math.round((ends - Date.now()) / 1000); }
  function tick() {
    var now = left();
    if (now <= 0) {
      window.location.replace(start + 'signed-out');
    } else if (now <= Math.min(WARN_BEFORE, seconds / 2)) {
      remaining.textContent = now > 60 ? '2 minutes' : now > 30 ? '1 minute' : '30 seconds';
      if (!warning.open) warning.showModal();
    }
  }
  document.getElementById('idle-stay').addEventListener('click', function () {
    fetch(start + 'still-here', { credentials: 'same-origin', redirect: 'error' }).then(function (answer) {
      if (!answer.ok) throw new Error('ended');
      renewed(Date.now() + seconds * 1000);
      shared.postMessage(ends);
    }).catch(function () { window.location.replace(start + 'signed-out'); });
  });
  window.setInterval(tick, 1000);
})();
