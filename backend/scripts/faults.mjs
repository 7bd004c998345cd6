import os from 'node:os';
import { brokenInput } from './faults/broken-input.mjs';
import { table, throughFaults } from './faults/rounds.mjs';
import { ensureBackend } from './lib/build.mjs';
import { main } from './lib/fault.mjs';
import { checkNode, ensureInstalled } from './lib/install.mjs';
import { say, step } from './lib/say.mjs';
import { stopper, untilStopped } from './lib/stopping.mjs';
import { sweepTemporaryFolders } from './lib/temporary.mjs';

// `npm run faults [-- --kills 20 --restarts 5 --values 400 --seed 1]`: the long versions of what `npm test` does in short,
// for a table of figures; docs/operations.md keeps a dated one. 0 leaves a part out.
const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return Number(at > 0 ? process.argv[at + 1] : fallback);
};
const [kills, restarts, values] = [option('kills', 20), option('restarts', 5), option('values', 400)];
const seed = option('seed', Date.now() % 1_000_000);

async function faults(stop) {
  await sweepTemporaryFolders();
  await ensureBackend();
  const rows = [];
  if (kills) rows.push(...(await step(`Killing each part ${kills} times`, () => throughFaults({ kills, restarts }))));
  if (values) rows.push(await step('Sending what no client should', () => brokenInput({ values, seed, stop })));
  const load = os.loadavg().map((each) => each.toFixed(1));
  say(
    `\n${new Date().toISOString().slice(0, 10)}, ${os.cpus().length} cores, Node ${process.version}, load ${load.join(' ')}`,
  );
  say(`\n${table(rows)}\n`);
  for (const { what, notes } of rows.filter(({ ok, notes }) => !ok && notes.length))
    say(`${what}:\n  ${notes.slice(0, 20).join('\n  ')}`);
  process.exitCode = rows.every(({ ok }) => ok) ? 0 : 1;
}

await main(async () => {
  checkNode();
  await ensureInstalled();
  const stop = stopper();
  await untilStopped(stop, () => faults(stop));
});
