import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { Fault } from '../fault.mjs';

/**
 * The account that Postgres runs under. It refuses to run as root, so root lends it one: that of data which is there
 * already, else `postgres`, else `nobody`.
 * @param {string} cluster the data directory, there or not
 * @returns {{ uid: number, gid: number, name: string } | null} null: the account that started us
 */
export function accountFor(cluster) {
  if (process.getuid?.() !== 0) return null;
  const owner = ownerOf(cluster);
  if (owner) return { ...owner, name: `user ${owner.uid}` };
  const account = lookUp('postgres') ?? lookUp('nobody');
  if (!account) {
    throw new Fault(
      'Postgres may not run as root, and this machine has neither an account postgres nor one named nobody. ' +
        'Start Provabook as an ordinary user, or name a database in DATABASE_URL.',
    );
  }
  return account;
}

function ownerOf(folder) {
  try {
    const { uid, gid } = statSync(folder);
    return uid === 0 ? null : { uid, gid };
  } catch {
    return null;
  }
}

function lookUp(name) {
  const id = (option) =>
    Number(execFileSync('id', [option, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g'), name };
  } catch {
    return null;
  }
}

/** What `spawn` needs to run something as the account. */
export const asAccount = (account) => (account ? { uid: account.uid, gid: account.gid } : {});

/** Whether the account can enter this folder; asked of the machine itself, which also knows of ACLs. */
export function canEnter(account, folder) {
  if (!account) return true;
  const tried = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], {
    ...asAccount(account),
    cwd: '/',
    stdio: 'ignore',
  });
  if (tried.error) {
    throw new Fault(
      `Postgres may not run as root, and root may not change to the account ${account.name} here (${tried.error.code}). ` +
        'Start Provabook as an ordinary user, or name a database in DATABASE_URL.',
    );
  }
  return tried.status === 0;
}
