// Runs before the first paint. The same key and values as src/shared/lib/theme.ts.
(function () {
  let choice = null;
  try {
    choice = localStorage.getItem('provabook.theme');
  } catch {
    // Storage is closed to us: follow the system.
  }
  const dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
