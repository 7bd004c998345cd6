import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import { holderOf, isTaken } from '../ports.mjs';
import { fault, ok, warn } from './report.mjs';

const GIGABYTE = 1024 ** 3;

/** @param {{ pid: number } | null} server the house's own, where it runs */
export async function lookAtPort(port, server) {
  if (!(await isTaken(port))) return ok(`${port} is free`);
  const holder = holderOf(port);
  if (holder && holder.pid === server?.pid) return ok(`${port} is this house, which runs`);
  if (!holder && server) return ok(`${port} is taken, and this house runs`);
  return fault(
    `${port} is taken by ${holder ? `process ${holder.pid} (${holder.command ?? 'unknown'})` : 'another program'}`,
    `Stop that, or choose another port: PORT=${port + 1} npm start`,
  );
}

/** Rights: the account that starts the house writes there, and others do not read its secrets. */
export function lookAtFolder(folder) {
  if (!existsSync(folder)) return ok(`${folder} is made at the first start`);
  accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  const secrets = path.join(folder, 'secrets.json');
  if (process.platform !== 'win32' && existsSync(secrets) && statSync(secrets).mode & 0o077)
    return warn(`others may read ${secrets}`, `chmod go= ${secrets}`);
  return ok(`${folder} can be written, and its secrets read by this account alone`);
}

/** @param free bytes, for tests */
export function lookAtDisk(folder, free = freeIn(folder)) {
  const says = `${(free / GIGABYTE).toFixed(1)} GB are free for ${folder}`;
  const remedy = 'Free some space, or move the data to a larger disk (DATA_DIR, MEDIA_ROOT, BACKUP_DIR).';
  if (free < GIGABYTE) return fault(says, remedy);
  return free < 5 * GIGABYTE ? warn(says, remedy) : ok(says);
}

function freeIn(folder) {
  const there = existsSync(folder) ? folder : path.dirname(folder);
  if (!existsSync(there)) return freeIn(there);
  const { bavail, bsize } = statfsSync(there);
  return bavail * bsize;
}

const LONG = 32;
const guessed = /^(secret|changeme|password|default|provabook)|(.)\2{7}|^(\d+|[a-z]+)$/i;

/** @param secrets by the name under which people know them; those that are not set are left out @returns never a secret */
export function lookAtSecrets(secrets) {
  const weak = Object.entries(secrets).filter(([, text]) => text && !isStrong(text));
  if (weak.length)
    return fault(
      `${weak.map(([name]) => name).join(', ')}: could be guessed`,
      'Make each anew: openssl rand -hex 32. The old SECRET_KEY goes into SECRET_KEY_FALLBACKS until everybody has signed in again.',
    );
  return ok('long and random');
}

/** Some 100 bits: long, of many different characters, and no word. */
const isStrong = (text) => text.length >= LONG && new Set(text).size >= 10 && !guessed.test(text);
