import { dist, runBackend } from './lib/backend-run.mjs';
import { ensureBackend } from './lib/build.mjs';
import { main } from './lib/fault.mjs';
import { claimDataDir, migrate, openDatabase, ownerEnv } from './lib/house.mjs';
import { checkNode, ensureInstalled } from './lib/install.mjs';
import { isStill, readRunning } from './lib/lock.mjs';
import { app, database as databaseName, owner, urlFor } from './lib/postgres/connection.mjs';
import { prepareDataDir } from './lib/postgres/data-home.mjs';
import { say, step } from './lib/say.mjs';
import { readSecrets } from './lib/secrets.mjs';
import { loadEnvFile, readSettings } from './lib/settings.mjs';
import { stopper, untilStopped } from './lib/stopping.mjs';

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
  };
}

/** Opens the house's database where it does not run, and updates its tables. */
async function openIdleDatabase(settings, stop) {
  const home = await claimDataDir(settings, 'npm run seed', stop);
  const database = await openDatabase(settings, home, process.env, stop);
  await migrate(ownerEnv(process.env, database));
  return { ...database, dataDir: home.dataDir };
}

await main(async () => {
  checkNode();
  loadEnvFile();
  const settings = readSettings(process.env);
  await ensureInstalled();
  await ensureBackend();
  const stop = stopper();
  await untilStopped(stop, async () => {
    const database = runningDatabase(settings) ?? (await openIdleDatabase(settings, stop));
    const env = { ...ownerEnv(process.env, database), DATA_DIR: database.dataDir, DEMO: '1' };
    if (!env.SECRET_KEY && database.secretKey) env.SECRET_KEY = database.secretKey;
    const args = process.argv.length > 2 ? process.argv.slice(2) : ['--scale', 'small'];
    say((await step('Loading the season', () => runBackend(dist('seed.js'), args, env))).trim());
  });
});
