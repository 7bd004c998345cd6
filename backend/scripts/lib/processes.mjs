import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether a process of this number exists, ours or another account's. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  return !isZombie(pid);
}

// A killed child stays in the table until its parent has looked at it: it holds nothing any more.
function isZombie(pid) {
  if (process.platform !== 'linux') return false;
  try {
    return statOf(pid)[0] === 'Z';
  } catch {
    return false;
  }
}

/** The fields of /proc/PID/stat after the command's name, which may hold blanks and brackets itself. */
function statOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

const ask = (command, args) => execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** The command line of a process, or null where there is none or it cannot be seen. */
export function commandOf(pid) {
  try {
    if (process.platform === 'linux') {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim() || null;
    }
    if (process.platform === 'win32') {
      const query = `(Get-CimInstance Win32_Process -Filter "ProcessId=${Number(pid)}").CommandLine`;
      return ask('powershell', ['-NoProfile', '-Command', query]).trim() || null;
    }
    return ask('ps', ['-p', String(pid), '-o', 'command=']).trim() || null;
  } catch {
    return null;
  }
}

/** The parent of a process, or null where that cannot be told or is the first process of all. */
export function parentOf(pid) {
  try {
    const parent = Number(
      process.platform === 'linux' ? statOf(pid)[1] : ask('ps', ['-p', String(pid), '-o', 'ppid=']),
    );
    return parent > 1 ? parent : null;
  } catch {
    return null;
  }
}

/** What tells a process from a later one that was given the same number; null where there is none. */
export function identityOf(pid) {
  const command = commandOf(pid);
  if (!command || !isAlive(pid)) return null;
  try {
    if (process.platform === 'linux') return `${statOf(pid)[19]} ${command}`;
    if (process.platform !== 'win32') return `${ask('ps', ['-p', String(pid), '-o', 'lstart=']).trim()} ${command}`;
  } catch {
    return null;
  }
  return command;
}

/** Waits until the condition holds; false when it did not in time. */
export async function waitUntil(condition, milliseconds, every = 50) {
  const end = Date.now() + milliseconds;
  for (;;) {
    if (await condition()) return true;
    if (Date.now() >= end) return false;
    await sleep(every);
  }
}

/**
 * Ends a process kindly, then less kindly.
 * @param {number} pid
 * @param {[NodeJS.Signals, number][]} signals each with the milliseconds it is given
 * @returns {Promise<boolean>} whether it is gone
 */
export async function endProcess(pid, signals) {
  for (const [signal, patience] of signals) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (error.code === 'ESRCH') return true;
      throw error;
    }
    if (await waitUntil(() => !isAlive(pid), patience, 25)) return true;
  }
  return !isAlive(pid);
}
