import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from './fault.mjs';
import { readRunning } from './lock.mjs';
import { root, scripts } from './paths.mjs';
import { freePort } from './ports.mjs';
import { database, owner, urlFor } from './postgres/connection.mjs';
import { wantedDataDir } from './postgres/data-home.mjs';
import { pidIn } from './postgres/leftover.mjs';
import { endProcess, isAlive, waitUntil } from './processes.mjs';
import { track } from './run.mjs';
import { readSecrets } from './secrets.mjs';
import { neutralEnv } from './settings.mjs';
import { removeFolder, temporaryFolder } from './temporary.mjs';

const patienceMs = 180_000;
/** One machine plays all the people of a house at once. */
export const busierThanAHouse = 'public=1000000,signed-in=1000000,admin=1000000,uploads=1000000';

/**
 * Starts the real product as `npm start` does, and waits until it is ready.
 * @param {{ port?: number, dataDir?: string, env?: Record<string, string> }} [options]
 *   a free port and a folder of its own, removed when it stops, unless they are named
 */
export async function startProduct({ port, dataDir, env = {} } = {}) {
  const folder = dataDir ?? temporaryFolder('product');
  const place = wantedDataDir({ DATA_DIR: folder });
  mkdirSync(place, { recursive: true });
  if (process.getuid?.() === 0) chmodSync(place, 0o711);
  const chosen = port ?? (await freePort());
  const options = {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: { ...neutralEnv(), RATE_LIMITS: busierThanAHouse, ...env, PORT: String(chosen), DATA_DIR: place },
  };
  const child = track(spawn(process.execPath, [path.join(scripts, 'start.mjs')], options));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  const ended = new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal })));
  const removeOwn = () => dataDir ?? removeFolder(folder);

  let isOver = false;
  ended.then(() => (isOver = true));
  const isReady = () => said.includes('Provabook is ready');
  await waitUntil(() => isOver || isReady(), patienceMs);
  if (isOver || !isReady()) {
    if (isAlive(child.pid)) await endProcess(child.pid, stopSignals);
    removeOwn();
    throw new Fault(`The product did not become ready. It said:\n${said}`);
  }

  const pids = {
    supervisor: () => child.pid,
    server: () => readRunning(place)?.server?.pid ?? null,
    postgres: () => pidIn(path.join(place, 'postgres')),
  };
  return {
    url: `http://localhost:${chosen}`,
    port: chosen,
    dataDir: place,
    ended,
    output: () => said,
    /** Where a test looks at the rows themselves. */
    ownerUrl: () =>
      urlFor({
        user: owner,
        password: readSecrets(place).databaseOwner,
        port: readRunning(place).databasePort,
        database,
      }),
    /** The number of one of its processes just now: 'supervisor', 'server' or 'postgres'. */
    pidOf: (who) => pids[who](),
    /** As Ctrl-C does: server, then database. */
    async stop() {
      if (isAlive(child.pid)) await endProcess(child.pid, stopSignals);
      const result = await ended;
      removeOwn();
      return result;
    },
    /**
     * Kills without warning: 'server' or 'postgres', which are started again, or (by default) all of Node, the
     * supervisor and the server, after which nothing starts again and the database is left running.
     */
    async kill9(who = 'node') {
      const doomed = who === 'node' ? [pids.supervisor(), pids.server()] : [pids[who]()];
      for (const pid of doomed) if (pid && isAlive(pid)) process.kill(pid, 'SIGKILL');
      if (who === 'node') await ended;
      else await sleep(50);
      return doomed[0];
    },
  };
}

const stopSignals = [
  ['SIGTERM', 60_000],
  ['SIGKILL', 5000],
];
