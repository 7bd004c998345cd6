import { setTimeout as sleep } from 'node:timers/promises';
import { clientOf, signIn } from './client.mjs';
import { openHouse } from './house.mjs';
import { killApi, killDatabase, killWorkerAtMail, takenOver } from './kills.mjs';
import { account, delivery } from './ledger.mjs';
import { rollingRestart } from './rolling.mjs';
import { startWriters } from './writers.mjs';

const writersCount = 8;

const longest = (rounds) => Math.max(...rounds.map(({ ms }) => ms));

/**
 * Kills every part of a running house so often while eight people write, then counts what is there.
 * @returns {Promise<{ what: string, figure: string, goal: string, ok: boolean, notes: string[], isTime?: boolean }[]>}
 */
export async function throughFaults({ kills, restarts }) {
  const house = await openHouse();
  try {
    const url = () => house.product.url;
    const token = await signIn(url());
    const writer = clientOf(url, token);
    const writers = startWriters(url, token, writersCount);
    const apis = [];
    const databases = [];
    const workers = [];
    let written;
    let rolling;
    for (let round = 1; round <= kills; round++) {
      databases.push(await killDatabase(house, writer));
      await sleep(500);
      const mail = await killWorkerAtMail(house, writer, `round-${round}`);
      apis.push({ ms: await killApi(house) });
      if (round < kills) {
        workers.push(await takenOver(house, mail));
        continue;
      }
      written = await writers.stop();
      // Two are exchanged while the last mail waits for its turn.
      const [last, exchanged] = await Promise.all([takenOver(house, mail), rollingRestart(house, token, restarts)]);
      workers.push(last);
      rolling = exchanged;
    }
    const books = await account(house.product.ownerUrl(), written);
    const told = await delivery(house.product.ownerUrl());
    writer.close();
    return rowsOf({ kills, restarts, apis, databases, workers, written, books, told, rolling });
  } finally {
    await house.close();
  }
}

function rowsOf({ kills, restarts, apis, databases, workers, written, books, told, rolling }) {
  const row = (what, figure, goal, ok, notes = []) => ({ what, figure: String(figure), goal, ok, notes });
  const timed = (what, rounds, goalMs) => {
    const ms = longest(rounds);
    const figure = Number.isFinite(ms) ? `${(ms / 1000).toFixed(1)} s` : 'never';
    return { ...row(what, figure, `≤ ${goalMs / 1000} s`, ms <= goalMs), isTime: Number.isFinite(ms) };
  };
  const none = (what, found) => row(what, found.length, '0', found.length === 0, found);
  const { orders, lines, comments } = written.acknowledged;
  const strange = [...written.strange, ...databases.flatMap((each) => each.strange)];
  return [
    row('Writes acknowledged meanwhile', orders.length + lines.length + comments.length, '> 0', comments.length > 0),
    none('Acknowledged writes lost', books.lost),
    none('Orders half made', books.half),
    none('Writes made twice by one Idempotency-Key', books.twice),
    none('Orders that nobody asked for', books.unasked),
    none('Answers other than success, 503 with Retry-After, or a cut line', strange),
    timed(`API killed (${kills} ×): longest until it is back`, apis, 10_000),
    timed(`Postgres killed (${kills} ×): longest until the house is ready`, databases, 15_000),
    none(
      'Times the API died of that',
      databases.filter(({ lived }) => !lived),
    ),
    timed(`Worker killed in mid-mail (${kills} ×): longest until another sent it`, workers, 60_000),
    none(
      'Mails sent not exactly once',
      workers.filter(({ times }) => times !== 1),
    ),
    row('Effects of events told', told.told, '> 0', told.told > 0),
    row('Events that a handler was not told of', told.untold, '0', told.untold === 0),
    row('Events told out of order', told.disordered, '0', told.disordered === 0),
    row(
      `Requests during rolling restarts (${restarts} ×) of two processes`,
      rolling.requests,
      '> 0',
      rolling.requests > 0,
    ),
    none('of which failed', rolling.failed),
    timed('Longest that a process took to leave', [{ ms: rolling.longestMs }], 15_000),
  ];
}

/** The rows as people read them. */
export function table(rows) {
  const cells = [
    ['', 'Measured', 'Goal'],
    ...rows.map(({ what, figure, goal, ok }) => [ok ? what : `✗ ${what}`, figure, goal]),
  ];
  const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const lines = cells.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`);
  lines.splice(1, 0, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`);
  return lines.join('\n');
}
