import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from '../paths.mjs';
import { accountFor, canEnter } from './account.mjs';

/** Where root keeps what the database's account could not reach where it was asked for. */
export const machineHome = '/var/lib/provabook';

/** The folder that DATA_DIR names, as an absolute path. */
export const wantedDataDir = (env) => path.resolve(root, env.DATA_DIR || '.data');

/**
 * The folder that holds this house's data, made if need be. Under root the database's account must be able to reach it,
 * which it cannot in root's own home: then the data lies under /var/lib/provabook, a folder for each place asked for.
 * @param {string} wanted absolute
 * @returns {{ dataDir: string, account: import('./account.mjs').Account | null, movedFrom: string | null }}
 */
export function prepareDataDir(wanted) {
  const account = accountFor(path.join(wanted, 'postgres'));
  if (account && !isReachable(account, wanted)) {
    const dataDir = path.join(machineHome, nameFor(wanted));
    makeEnterable(dataDir);
    return { dataDir, account: accountFor(path.join(dataDir, 'postgres')), movedFrom: wanted };
  }
  if (account) makeEnterable(wanted);
  else mkdirSync(wanted, { recursive: true, mode: 0o700 });
  return { dataDir: wanted, account, movedFrom: null };
}

/** Where that folder is, without making it. */
export function placeOfData(wanted) {
  const account = accountFor(path.join(wanted, 'postgres'));
  return account && !isReachable(account, wanted) ? path.join(machineHome, nameFor(wanted)) : wanted;
}

// DATA_DIR itself is ours to open; what lies above it is not.
function isReachable(account, wanted) {
  return canEnter(account, nearestExisting(path.dirname(wanted)));
}

function nearestExisting(folder) {
  return existsSync(folder) ? folder : nearestExisting(path.dirname(folder));
}

/** Others may pass through to what they own, and see nothing else. */
function makeEnterable(folder) {
  mkdirSync(folder, { recursive: true });
  const { mode } = statSync(folder);
  if ((mode & 0o011) !== 0o011) chmodSync(folder, (mode | 0o011) & 0o777);
}

function nameFor(wanted) {
  const checkout = path.basename(path.basename(wanted) === '.data' ? path.dirname(wanted) : wanted);
  return `${checkout.replace(/[^\w.-]/g, '_')}-${createHash('sha256').update(wanted).digest('hex').slice(0, 8)}`;
}
