// A server cannot redraw a page that it has lost: this script alone decides whether the page may call itself live.
(() => {
  'use strict';

  const silenceMs = 2500;
  const checkMs = 250;
  const healthMs = 1000;
  const lost = new Set(['failed', 'rejected', 'resume-failed']);

  const root = document.documentElement;
  const aura = window.aura = window.aura || {};
  let lastBeat = performance.now();
  let lastBeatAt = null;
  let live = false;
  let reloading = false;

  const show = () => {
    const text = live ? 'LIVE' : 'NOT LIVE';
    for (const element of document.querySelectorAll('[data-testid="live-state"]')) {
      if (element.textContent !== text) {
        element.textContent = text;
      }
      element.classList.toggle('aura-live', live);
    }

    // Loading is not an alarm: the banner waits until silence has lasted as long as it would on a running page.
    const silent = !live && performance.now() - lastBeat > silenceMs;
    root.classList.toggle('aura-silent', silent);
    const banner = document.getElementById('aura-banner');
    if (banner && banner.hidden === silent) {
      // The words come with the page, in its language: when they are needed there is no server to ask.
      const { words, since } = banner.dataset;
      const time = lastBeatAt ? ` ${since} ${lastBeatAt.toISOString().slice(11, 19)} UTC.` : '';
      banner.textContent = silent ? words + time : '';
      banner.hidden = !silent;
    }
  };

  aura.beat = round => {
    lastBeat = performance.now();
    lastBeatAt = new Date();
    live = true;
    root.dataset.round = round;
    show();
  };

  setInterval(() => {
    if (live && performance.now() - lastBeat > silenceMs) {
      live = false;
    }
    show();
  }, checkMs);

  const reloadWhenAlive = async () => {
    if (reloading) {
      return;
    }
    reloading = true;
    for (;;) {
      try {
        const response = await fetch('/health/live', { cache: 'no-store' });
        if (response.status === 200) {
          location.reload();
          return;
        }
      } catch {
        // Still away.
      }
      await new Promise(resolve => setTimeout(resolve, healthMs));
    }
  };

  // Reloading before reconnection was refused would throw away a session that can still be saved.
  document.getElementById('components-reconnect-modal')
    .addEventListener('components-reconnect-state-changed', event => {
      if (lost.has(event.detail.state)) {
        reloadWhenAlive();
      }
    });
})();
