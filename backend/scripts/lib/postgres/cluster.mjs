import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Fault } from '../fault.mjs';
import { run } from '../run.mjs';
import { step } from '../say.mjs';
import { asAccount } from './account.mjs';
import { superuser } from './connection.mjs';

/** Postgres gets no more of our environment than it needs. */
export const postgresEnv = () => ({
  PATH: process.env.PATH,
  LC_ALL: 'C',
  TZ: 'UTC',
  ...(process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot, TEMP: process.env.TEMP } : {}),
});

/**
 * Makes the data directory where there is none. It is made beside its place and moved there when it is whole, so that
 * one that was interrupted is never taken for data.
 * @returns {Promise<boolean>} whether it is new
 */
export async function ensureCluster({ cluster, account, binaries, password, durable }) {
  if (existsSync(path.join(cluster, 'PG_VERSION'))) {
    checkVersion(cluster, binaries);
    return false;
  }
  const unfinished = `${cluster}.new`;
  const passwordFile = `${unfinished}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const file of [unfinished, passwordFile]) chownSync(file, account.uid, account.gid);
  try {
    await step('Preparing the database', () => initdb({ unfinished, passwordFile, account, binaries, durable }));
    renameSync(unfinished, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  return true;
}

async function initdb({ unfinished, passwordFile, account, binaries, durable }) {
  const args = [
    ...['-D', unfinished, '-U', superuser, '--pwfile', passwordFile, '--auth=scram-sha-256', '--data-checksums'],
    // Built in, so that sorting and upper case are the same on every machine whatever languages it has.
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...(durable ? [] : ['--no-sync']),
  ];
  const { code, output } = await run(binaries.initdb, args, { cwd: '/', env: postgresEnv(), ...asAccount(account) });
  if (code !== 0)
    throw new Fault(`The database could not be prepared in ${unfinished}. Postgres said:\n${output.trim()}`);
}

function checkVersion(cluster, { major }) {
  const found = readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (found === major) return;
  throw new Fault(
    `The data in ${cluster} was written by Postgres ${found}; this Provabook brings Postgres ${major}, which cannot read it. ` +
      'Start the Provabook that wrote it, or move the data aside and start with an empty house.',
  );
}

/** Sets the superuser's password without knowing the old one, as who owns the files may: Postgres must not be running. */
export function resetPassword({ cluster, account, binaries, password }) {
  const done = spawnSync(binaries.postgres, ['--single', '-D', cluster, 'postgres'], {
    input: `ALTER ROLE ${superuser} PASSWORD '${password}'\n`,
    encoding: 'utf8',
    cwd: '/',
    env: postgresEnv(),
    ...asAccount(account),
  });
  if (done.status !== 0)
    throw new Fault(`The database's password could not be set anew. Postgres said:\n${done.stderr}`);
}
