import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { findBinaries } from './binaries.mjs';
import { ensureCluster, resetPassword } from './cluster.mjs';
import { app, database, owner, urlFor } from './connection.mjs';
import { step } from '../say.mjs';
import { moveOn } from '../logs.mjs';
import { ensureRoles } from './roles.mjs';
import { clearLeftover } from './leftover.mjs';
import { postgresServer } from './server.mjs';

// Its own affairs and grave faults; a refused statement is the application's to report, without the data in it.
const quiet = { log_min_messages: 'log', log_checkpoints: 'off', log_timezone: 'UTC', timezone: 'UTC' };
const kept = { ...quiet, max_connections: 30 };
// For data that is thrown away: nothing waits for the disk.
const thrownAway = { ...quiet, max_connections: 100, fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Starts the Postgres that comes with the packages on `dataDir`/postgres, made if it is not there.
 * @param {{ dataDir: string, account: object | null, secrets: object, durable?: boolean, port?: number }} house
 */
export async function launchPostgres({ dataDir, account, secrets, durable = true }) {
  const cluster = path.join(dataDir, 'postgres');
  const binaries = findBinaries(account, dataDir);
  const password = secrets.databaseSuperuser;
  mkdirSync(path.join(dataDir, 'logs'), { recursive: true });
  const logFile = path.join(dataDir, 'logs', 'postgres.log');
  moveOn(logFile);

  const isNew = await ensureCluster({ cluster, account, binaries, password, durable });
  if (!isNew && secrets.fresh) {
    await clearLeftover(cluster);
    resetPassword({ cluster, account, binaries, password });
  }
  const server = postgresServer({
    cluster,
    account,
    binaries,
    password,
    logFile,
    settings: durable ? kept : thrownAway,
  });
  await step('Starting the database', () => server.start());
  await ensureRoles(server.url(), secrets);

  const urlOf = (user, secret, name = database) =>
    urlFor({ user, password: secret, port: server.port, database: name });
  return {
    server,
    logFile,
    superuserUrl: (name) => urlOf('postgres', secrets.databaseSuperuser, name),
    ownerUrl: (name) => urlOf(owner, secrets.databaseOwner, name),
    appUrl: (name) => urlOf(app, secrets.databaseApp, name),
    stop: () => server.stop(),
  };
}
