import { closeSync, fstatSync, openSync, renameSync, statSync, writeSync } from 'node:fs';

const largest = 10_000_000;
const kept = 3;

/** Makes room for a fresh file where this one has grown large: file → file.1 → file.2 → file.3. */
export function moveOn(file, limit = largest) {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) < limit) return false;
  for (let number = kept; number > 0; number--) {
    const from = number === 1 ? file : `${file}.${number - 1}`;
    if (statSync(from, { throwIfNoEntry: false })) renameSync(from, `${file}.${number}`);
  }
  return true;
}

/** A log file of bounded size. A full disk costs lines of it, never the house. */
export function openLog(file, limit = largest) {
  moveOn(file, limit);
  let fd = openSync(file, 'a', 0o600);
  let size = fstatSync(fd).size;
  return {
    write(text) {
      try {
        size += writeSync(fd, text);
        if (size < limit) return;
        closeSync(fd);
        moveOn(file, limit);
        fd = openSync(file, 'a', 0o600);
        size = 0;
      } catch {
        // Nowhere to write that we cannot write.
      }
    },
  };
}

const levels = { trace: 10, debug: 20, info: 30, warn: 40, error: 50, fatal: 60, silent: 100 };
const words = { 40: 'warning', 50: 'error', 60: 'fatal' };

/** From which level on a line of the server's log is also for the terminal; an explicit LOG_LEVEL decides both. */
export const terminalLevel = (env) => levels[env.LOG_LEVEL] ?? levels.warn;

/** A line of the server's JSON log in short, or null where it is below the level or no log line. */
export function inShort(line, level) {
  let entry;
  try {
    entry = JSON.parse(line);
  } catch {
    return null;
  }
  if (!entry || typeof entry !== 'object' || !(entry.level >= level)) return null;
  const time = new Date(entry.time ?? Date.now()).toTimeString().slice(0, 8);
  const what = [entry.msg, entry.err?.message].filter(Boolean);
  const where = entry.req?.url ? ` (${entry.req.method} ${entry.req.url})` : '';
  return `${time} ${words[entry.level] ?? 'info'}: ${[...new Set(what)].join(': ')}${where}`;
}

/** Hands on whole lines of what arrives in pieces. */
export function byLine(take) {
  let rest = '';
  return (text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop();
    lines.forEach((line) => take(line));
  };
}
