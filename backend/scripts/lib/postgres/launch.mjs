import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { archiveSettings, prepareArchive } from './archive.mjs';
import { keepBases } from './base-keeper.mjs';
import { findBinaries } from './binaries.mjs';
import { ensureCluster, resetPassword } from './cluster.mjs';
import { app, database, owner, urlFor } from './connection.mjs';
import { step } from '../say.mjs';
import { moveOn } from '../logs.mjs';
import { ensureRoles } from './roles.mjs';
import { clearLeftover } from './leftover.mjs';
import { postgresServer } from './server.mjs';
import { finishSwap } from './swap.mjs';

// Its own affairs and grave faults; a refused statement is the application's to report, without the data in it.
const quiet = { log_min_messages: 'log', log_checkpoints: 'off', log_timezone: 'UTC', timezone: 'UTC' };
// Two processes that answer, while one takes the other's place, and two workers have room.
export const kept = { ...quiet, max_connections: 50 };
// For data that is thrown away: nothing waits for the disk.
const thrownAway = { ...quiet, max_connections: 100, fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts the Postgres that comes with the packages on `dataDir`/postgres, made if it is not there.
 * @param {{ dataDir: string, account: object | null, secrets: object, durable?: boolean, days?: number }} house
 *   `days`: of which every instant can be reached again; 0 keeps no log aside
 */
export async function launchPostgres({ dataDir, account, secrets, durable = true, days = 0 }) {
  const cluster = path.join(dataDir, 'postgres');
  const binaries = findBinaries(account, dataDir);
  const password = secrets.databaseSuperuser;
  mkdirSync(path.join(dataDir, 'logs'), { recursive: true });
  const logFile = path.join(dataDir, 'logs', 'postgres.log');
  moveOn(logFile);

  finishSwap(dataDir);
  const isNew = await ensureCluster({ cluster, account, binaries, password, durable });
  if (!isNew && secrets.fresh) {
    await clearLeftover(cluster);
    resetPassword({ cluster, account, binaries, password });
  }
  const archive = days > 0 ? prepareArchive(dataDir, account) : null;
  const server = postgresServer({
    cluster,
    account,
    binaries,
    password,
    logFile,
    settings: durable ? { ...kept, ...(archive && archiveSettings(archive, account)) } : thrownAway,
  });
  await step('Starting the database', () => server.start());
  await ensureRoles(server.url(), secrets);

  const bases = archive && keepBases({ url: () => server.url(), cluster, archive, days });
  const endCopies = () => bases?.stop();
  const urlOf = (user, secret, name = database) =>
    urlFor({ user, password: secret, port: server.port, database: name });
  return {
    server,
    logFile,
    superuserUrl: (name) => urlOf('postgres', secrets.databaseSuperuser, name),
    ownerUrl: (name) => urlOf(owner, secrets.databaseOwner, name),
    appUrl: (name) => urlOf(app, secrets.databaseApp, name),
    endCopies,
    stop: () => {
      endCopies();
      return server.stop();
    },
  };
}
