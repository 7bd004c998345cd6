import { setTimeout as sleep } from 'node:timers/promises';
import { clientOf, signIn } from './client.mjs';
import { killWorkersAt, madeAfterAll } from './files.mjs';
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
    const [apis, databases, workers] = [[], [], []];
    for (let round = 1; round < kills; round++) {
      const { mail, ...killed } = await killEach(house, writer, round);
      databases.push(killed.database);
      apis.push(killed.api);
      workers.push(await takenOver(house, mail));
    }
    const { mail, ...killed } = await killEach(house, writer, kills);
    databases.push(killed.database);
    apis.push(killed.api);
    const written = await writers.stop();
    const [told, { last, workbook, preview, rolling }] = await Promise.all([
      delivery(house.product.ownerUrl()),
      afterwards(house, { writer, mail, token, restarts }),
    ]);
    workers.push(last);
    const books = await account(house.product.ownerUrl(), written);
    writer.close();
    return rowsOf({ kills, restarts, apis, databases, workers, workbook, preview, written, books, told, rolling });
  } finally {
    await house.close();
  }
}

/** The database, then the worker that sends a mail, which is left lying, and the API. */
async function killEach(house, writer, round) {
  const database = await killDatabase(house, writer);
  await sleep(500);
  const mail = await killWorkerAtMail(house, writer, `round-${round}`);
  return { database, mail, api: await killApi(house) };
}

/** Workers are killed that make files; and while what was left lying waits for others, two processes are exchanged. */
async function afterwards(house, { writer, mail, token, restarts }) {
  const files = [await killWorkersAt('workbook', house, writer), await killWorkersAt('preview', house, writer)];
  const [last, workbook, preview, rolling] = await Promise.all([
    takenOver(house, mail),
    ...files.map((file) => madeAfterAll(house, file)),
    rollingRestart(house, token, restarts),
  ]);
  return { last, workbook, preview, rolling };
}

function rowsOf({ kills, restarts, apis, databases, workers, workbook, preview, written, books, told, rolling }) {
  const row = (what, figure, goal, ok, notes = []) => ({ what, figure: String(figure), goal, ok, notes });
  const timed = (what, rounds, goalMs) => {
    const ms = longest(rounds);
    const figure = Number.isFinite(ms) ? `${(ms / 1000).toFixed(1)} s` : 'never';
    const notes = rounds.flatMap(({ told }) => told ?? []);
    return { ...row(what, figure, `≤ ${goalMs / 1000} s`, ms <= goalMs, notes), isTime: Number.isFinite(ms) };
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
    timed('Workers killed in mid-export: until another was at it', [{ ms: workbook.takenMs }], 60_000),
    timed('and until the workbook was made', [workbook], 60_000),
    timed('Workers killed in mid-preview: until another was at it', [{ ms: preview.takenMs }], 60_000),
    timed('and until it was drawn', [preview], 60_000),
    none('Files of theirs that are not whole, or nobody’s', [...workbook.wrong, ...preview.wrong]),
    row('Effects of events told', told.told, '> 0', told.told > 0),
    row('Effects that waited as the writers ended, and were told after', backlogOf(told), '', true),
    row('Events that a handler was not told of', told.untold, '0', told.untold === 0, told.stuckAt),
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

function backlogOf({ waiting, untold, ms }) {
  const seconds = ms / 1000;
  const rate = seconds > 0 ? `, ${Math.round((waiting - untold) / seconds)} a second` : '';
  return `${waiting} in ${seconds.toFixed(1)} s${rate}`;
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
