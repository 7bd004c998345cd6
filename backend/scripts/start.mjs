import path from 'node:path';
import { appServer } from './lib/app-server.mjs';
import { dist } from './lib/backend-run.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { loadDemo, signIns } from './lib/demo.mjs';
import { main } from './lib/fault.mjs';
import { claimDataDir, demandPort, migrate, openDatabase, ownerEnv, serverEnv } from './lib/house.mjs';
import { checkNode, ensureInstalled } from './lib/install.mjs';
import { recordOf } from './lib/lock.mjs';
import { say, seconds, step } from './lib/say.mjs';
import { loadEnvFile, readSettings, withoutPassword } from './lib/settings.mjs';
import { stopper, untilStopped } from './lib/stopping.mjs';

const started = Date.now();

/** From nothing to a running house; ends only by a fault or by being told to stop. */
async function start(settings, stop) {
  const home = await claimDataDir(settings, 'npm start', stop);
  if (settings.servesHttp) await demandPort(settings.port);
  await ensureInstalled();
  await ensureBuilt();

  const database = await openDatabase(settings, home, process.env, stop);
  const env = serverEnv(settings, home, database);
  await migrate(ownerEnv(env(), database));
  if (settings.demo) await loadDemo(ownerEnv(env(), database));

  const server = appServer({
    entry: dist(settings.servesHttp ? 'main.js' : 'worker.js'),
    env,
    logFile: path.join(home.dataDir, 'logs', 'server.log'),
    port: settings.servesHttp ? settings.port : null,
    mayStart: database.isUp,
    onStart: (pid) => home.lock.update({ server: recordOf(pid), url: urlOf(settings), databasePort: database.port() }),
  });
  database.onMove(server.renew);
  stop.add(server.stop);
  server.start();
  const hopeless = Promise.race([server.gaveUp, database.gaveUp]);
  await step('Starting the server', () => Promise.race([server.firstReady, hopeless]));
  tellReady(settings, home);
  await hopeless;
}

const urlOf = ({ port }) => `http://localhost:${port}`;

function tellReady(settings, { dataDir }) {
  say();
  say(settings.servesHttp ? `Provabook is ready: ${urlOf(settings)}` : 'The worker of Provabook is running.');
  if (settings.demo && settings.servesHttp) {
    say('\n  This is the demo house. Sign in as');
    const width = Math.max(...signIns.map(([email]) => email.length));
    for (const [email, password, what] of signIns) say(`    ${email.padEnd(width)}  ${password.padEnd(16)}  ${what}`);
  }
  if (!settings.demo && settings.servesHttp) {
    say('\n  Nobody can sign in yet? The first admin: npm run admin -- --email rina@example.com --name "Rina Akter"');
  }
  say();
  say(
    `  Data     ${dataDir}${settings.external ? ` and the database ${withoutPassword(process.env.DATABASE_URL)}` : ''}`,
  );
  say(`  Logs     ${path.join(dataDir, 'logs')}`);
  say(`  Up in ${seconds(Date.now() - started)}. Ctrl-C stops it.`);
}

await main(async () => {
  checkNode();
  loadEnvFile();
  const settings = readSettings(process.env);
  const stop = stopper({
    onRequest: () => say('\nStopping …'),
    onImpatience: () => say('Still stopping: what is under way is finished first (15 s at most).'),
  });
  await untilStopped(stop, () => start(settings, stop));
  if (stop.isRequested) {
    say('Stopped.');
    process.exit();
  }
});
