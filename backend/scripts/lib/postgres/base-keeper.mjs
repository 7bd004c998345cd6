import { sentenceFor } from '../fault.mjs';
import { warn } from '../say.mjs';
import { basesIn, pruneArchive } from './archive.mjs';
import { copyBase } from './base-copy.mjs';

/** A start is not held up, and what lives for a moment only makes none. */
const firstMs = 60_000;
const everyMs = 60 * 60_000;
const dayMs = 86_400_000;

/** Copies the running cluster once a day, and deletes what is past its time. @param {number} days of which every instant can be reached */
export function keepBases({ url, cluster, archive, days }) {
  let busy = Promise.resolve();
  async function look() {
    const newest = basesIn(archive).at(-1);
    if (!newest || Date.now() - Date.parse(newest.startedAt) > dayMs) await copyBase({ url: url(), cluster, archive });
    pruneArchive(archive, days);
  }
  const tick = () => {
    busy = busy.then(look).catch((error) => {
      warn(
        `The database was not copied for going back in time, which is tried again in an hour: ${sentenceFor(error) ?? error.message}`,
      );
    });
  };
  const timers = [setTimeout(tick, firstMs), setInterval(tick, everyMs)];
  timers.forEach((timer) => timer.unref());
  return {
    stop: () => timers.forEach((timer) => clearTimeout(timer)),
  };
}
