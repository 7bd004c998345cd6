import { mkdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { dist, runBackend } from './backend-run.mjs';
import { Fault } from './fault.mjs';
import { isStill, takeLock } from './lock.mjs';
import { holderOf, isTaken } from './ports.mjs';
import { withClient } from './postgres/connection.mjs';
import { prepareDataDir } from './postgres/data-home.mjs';
import { keepPostgres } from './postgres/keeper.mjs';
import { launchPostgres } from './postgres/launch.mjs';
import { endProcess } from './processes.mjs';
import { say, step } from './say.mjs';
import { readSecrets } from './secrets.mjs';
import { withoutPassword } from './settings.mjs';
import { stopSignals } from './app-server.mjs';

/**
 * Takes the data folder for this command, and clears away a server that an earlier one left behind when it was killed.
 * Nothing slow happens before this.
 * @returns {Promise<{ dataDir: string, account: object | null, lock: object }>}
 */
export async function claimDataDir(settings, command, stop) {
  const home = settings.external ? plainFolder(settings.wantedDataDir) : prepareDataDir(settings.wantedDataDir);
  const lock = await takeLock(home.dataDir, command);
  stop.add(lock.release);
  stop.requested.then(() => lock.update({ stopping: true }));
  const orphan = lock.previous?.server;
  if (isStill(orphan)) {
    await step('Stopping a server that was left running', () => endProcess(orphan.pid, stopSignals));
  }
  if (home.movedFrom) {
    say(`The database's own account cannot reach ${home.movedFrom}: the data is kept in ${home.dataDir} instead.`);
  }
  return { ...home, lock };
}

function plainFolder(dataDir) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  return { dataDir, account: null, movedFrom: null };
}

/** @throws Fault that names who has the port */
export async function demandPort(port) {
  let taken;
  try {
    taken = await isTaken(port);
  } catch (error) {
    if (error.code !== 'EACCES') throw error;
    throw new Fault(`This account may not listen on port ${port}. Choose one above 1023: PORT=8000 npm start`);
  }
  if (!taken) return;
  const holder = holderOf(port);
  const who = holder
    ? `process ${holder.pid}${holder.command ? `, ${shortened(holder.command)}` : ''}`
    : 'another program';
  throw new Fault(
    `Port ${port} is already in use (${who}). Stop that, or choose another port: PORT=${port + 1} npm start`,
  );
}

const shortened = (command) => (command.length > 80 ? `${command.slice(0, 80)}…` : command);

/**
 * The house's database: the embedded one, started and kept running, or the one that DATABASE_URL names.
 * @returns {Promise<{ ownerUrl: () => string, appUrl: () => string, adminUrl: () => string, isUp: () => Promise<void>, gaveUp: Promise<never>,
 *   onMove: (react: () => Promise<void>) => void, describe: string, secretKey: string | null }>}
 */
export async function openDatabase(settings, { dataDir, account }, env, stop) {
  if (settings.external) return externalDatabase(env);
  const secrets = readSecrets(dataDir);
  let react = async () => {};
  let keeper = null;
  const launching = launchPostgres({ dataDir, account, secrets, days: settings.pitrDays });
  // Known to the stop from its first moment on, so that a Ctrl-C while it starts leaves nothing behind.
  stop.add(async () => {
    const launched = await launching.catch(() => null);
    launched?.endCopies();
    await (keeper ?? launched)?.stop();
  });
  const postgres = await launching;
  keeper = keepPostgres({ server: postgres.server, onMove: () => react() });
  return {
    ownerUrl: () => postgres.ownerUrl(),
    appUrl: () => postgres.appUrl(),
    adminUrl: () => postgres.superuserUrl(),
    isUp: keeper.isUp,
    gaveUp: keeper.gaveUp,
    onMove: (reaction) => (react = reaction),
    port: () => postgres.server.port,
    pid: () => postgres.server.pid,
    secretKey: secrets.secretKey,
  };
}

const patienceMs = 10_000;

async function externalDatabase(env) {
  const appUrl = env.DATABASE_URL;
  const ownerUrl = env.DATABASE_OWNER_URL || appUrl;
  await step(`Reaching the database at ${withoutPassword(ownerUrl)}`, () => reach(ownerUrl));
  if (ownerUrl === appUrl) {
    say(
      'DATABASE_URL is used for everything, migrations too: only a trigger guards the history against the application. ' +
        'With DATABASE_OWNER_URL the application gets an account that owns no table.',
    );
  }
  return {
    ownerUrl: () => ownerUrl,
    appUrl: () => appUrl,
    adminUrl: () => env.DATABASE_ADMIN_URL || ownerUrl,
    isUp: async () => {},
    gaveUp: new Promise(() => {}),
    onMove: () => {},
    port: () => null,
    pid: () => null,
    secretKey: null,
  };
}

/** A database that is just starting, as under compose, is waited for; a refusal for other reasons is told at once. */
async function reach(url) {
  const end = Date.now() + patienceMs;
  for (;;) {
    try {
      return await withClient(url, (client) => client.query('select 1'));
    } catch (error) {
      const waiting = ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', '57P03', 'EAI_AGAIN'].includes(error.code);
      if (!waiting || Date.now() > end) {
        throw new Fault(
          `The database at ${withoutPassword(url)} cannot be used: ${error.message || error.code}. ` +
            'Look at DATABASE_URL and DATABASE_OWNER_URL, and whether that server runs.',
        );
      }
      await sleep(500);
    }
  }
}

/** The environment of the backend's programs that may change tables. */
export const ownerEnv = (env, database) => ({
  ...env,
  DATABASE_URL: database.appUrl(),
  DATABASE_OWNER_URL: database.ownerUrl(),
});

/**
 * What the server is told; asked for at each of its starts, since the database may have moved. It never gets the account
 * that may change tables.
 */
export function serverEnv(settings, { dataDir }, database, { NODE_ENV = 'production' } = {}) {
  return () => {
    const env = {
      NODE_ENV,
      ...process.env,
      PORT: String(settings.port),
      DATA_DIR: dataDir,
      DATABASE_URL: database.appUrl(),
      DEMO: settings.demo ? '1' : '0',
    };
    if (!env.SECRET_KEY && database.secretKey) env.SECRET_KEY = database.secretKey;
    delete env.DATABASE_OWNER_URL;
    delete env.DATABASE_ADMIN_URL;
    return env;
  };
}

export const migrate = (env) => step('Updating the tables', () => runBackend(dist('migrate.js'), [], env));
