import { setTimeout as sleep } from 'node:timers/promises';
import { Fault, sentenceFor } from '../fault.mjs';
import { warn } from '../say.mjs';

const patience = 10;
const longestPauseMs = 5000;

/**
 * Starts the database again whenever it dies, on the same port wherever that is possible.
 * @param {{ server: object, onMove: () => Promise<void> }} plan `onMove` when it had to take another port
 */
export function keepPostgres({ server, onMove }) {
  let stopping = false;
  let up = Promise.resolve();
  let announceEnd;
  const gaveUp = new Promise((_, reject) => (announceEnd = reject));
  gaveUp.catch(() => {});

  async function watch() {
    for (;;) {
      await server.ended();
      if (stopping) return;
      warn('The database ended unexpectedly. It is started again.');
      const port = server.port;
      up = startAgain();
      await up;
      if (stopping) return;
      warn('The database is back.');
      if (server.port !== port) await onMove();
    }
  }

  async function startAgain() {
    for (let failures = 0; !stopping;) {
      try {
        return await server.start();
      } catch (error) {
        failures += 1;
        const sentence = sentenceFor(error);
        if (!sentence || failures === patience) throw error;
        warn(sentence);
        await sleep(Math.min(250 * 2 ** failures, longestPauseMs));
      }
    }
  }

  watch().catch((error) => announceEnd(sentenceFor(error) ? new Fault(sentenceFor(error)) : error));

  return {
    /** Resolves while the database is up. */
    isUp: () => up.catch(() => {}),
    /** Rejects when it cannot be started any more. */
    gaveUp,
    async stop() {
      stopping = true;
      await up.catch(() => {});
      await server.stop();
    },
  };
}
