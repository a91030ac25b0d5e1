// What belongs to this browser and not to the server: choices of a person, files that are saved, keys.
(() => {
  'use strict';

  const aura = window.aura = window.aura || {};

  const read = key => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // Storage may be forbidden; a choice then lasts as long as the page.
    }
  };

  const write = (key, value) => {
    try {
      localStorage.setItem(key, value);
    } catch {
      // See above.
    }
  };

  aura.choices = () => ({
    colours: aura.colours(),
    dark: aura.isDark(),
    zone: read('aura-zone'),
    browserZone: Intl.DateTimeFormat().resolvedOptions().timeZone || null,
    keys: read('aura-keys') !== 'off',
  });

  aura.setZone = zone => write('aura-zone', zone);

  // The circuit speaks the language it was started in, so the page starts anew.
  aura.setLanguage = language => {
    document.cookie = `aura-language=${encodeURIComponent(`c=${language}|uic=${language}`)}; path=/; max-age=31536000; samesite=lax`;
    location.reload();
  };

  aura.save = (name, type, content) => {
    const url = URL.createObjectURL(new Blob([content], { type }));
    aura.saveFrom(name, url);
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  };

  aura.saveFrom = (name, url) => {
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
  };

  // Keys press what is on the page: an element says by data-shortcut which keys it answers to. Nothing that trips or
  // resets carries one.
  const sequenceMs = 1200;
  let keys = read('aura-keys') !== 'off';
  let first = '';
  let firstAt = 0;

  aura.setKeys = on => {
    keys = on;
    write('aura-keys', on ? 'on' : 'off');
  };

  const isTyping = element =>
    element.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(element.tagName);

  document.addEventListener('keydown', event => {
    if (!keys || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)
        || document.querySelector('[role="dialog"]')) {
      return;
    }
    const now = performance.now();
    const pair = now - firstAt <= sequenceMs ? `${first} ${event.key}` : '';
    [first, firstAt] = [event.key, now];
    const find = shortcut => document.querySelector(`[data-shortcut="${CSS.escape(shortcut)}"]`);
    const target = (pair && find(pair)) || find(event.key);
    if (target) {
      event.preventDefault();
      first = '';
      target.click();
    }
  });
})();
