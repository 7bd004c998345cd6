import { claimDataDir, migrate, openDatabase, ownerEnv } from './house.mjs';
import { isStill, readRunning } from './lock.mjs';
import { app, database as databaseName, owner, superuser, urlFor } from './postgres/connection.mjs';
import { prepareDataDir } from './postgres/data-home.mjs';
import { readSecrets } from './secrets.mjs';

/** The database of a house that runs on this data already, or null. */
function runningDatabase(settings) {
  if (settings.external) return null;
  const { dataDir } = prepareDataDir(settings.wantedDataDir);
  const running = readRunning(dataDir);
  if (!isStill(running) || !running.databasePort) return null;
  const secrets = readSecrets(dataDir);
  const urlOf = (user, password) => urlFor({ user, password, port: running.databasePort, database: databaseName });
  return {
    dataDir,
    secretKey: secrets.secretKey,
    ownerUrl: () => urlOf(owner, secrets.databaseOwner),
    appUrl: () => urlOf(app, secrets.databaseApp),
    adminUrl: () => urlOf(superuser, secrets.databaseSuperuser),
  };
}

/** Opens the house's database where it does not run, and updates its tables. */
async function openIdleDatabase(settings, command, stop) {
  const home = await claimDataDir(settings, command, stop);
  const database = await openDatabase(settings, home, process.env, stop);
  await migrate(ownerEnv(process.env, database));
  return { ...database, dataDir: home.dataDir };
}

/**
 * The house's database for one command, whether the house runs or not.
 * @param {string} command as people type it, for whoever finds the data taken
 * @returns the environment of a backend program that may do all
 */
export async function commandEnv(settings, command, stop) {
  return envOf(runningDatabase(settings) ?? (await openIdleDatabase(settings, command, stop)));
}

/** The same where the house may not be at work meanwhile, with an account that may make databases; its tables stay as they are. */
export async function idleEnv(settings, command, stop) {
  const home = await claimDataDir(settings, command, stop);
  const database = await openDatabase(settings, home, process.env, stop);
  return withAdmin({ ...database, dataDir: home.dataDir });
}

/** The same, also beside a house at work. */
export async function adminEnv(settings, command, stop) {
  return withAdmin(runningDatabase(settings) ?? (await openIdleDatabase(settings, command, stop)));
}

const withAdmin = (database) => ({ ...envOf(database), DATABASE_ADMIN_URL: database.adminUrl() });

function envOf(database) {
  const env = { ...ownerEnv(process.env, database), DATA_DIR: database.dataDir };
  if (!env.SECRET_KEY && database.secretKey) env.SECRET_KEY = database.secretKey;
  return env;
}
