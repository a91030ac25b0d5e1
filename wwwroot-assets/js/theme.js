// Runs before the first paint, so that a page never flashes in the wrong colours.
(() => {
  'use strict';

  const key = 'aura-theme';
  const root = document.documentElement;
  const aura = window.aura = window.aura || {};

  const stored = () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // Storage may be forbidden; the choice then lasts as long as the page.
    }
  };

  const apply = dark => {
    root.dataset.theme = dark ? 'dark' : 'light';
  };

  aura.isDark = () => root.dataset.theme === 'dark';

  aura.setDark = dark => {
    apply(dark);
    try {
      localStorage.setItem(key, dark ? 'dark' : 'light');
    } catch {
      // See above.
    }
  };

  const choice = stored();
  apply(choice ? choice === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches);
})();
