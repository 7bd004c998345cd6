import { isAlive, parentOf } from './processes.mjs';
import { endAllRuns } from './run.mjs';
import { warn } from './say.mjs';

const sameKeystrokeMs = 1000;

/**
 * Collects what a command has started and ends it, last first, when it is done or told to stop.
 * @param {{ onRequest?: () => void, onImpatience?: () => void }} [hooks]
 */
export function stopper({ onRequest = () => {}, onImpatience = () => {} } = {}) {
  const closers = [];
  let closing = null;
  let requestedAt = null;
  let request;
  /** Resolves when somebody wants the command to stop. */
  const requested = new Promise((resolve) => (request = resolve));

  const onSignal = () => {
    // npm hands a Ctrl-C on that the terminal has sent us already: one keystroke, one request.
    if (requestedAt === null) {
      requestedAt = Date.now();
      onRequest();
      endAllRuns();
      request();
    } else if (Date.now() - requestedAt > sameKeystrokeMs) {
      onImpatience();
    }
  };
  const stopWatching = watchNpm(onSignal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, onSignal);

  async function closeAll() {
    stopWatching();
    for (const close of closers.reverse()) {
      try {
        await close();
      } catch (error) {
        warn(`While stopping: ${error.message}`);
      }
    }
  }

  return {
    requested,
    get isRequested() {
      return requestedAt !== null;
    },
    /** To be ended before all that was added earlier. */
    add: (close) => closers.push(close),
    close: () => (closing = closing ?? closeAll()),
  };
}

/**
 * npm starts us through a shell that a SIGTERM ends without telling us, and kill -9 of npm tells nobody: whoever ends
 * npm means what it runs. Under no npm nothing is watched, so that a service may outlive what started it.
 */
function watchNpm(onGone) {
  if (!process.env.npm_lifecycle_event) return () => {};
  const shell = process.ppid;
  const npm = parentOf(shell);
  const timer = setInterval(() => {
    if (process.ppid === shell && (npm === null || isAlive(npm))) return;
    clearInterval(timer);
    onGone();
  }, 250);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * Runs a command's body, which ends early when a stop is requested, and then ends what it started.
 * A fault that the stop itself caused is not reported.
 */
export async function untilStopped(stop, body) {
  try {
    await Promise.race([body(), stop.requested]);
  } catch (error) {
    if (!stop.isRequested) throw error;
  } finally {
    await stop.close();
  }
}
