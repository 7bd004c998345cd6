import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { brokenInput } from './faults/broken-input.mjs';
import { ensureBackend } from './lib/build.mjs';
import { main } from './lib/fault.mjs';
import { checkNode, ensureInstalled } from './lib/install.mjs';
import { say, step } from './lib/say.mjs';
import { stopper, untilStopped } from './lib/stopping.mjs';
import { sweepTemporaryFolders } from './lib/temporary.mjs';

// `npm run faults [-- --kills 20 --restarts 5 --values 400 --seed 1 --book FILE]`: the long versions of what `npm test` does
// in short, for a table of figures; docs/operations.md keeps a dated one. 0 leaves a part out. What two runs found that name
// the same book, one without kills and one without values, is one table.
const text = (name) => {
  const at = process.argv.indexOf(`--${name}`);
  return at > 0 ? process.argv[at + 1] : undefined;
};
const number = (name, fallback) => Number(text(name) ?? fallback);
const [kills, restarts, values] = [number('kills', 20), number('restarts', 5), number('values', 400)];
const seed = number('seed', Date.now() % 1_000_000);
const book = text('book');
const mostNotes = 100;

/** What a part found, and how busy the machine was. */
function entry(rows) {
  const load = os.loadavg().map((each) => each.toFixed(1));
  const on = `${new Date().toISOString().slice(0, 16)}Z, ${os.cpus().length} cores, Node ${process.version}`;
  return { on: `${on}, load ${load.join(' ')}`, rows };
}

async function faults(stop) {
  const { table, throughFaults } = await import('./faults/rounds.mjs'); // it needs the packages
  await sweepTemporaryFolders();
  await ensureBackend();
  const found = {};
  if (kills)
    found.kills = entry(await step(`Killing each part ${kills} times`, () => throughFaults({ kills, restarts })));
  if (values)
    found.values = entry([await step('Sending what no client should', () => brokenInput({ values, seed, stop }))]);
  const all = { ...(book && existsSync(book) ? JSON.parse(readFileSync(book, 'utf8')) : {}), ...found };
  if (book) writeFileSync(book, JSON.stringify(all, null, 2));
  for (const [part, { on }] of Object.entries(all)) say(`\n${part}: ${on}`);
  const rows = ['kills', 'values'].flatMap((part) => all[part]?.rows ?? []);
  say(`\n${table(rows)}\n`);
  for (const { what, notes } of rows.filter(({ ok, notes }) => !ok && notes.length))
    say(`${what}:\n  ${notes.slice(0, mostNotes).join('\n  ')}`);
  process.exitCode = rows.every(({ ok }) => ok) ? 0 : 1;
}

await main(async () => {
  checkNode();
  await ensureInstalled();
  const stop = stopper();
  await untilStopped(stop, () => faults(stop));
});
