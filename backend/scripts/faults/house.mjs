import { spawn } from 'node:child_process';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { dist } from '../lib/backend-run.mjs';
import { root } from '../lib/paths.mjs';
import { freePort } from '../lib/ports.mjs';
import { app, database, urlFor } from '../lib/postgres/connection.mjs';
import { endProcess, waitUntil } from '../lib/processes.mjs';
import { busierThanAHouse, startProduct } from '../lib/product.mjs';
import { track } from '../lib/run.mjs';
import { readSecrets } from '../lib/secrets.mjs';
import { readRunning } from '../lib/lock.mjs';
import { neutralEnv } from '../lib/settings.mjs';
import { ask } from './client.mjs';
import { town } from './postbox.mjs';

const stopSignals = [
  ['SIGTERM', 20_000],
  ['SIGKILL', 5000],
];

/**
 * The product as `npm start` runs it, with its API and its embedded Postgres under the supervisor, and two workers beside
 * it, each with a mail server of its own so that it shows which of them is at work on a mail.
 */
export async function openHouse() {
  const { postbox } = town();
  const postboxes = [await postbox(), await postbox()];
  // Who writes signs in once, and the long version takes longer than a token usually lives.
  const roles = {
    ...{ PROVABOOK_ROLE: 'api', DEMO: '1', LOG_LEVEL: 'warn', SMTP_URL: postboxes[0].url },
    ACCESS_TOKEN_LIFETIME: '3h',
  };
  const product = await startProduct({ env: roles });
  const { dataDir } = product;
  const secrets = readSecrets(dataDir);
  const env = () => ({
    ...neutralEnv(),
    ...roles,
    RATE_LIMITS: busierThanAHouse,
    NODE_ENV: 'production',
    DATA_DIR: dataDir,
    SECRET_KEY: secrets.secretKey,
    DATABASE_URL: urlFor({
      user: app,
      password: secrets.databaseApp,
      port: readRunning(dataDir).databasePort,
      database,
    }),
  });
  const processes = new Set();

  /** A further process of the product, beside those of the supervisor. */
  function run(entry, settings) {
    const child = track(
      spawn(process.execPath, [dist(entry)], {
        cwd: root,
        env: { ...env(), ...settings },
        stdio: 'ignore',
        detached: true,
      }),
    );
    const ended = new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));
    processes.add(child);
    ended.then(() => processes.delete(child));
    return { pid: child.pid, ended };
  }

  const workers = [];
  let isClosing = false;

  /** A worker that is started again whenever it ends, as a service manager does. */
  async function employ(desk) {
    while (!isClosing) {
      workers[desk] = run('worker.js', { PROVABOOK_ROLE: 'worker', SMTP_URL: postboxes[desk].url });
      await workers[desk].ended;
      await sleep(200);
    }
  }
  const employed = postboxes.map((_, desk) => employ(desk));
  const probe = new http.Agent({ keepAlive: false });
  const isReady = async (url = product.url) => (await ask(probe, `${url}/readyz`)).status === 200;

  return {
    product,
    postboxes,
    workers,
    isReady,
    /** A further API process on a port of its own, ready to answer. */
    async openApi(settings, port) {
      const chosen = port ?? (await freePort());
      const server = run('main.js', { ...settings, PORT: String(chosen) });
      const url = `http://127.0.0.1:${chosen}`;
      if (!(await waitUntil(() => isReady(url), 60_000)))
        throw new Error('A further API process did not become ready.');
      return { ...server, url, port: chosen };
    },
    async close() {
      isClosing = true;
      await Promise.all([...processes].map(({ pid }) => endProcess(pid, stopSignals)));
      await Promise.all(employed);
      await product.stop();
      await Promise.all(postboxes.map((box) => box.close()));
    },
  };
}
