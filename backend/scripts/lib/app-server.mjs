import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Fault } from './fault.mjs';
import { byLine, inShort, openLog, terminalLevel } from './logs.mjs';
import { root, scripts } from './paths.mjs';
import { endProcess } from './processes.mjs';
import { warn } from './say.mjs';

/** "Do not start me again": the server has told what is wrong with its configuration. */
export const configurationFault = 78;

/** The server stops within 15 s of being told to; each signal with the milliseconds it is given. */
export const stopSignals = [
  ['SIGTERM', 17_000],
  ['SIGKILL', 3000],
];

/** Half of what V8 takes for young objects: 15 to 25 MB less from the first minute, for some 2 % of CPU. docker/Dockerfile too. */
export const serverFlags = ['--max-semi-space-size=8'];

const leash = pathToFileURL(path.join(scripts, 'lib', 'leash.mjs')).href;
const longestPauseMs = 5000;
const rememberedLines = 60;

/**
 * The server as a child that is started again whenever it dies.
 * @param {object} plan
 * @param {string} plan.entry the server's main file
 * @param {() => object} plan.env asked at each start, since the database may have moved to another port
 * @param {string[]} [plan.flags] of Node
 * @param {string} plan.logFile
 * @param {number | null} plan.port null: it serves no HTTP
 * @param {() => Promise<void>} [plan.mayStart] waited for before each start
 * @param {(pid: number) => void} [plan.onStart]
 * @param {number} [plan.patience] so many deaths in a row without having been ready end the trying
 */
export function appServer(plan) {
  const { entry, env, flags = [], logFile, port, mayStart = async () => {}, onStart = () => {}, patience = 6 } = plan;
  const log = openLog(logFile);
  let life = null;
  let stopping = false;
  let renewing = false;
  let announceReady;
  let announceEnd;
  const firstReady = new Promise((resolve) => (announceReady = resolve));
  const gaveUp = new Promise((_, reject) => (announceEnd = reject));
  gaveUp.catch(() => {});

  async function keepRunning() {
    let deaths = 0;
    while (!stopping) {
      await mayStart();
      if (stopping) return;
      life = liveOnce({ entry, env: env(), flags, log, port, announceReady });
      onStart(life.pid);
      const { code, signal, wasReady, complaint, lastWords } = await life.end;
      life = null;
      if (stopping) return;
      if (code === configurationFault) throw new Fault(lastWords, { exitCode: configurationFault });
      if (renewing) {
        renewing = false;
        continue;
      }
      deaths = wasReady ? 0 : deaths + 1;
      if (deaths >= patience) {
        throw new Fault(
          `The server ended ${deaths} times before it was ready, so it is not started again. ` +
            `The last time it said: ${complaint}\nAll it said is in ${logFile}.`,
        );
      }
      const how = signal ? `was ended by ${signal}` : `ended with code ${code}`;
      warn(`The server ${how}${wasReady ? '' : ` before it was ready (${complaint})`}. It is started again.`);
      await sleep(deaths ? Math.min(125 * 2 ** deaths, longestPauseMs) : 100);
    }
  }

  const endLife = async () => {
    if (life) await endProcess(life.pid, stopSignals);
  };

  return {
    get pid() {
      return life?.pid ?? null;
    },
    /** Resolves when the server first answers that it is ready. */
    firstReady,
    /** Rejects when starting it again makes no sense any more. */
    gaveUp,
    start() {
      keepRunning().catch(announceEnd);
    },
    /** Ends it so that it is started anew. */
    async renew() {
      renewing = Boolean(life);
      await endLife();
    },
    async stop() {
      stopping = true;
      await endLife();
    },
  };
}

/** One process from its start to its end. */
function liveOnce({ entry, env, flags, log, port, announceReady }) {
  const child = spawn(process.execPath, [...flags, ...serverFlags, '--import', leash, entry], {
    cwd: root,
    env,
    // The channel is the leash: nothing is said over it.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // A group of its own: Ctrl-C is for the supervisor, who stops the server before its database.
    detached: true,
  });
  const lines = [];
  const level = terminalLevel(env);
  const toTerminal = byLine((line) => {
    const short = inShort(line, level);
    if (short) warn(short);
  });
  const remember = byLine((line) => {
    lines.push(line);
    if (lines.length > rememberedLines) lines.shift();
  });
  child.stdout.setEncoding('utf8').on('data', (text) => {
    log.write(text);
    toTerminal(text);
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    log.write(text);
    remember(text);
  });

  let ended = false;
  let wasReady = false;
  const end = new Promise((resolve) => {
    const finish = (code, signal) => {
      ended = true;
      const complaint = (
        lines.find((line) => /^\w*(Error|Exception)\b/.test(line)) ??
        lines.find(Boolean) ??
        'nothing'
      ).trim();
      resolve({ code, signal, wasReady, complaint, lastWords: lines.join('\n').trim() });
    };
    child.once('error', (error) => {
      lines.push(error.message);
      finish(null, null);
    });
    child.once('close', finish);
  });
  const watch = async () => {
    while (!ended && !(port === null || (await answersReady(port)))) await sleep(50);
    if (ended) return;
    wasReady = true;
    announceReady();
  };
  watch();
  return { pid: child.pid, end };
}

async function answersReady(port) {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
