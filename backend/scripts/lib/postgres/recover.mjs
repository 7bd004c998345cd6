import {
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { Fault } from '../fault.mjs';
import { waitUntil } from '../processes.mjs';
import { archiveSettings, basesIn, prepareArchive, restoreCommand } from './archive.mjs';
import { unpackBase } from './base-copy.mjs';
import { findBinaries } from './binaries.mjs';
import { withClient } from './connection.mjs';
import { clearLeftover } from './leftover.mjs';
import { kept } from './launch.mjs';
import { postgresServer } from './server.mjs';
import { finishSwap, placesOf } from './swap.mjs';

const patienceMs = 30 * 60_000;

/**
 * The embedded database as it was at an instant: the last copy from before it, and the log up to it. The live one is not
 * touched until the other has come up and stopped again; then they change places, and the live one is kept beside.
 * @param {{ dataDir: string, account: object | null, secrets: object, at: Date }} house nothing of which may run
 * @returns {Promise<{ lastCommit: Date | null, kept: string }>}  @throws Fault that says why not, and how far one can go back
 */
export async function recoverTo({ dataDir, account, secrets, at }) {
  const archive = prepareArchive(dataDir, account);
  const places = placesOf(dataDir);
  const bases = basesIn(archive);
  const base = bases.findLast(({ finishedAt }) => Date.parse(finishedAt) <= at.getTime());
  if (!base) {
    const reach = bases[0] ? `The earliest is ${bases[0].finishedAt}.` : 'There is no copy of the database yet.';
    throw new Fault(`The house cannot be taken back to ${at.toISOString()}. ${reach}`);
  }
  await clearLeftover(places.live);
  rmSync(places.restoring, { recursive: true, force: true });
  await unpackBase(archive, base, places.restoring);
  layOpen(places);
  if (account) chownAll(places.restoring, account);
  try {
    const lastCommit = await comeUp({ cluster: places.restoring, dataDir, account, secrets, archive, at });
    renameSync(places.restoring, places.restored); // from here on it is the house, whatever happens
    finishSwap(dataDir);
    return { lastCommit, kept: places.before };
  } catch (error) {
    rmSync(places.restoring, { recursive: true, force: true });
    throw error;
  }
}

/** What tells Postgres to read the log, and what of it the live database had not kept aside yet. */
function layOpen({ live, restoring }) {
  mkdirSync(path.join(restoring, 'pg_wal'), { recursive: true, mode: 0o700 });
  const wal = path.join(live, 'pg_wal');
  if (existsSync(wal))
    for (const name of readdirSync(wal))
      if (/^[0-9A-F]{24}$|\.history$/.test(name))
        copyFileSync(path.join(wal, name), path.join(restoring, 'pg_wal', name));
  writeFileSync(path.join(restoring, 'recovery.signal'), '');
}

/** @returns when the last thing was written that it still has */
async function comeUp({ cluster, dataDir, account, secrets, archive, at }) {
  const logFile = path.join(dataDir, 'logs', 'recovery.log');
  mkdirSync(path.dirname(logFile), { recursive: true });
  rmSync(logFile, { force: true });
  const server = postgresServer({
    cluster,
    account,
    binaries: findBinaries(account, dataDir),
    password: secrets.databaseSuperuser,
    logFile,
    settings: {
      ...kept,
      ...archiveSettings(archive, account),
      restore_command: restoreCommand(archive),
      recovery_target_time: at.toISOString().replace('T', ' ').replace('Z', '+00'),
      recovery_target_action: 'promote',
      recovery_target_timeline: 'latest',
    },
  });
  try {
    await server.start().catch((error) => {
      throw tooLate(logFile, at) ?? error;
    });
    const ended = server.ended().then(() => true);
    const promoted = async () => {
      if (await Promise.race([ended, false]))
        throw tooLate(logFile, at) ?? new Fault(`Postgres ended; ${logFile} says why.`);
      return withClient(
        server.url(),
        async (client) => !(await client.query('select pg_is_in_recovery() as is')).rows[0].is,
      ).catch(() => false);
    };
    if (!(await waitUntil(promoted, patienceMs, 200)))
      throw new Fault(`The log could not be read in time; see ${logFile}.`);
  } finally {
    await server.stop();
  }
  return lastCommitIn(readFileSync(logFile, 'utf8'));
}

/** Its clock is UTC, as the settings say. */
function lastCommitIn(said) {
  const [, day, time] = /last completed transaction was at log time (\S+) ([\d:.]+)/.exec(said) ?? [];
  return day ? new Date(`${day}T${time}Z`) : null;
}

function tooLate(logFile, at) {
  const said = existsSync(logFile) ? readFileSync(logFile, 'utf8') : '';
  if (!said.includes('recovery ended before configured recovery target was reached')) return null;
  const last = lastCommitIn(said);
  return new Fault(
    `Nothing was written at or after ${at.toISOString()}${last ? `: the last is of ${last.toISOString()}` : ''}. Name an earlier instant. Nothing was changed.`,
  );
}

function chownAll(folder, account) {
  chownSync(folder, account.uid, account.gid);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) chownAll(place, account);
    else chownSync(place, account.uid, account.gid);
  }
}
