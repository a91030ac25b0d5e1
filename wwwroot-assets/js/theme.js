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

  aura.colours = () => stored() || 'system';

  // Answers whether the page is dark now.
  aura.setColours = colours => {
    try {
      localStorage.setItem(key, colours);
    } catch {
      // See above.
    }
    apply(colours === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : colours === 'dark');
    return aura.isDark();
  };

  // Paper is white.
  let screen = false;
  addEventListener('beforeprint', () => {
    screen = aura.isDark();
    apply(false);
  });
  addEventListener('afterprint', () => apply(screen));

  const choice = stored();
  apply(choice && choice !== 'system' ? choice === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches);
})();
