import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { dist } from './lib/backend-run.mjs';
import { ensureBackend } from './lib/build.mjs';
import { lookAtBackups, lookAtClock, lookAtDatabase, lookAtTables } from './lib/doctor/database.mjs';
import { lookAtDisk, lookAtFolder, lookAtPort, lookAtSecrets } from './lib/doctor/machine.mjs';
import { examine, exitCodeOf, fault, ok, reportOf } from './lib/doctor/report.mjs';
import { lookAtMail, lookAtMedia, lookAtRedis, lookAtScanner, lookAtStorage } from './lib/doctor/services.mjs';
import { main } from './lib/fault.mjs';
import { checkNode, ensureInstalled } from './lib/install.mjs';
import { isStill, readRunning } from './lib/lock.mjs';
import { app, database as databaseName, urlFor, withClient } from './lib/postgres/connection.mjs';
import { placeOfData } from './lib/postgres/data-home.mjs';
import { say } from './lib/say.mjs';
import { readSecrets } from './lib/secrets.mjs';
import { loadEnvFile, readSettings } from './lib/settings.mjs';
import { removeFolder, temporaryFolder } from './lib/temporary.mjs';

const load = createRequire(import.meta.url);

/** The house as it would start, or runs: nothing is started, made or changed but one file, which is taken away again. */
async function look(settings) {
  const dataDir = placeOfData(settings.wantedDataDir);
  const running = isStill(readRunning(dataDir)) ? readRunning(dataDir) : null;
  const secrets = !settings.external && existsSync(path.join(dataDir, 'secrets.json')) ? readSecrets(dataDir) : null;
  const url = databaseUrl(settings, running, secrets);
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    DATABASE_URL: url ?? 'postgres://starts.with/the-house',
    SECRET_KEY: process.env.SECRET_KEY || secrets?.secretKey || (settings.external ? undefined : aKey()),
  };
  const { findings, config } = await configuration(env);
  findings.push(
    await examine('port', () => lookAtPort(settings.port, running?.server ?? null)),
    await examine(
      'data folder',
      () => lookAtFolder(dataDir),
      `Start as the account that owns ${dataDir}, or set DATA_DIR.`,
    ),
    await examine('disk', () => lookAtDisk(config?.BACKUP_DIR ?? dataDir)),
    await examine('secrets', () => lookAtSecrets({ SECRET_KEY: process.env.SECRET_KEY || secrets?.secretKey })),
  );
  if (!config) return findings;
  findings.push(...(await database(url, config)));
  const { storageFrom } = load(dist('platform/storage/storage.module.js'));
  findings.push(
    await examine('storage', () => lookAtFiles(config, storageFrom), 'See STORAGE_DRIVER and what belongs to it.'),
    await examine('mail', () => lookAtMail(config.SMTP_URL), 'See SMTP_URL: address, port, user and password.'),
    await examine('virus scanner', () => lookAtScanner(config.CLAMD_URL), 'See CLAMD_URL, and whether clamd runs.'),
    await examine('redis', () => lookAtRedis(config.REDIS_URL), 'See REDIS_URL, and whether Redis runs.'),
  );
  return findings;
}

/** What is on its way to a bucket waits in a folder that goes again. */
async function lookAtFiles(config, storageFrom) {
  if (config.STORAGE_DRIVER === 'disk') return lookAtMedia((await storageFrom(config)).root);
  const folder = temporaryFolder('doctor');
  try {
    return await lookAtStorage(await storageFrom({ ...config, DATA_DIR: folder }));
  } finally {
    removeFolder(folder);
  }
}

/** As the first start will make one. */
const aKey = () => randomBytes(32).toString('hex');

function databaseUrl(settings, running, secrets) {
  if (settings.external) return process.env.DATABASE_URL;
  if (!running?.databasePort || !secrets) return null;
  return urlFor({ user: app, password: secrets.databaseApp, port: running.databasePort, database: databaseName });
}

async function configuration(env) {
  const { loadConfig, ConfigurationFault } = load(dist('platform/config/config.js'));
  try {
    return { config: loadConfig(env), findings: [{ name: 'configuration', ...ok('every variable can be read') }] };
  } catch (error) {
    if (!(error instanceof ConfigurationFault)) throw error;
    const findings = error.faults.map((says) => ({ name: 'configuration', ...fault(says, 'See .env.example.') }));
    return { config: null, findings };
  }
}

async function database(url, config) {
  if (!url)
    return [{ name: 'database', ...ok('the embedded one, which npm start starts; look again while the house runs') }];
  const looks = (query) => [
    ['database', () => lookAtDatabase(query)],
    ['tables', () => lookAtTables(query, migrations())],
    ['clock', () => lookAtClock(query)],
    ['backups', () => lookAtBackups(query, { backup: config.BACKUP_MAX_AGE, drill: config.DRILL_MAX_AGE })],
  ];
  const found = [];
  const reached = await examine(
    'database',
    () =>
      withClient(url, async (client) => {
        const query = async (statement) => (await client.query(statement)).rows;
        for (const [name, look] of looks(query)) found.push(await examine(name, look));
        return ok('');
      }),
    'See DATABASE_URL, and whether Postgres runs.',
  );
  return reached.state === 'ok' ? found : [reached];
}

/** `Foundation1795262000000` of `1795262000000-Foundation.js` */
const migrations = () =>
  readdirSync(dist('migrations')).flatMap((file) => {
    const [, timestamp, name] = /^(\d+)-(\w+)\.js$/.exec(file) ?? [];
    return name ? [`${name}${timestamp}`] : [];
  });

// `npm run doctor`: what would keep this house from running well, and what to do about it. Exit code 1 where something is at fault.
await main(async () => {
  checkNode();
  loadEnvFile();
  const settings = readSettings(process.env);
  await ensureInstalled();
  await ensureBackend();
  const findings = [{ name: 'node', ...ok(process.versions.node) }, ...(await look(settings))];
  say(reportOf(findings));
  process.exitCode = exitCodeOf(findings);
});
