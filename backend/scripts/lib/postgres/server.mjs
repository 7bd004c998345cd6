import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../fault.mjs';
import { freePort } from '../ports.mjs';
import { endProcess } from '../processes.mjs';
import { run } from '../run.mjs';
import { asAccount } from './account.mjs';
import { postgresEnv } from './cluster.mjs';
import { superuser, urlFor, withClient } from './connection.mjs';
import { clearLeftover, stopSignals } from './leftover.mjs';

const refusals = [
  ['port', /could not create any TCP\/IP sockets|Address already in use/],
  ['busy', /pre-existing shared memory block|lock file ".*" already exists/],
];
const patienceMs = 30_000;

/**
 * One Postgres process on one data directory.
 * @param {{ cluster, account, binaries, password, logFile, settings }} place
 */
export function postgresServer({ cluster, account, binaries, password, logFile, settings }) {
  let child = null;
  let port = null;
  let leftover = {};
  // Made with the process, so that no end of it is missed, however soon it comes.
  let end = Promise.resolve(null);

  function spawnOn(wanted) {
    const options = { port: wanted, listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings };
    const args = ['-D', cluster, ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
    // A file and not a pipe: a Postgres that outlives us must still have somewhere to write.
    const log = openSync(logFile, 'a', 0o600);
    // A group of its own: Ctrl-C is for us, who stop the server before its database.
    child = spawn(binaries.postgres, args, {
      stdio: ['ignore', log, log],
      detached: true,
      cwd: '/',
      env: { ...postgresEnv(), ...leftover },
      ...asAccount(account),
    });
    closeSync(log);
    const started = child;
    end = new Promise((resolve) => {
      started.once('error', resolve);
      started.once('exit', () => resolve(null));
    });
  }

  const url = () => urlFor({ user: superuser, password, port, database: 'postgres' });

  /** Whether it answers; another server that took the port meanwhile is none of ours, whatever it says. */
  async function answers() {
    try {
      const { rows } = await withClient(url(), (client) => client.query('show data_directory'));
      return rows[0].data_directory === cluster;
    } catch (error) {
      const refused = error.code === '28P01';
      // Where the port is another's, ours is about to end.
      const hasEnded = await Promise.race([end.then(() => true), sleep(refused ? 2000 : 50, false)]);
      if (refused && !hasEnded) {
        child.kill('SIGINT');
        throw new Fault(
          `The database in ${cluster} does not know the password in secrets.json. Put the right file back.`,
        );
      }
      return false;
    }
  }

  /** @returns {Promise<'up' | 'port' | 'busy'>} @throws Fault when Postgres says why it cannot start */
  async function tryOn(wanted) {
    const before = sizeOf(logFile);
    port = wanted;
    spawnOn(wanted);
    let ended = false;
    end.then(() => (ended = true));
    while (!ended) {
      if (await answers()) return 'up';
    }
    const error = await end;
    child = null;
    if (error) throw new Fault(`Postgres could not be run (${binaries.postgres}): ${error.code}.`);
    const said = readFileSync(logFile).subarray(before).toString();
    const refusal = refusals.find(([, pattern]) => pattern.test(said))?.[0];
    if (refusal) return refusal;
    throw new Fault(
      `The database in ${cluster} does not start. Postgres said: ${lastWords(said)}\nMore is in ${logFile}.`,
    );
  }

  return {
    get port() {
      return port;
    },
    get pid() {
      return child?.pid ?? null;
    },
    url,
    /** Starts it, on the port it had before where that is free; resolves when it answers. */
    async start() {
      leftover = await clearLeftover(cluster);
      const deadline = Date.now() + patienceMs;
      let wanted = port ?? (await freePort());
      for (;;) {
        const result = await tryOn(wanted);
        if (result === 'up') return;
        if (Date.now() > deadline) throw new Fault(unwilling(result, cluster, wanted));
        // Parts of a killed Postgres need a moment to notice and go; a taken port is left to who has it.
        if (result === 'port') wanted = await freePort();
        await sleep(250);
      }
    },
    /** Resolves when the running process ends, of its own or killed. */
    ended: () => end,
    async stop() {
      const stopping = child;
      child = null;
      if (!stopping || stopping.exitCode !== null || stopping.signalCode !== null) return;
      if (process.platform === 'win32') {
        await run(binaries.pgCtl, ['stop', '-D', cluster, '-m', 'fast'], { env: postgresEnv() });
        return;
      }
      await endProcess(stopping.pid, stopSignals);
    },
  };
}

const sizeOf = (file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

function lastWords(said) {
  const lines = said.split('\n').filter(Boolean);
  const grave = lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? 'nothing';
  return grave.replace(/^.*?(FATAL|PANIC):\s*/, '');
}

function unwilling(result, cluster, port) {
  if (result === 'port') return `No free port could be found for the database (the last one tried was ${port}).`;
  return (
    `Another Postgres still uses the data in ${cluster}, and has not let go of it for ${patienceMs / 1000} seconds. ` +
    'See who runs it (ps -ef | grep postgres), stop that, and start again.'
  );
}
