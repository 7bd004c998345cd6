import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { Fault } from './fault.mjs';

const names = ['secretKey', 'databaseSuperuser', 'databaseOwner', 'databaseApp'];

/**
 * The random secrets of this house, made once and kept in DATA_DIR for the owner's eyes only.
 * @returns {{ secretKey: string, databaseSuperuser: string, databaseOwner: string, databaseApp: string, fresh: boolean }}
 *   `fresh` when the database's passwords were made just now
 */
export function readSecrets(dataDir) {
  const file = path.join(dataDir, 'secrets.json');
  const kept = existsSync(file) ? parse(file) : {};
  const missing = names.filter((name) => typeof kept[name] !== 'string');
  if (missing.length === 0) return { ...kept, fresh: false };
  for (const name of missing) kept[name] = randomBytes(32).toString('base64url');
  writeForOwner(file, `${JSON.stringify(kept, null, 2)}\n`);
  return { ...kept, fresh: missing.includes('databaseSuperuser') };
}

function parse(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code) throw error;
    throw new Fault(
      `${file} is damaged. Put it back from a backup; or move it away, then new secrets are made and everybody signs in again.`,
    );
  }
}

/** Whole or not at all, also when the power goes meanwhile. */
export function writeForOwner(file, text) {
  const unfinished = `${file}.${process.pid}`;
  const fd = openSync(unfinished, 'w', 0o600);
  writeSync(fd, text);
  fsyncSync(fd);
  closeSync(fd);
  renameSync(unfinished, file);
}
