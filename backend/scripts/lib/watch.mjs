import { watch } from 'node:fs';

const settleMs = 200;

/**
 * Calls back with the changed files once a burst of changes is over, one call at a time.
 * @returns {() => void} ends the watching
 */
export function watchFolder(folder, onChange) {
  let changed = new Set();
  let timer = null;
  let busy = Promise.resolve();
  const watcher = watch(folder, { recursive: true }, (_, file) => {
    if (!file || /(~|\.swp|\.tmp)$/.test(file)) return;
    changed.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const files = [...changed];
      changed = new Set();
      busy = busy.then(() => onChange(files));
    }, settleMs);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
