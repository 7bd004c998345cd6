import { spawn } from 'node:child_process';
import path from 'node:path';
import { appServer } from './lib/app-server.mjs';
import { dist } from './lib/backend-run.mjs';
import { ensureBackend } from './lib/build.mjs';
import { loadDemo } from './lib/demo.mjs';
import { main, sentenceFor } from './lib/fault.mjs';
import { claimDataDir, demandPort, migrate, openDatabase, ownerEnv, serverEnv } from './lib/house.mjs';
import { checkNode, ensureInstalled } from './lib/install.mjs';
import { recordOf } from './lib/lock.mjs';
import { backend, frontend } from './lib/paths.mjs';
import { endProcess, waitUntil } from './lib/processes.mjs';
import { say, step, warn } from './lib/say.mjs';
import { loadEnvFile, readSettings } from './lib/settings.mjs';
import { stopper, untilStopped } from './lib/stopping.mjs';
import { toolFile } from './lib/tools.mjs';
import { watchFolder } from './lib/watch.mjs';

const screensPort = 3001;

/** Server on PORT and screens on 3001, each new whenever its sources change. */
async function develop(settings, stop) {
  const home = await claimDataDir(settings, 'npm run dev', stop);
  await demandPort(settings.port);
  await demandPort(screensPort);
  await ensureInstalled();
  await ensureBackend();
  const database = await openDatabase(settings, home, process.env, stop);
  const env = serverEnv(settings, home, database, { NODE_ENV: 'development' });
  await migrate(ownerEnv(env(), database));
  if (settings.demo) await loadDemo(ownerEnv(env(), database));

  let isBuilt = true;
  const server = appServer({
    entry: dist('main.js'),
    env,
    flags: ['--enable-source-maps'], // a fifth of the start goes into reading them: only who writes code waits for that
    logFile: path.join(home.dataDir, 'logs', 'server.log'),
    port: settings.port,
    mayStart: async () => {
      await database.isUp();
      await waitUntil(() => isBuilt, Infinity);
    },
    onStart: (pid) => home.lock.update({ server: recordOf(pid), databasePort: database.port() }),
    // Half-written code dies often; whoever is writing it will mend it.
    patience: Infinity,
  });
  database.onMove(server.renew);
  stop.add(server.stop);
  server.start();

  async function renew(files) {
    if (files.every((file) => file.endsWith('.spec.ts'))) return;
    try {
      isBuilt = false;
      await ensureBackend();
      if (files.some((file) => file.startsWith('migrations'))) await migrate(ownerEnv(env(), database));
      isBuilt = true;
      await server.renew();
      say(`Server renewed (${files.slice(0, 3).join(', ')}${files.length > 3 ? ', …' : ''}).`);
    } catch (error) {
      warn(sentenceFor(error) ?? error.stack);
    }
  }
  stop.add(watchFolder(path.join(backend, 'src'), renew));

  const hopeless = Promise.race([server.gaveUp, database.gaveUp]);
  await step('Starting the server', () => Promise.race([server.firstReady, hopeless]));
  startScreens(settings, stop);
  say(`\nScreens  http://localhost:${screensPort}\nServer   http://localhost:${settings.port}/api/docs/`);
  say(`Logs     ${path.join(home.dataDir, 'logs')}\nCtrl-C stops it.\n`);
  await hopeless;
}

function startScreens(settings, stop) {
  const child = spawn(process.execPath, [toolFile('vite')], {
    cwd: frontend,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
    env: { ...process.env, NODE_ENV: 'development', API_URL: `http://localhost:${settings.port}` },
  });
  child.once(
    'exit',
    (code) => stop.isRequested || warn(`Vite ended with code ${code}: the screens are not served any more.`),
  );
  stop.add(() =>
    endProcess(child.pid, [
      ['SIGTERM', 5000],
      ['SIGKILL', 2000],
    ]),
  );
}

await main(async () => {
  checkNode();
  loadEnvFile();
  const settings = readSettings(process.env);
  const stop = stopper({ onRequest: () => say('\nStopping …') });
  await untilStopped(stop, () => develop(settings, stop));
  process.exit();
});
