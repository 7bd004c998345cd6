// Runs before the first paint. The same key and values as src/shared/lib/theme.ts.
(function () {
  var choice = null;
  try {
    choice = localStorage.getItem('provabook.theme');
  } catch {
    // Storage is closed to us: follow the system.
  }
  var dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
