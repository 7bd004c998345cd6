import path from 'node:path';
import { parseArgs } from 'node:util';
import { dist, runBackend } from './lib/backend-run.mjs';
import { ensureBackend } from './lib/build.mjs';
import { idleEnv } from './lib/command-database.mjs';
import { Fault, main } from './lib/fault.mjs';
import { claimDataDir, openDatabase } from './lib/house.mjs';
import { checkNode, ensureInstalled } from './lib/install.mjs';
import { withClient } from './lib/postgres/connection.mjs';
import { recoverTo } from './lib/postgres/recover.mjs';
import { say, step } from './lib/say.mjs';
import { readSecrets } from './lib/secrets.mjs';
import { loadEnvFile, readSettings } from './lib/settings.mjs';
import { stopper, untilStopped } from './lib/stopping.mjs';

const command = 'npm run restore';

/** `npm run restore -- FILE [--replace]`: the house as that backup has it. */
async function fromBackup(settings, file, { replace }, stop) {
  await ensureBackend();
  const env = await idleEnv(settings, command, stop);
  const args = [path.resolve(file), ...(replace ? ['--replace'] : [])];
  say((await step('Restoring the house', () => runBackend(dist('restore.js'), args, env))).trimEnd());
}

/** `npm run restore -- --at '2026-11-22T10:00:00+06:00'`: the embedded database as it was at that instant. */
async function toInstant(settings, text, stop) {
  if (settings.external)
    throw new Fault(
      'With DATABASE_URL only the Postgres that it names can go back to an instant: see its own documentation.',
    );
  const at = instantIn(text);
  const home = await claimDataDir(settings, command, stop);
  const house = { ...home, secrets: readSecrets(home.dataDir), at };
  const { lastCommit, kept } = await step('Taking the database back', () => recoverTo(house));
  const database = await openDatabase(settings, home, process.env, stop);
  await note(database.ownerUrl(), at);
  say(`The database is as it was at ${at.toISOString()}.\n`);
  if (lastCommit) say(`  Last     the last thing written is of ${lastCommit.toISOString()}`);
  say(`  Before   the database from before is kept in ${kept} until the next restore`);
  say('  Files    are not touched: one that was deleted since then is gone, and comes back from a backup alone');
}

function instantIn(text) {
  const at = new Date(text);
  const hasZone = /T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text);
  if (hasZone && !Number.isNaN(at.getTime())) return at;
  throw new Fault(
    `"${text}" is no instant. Write it with its zone, like 2026-11-22T10:00:00+06:00 or 2026-11-22T04:00:00Z.`,
  );
}

/** In a database from before there was such a table nothing is told. */
const note = (url, at) =>
  withClient(url, (client) =>
    client.query(
      `insert into backup_runs (id, kind, state, finished_at, as_of) values (gen_random_uuid(), 'restore', 'done', now(), $1)`,
      [at],
    ),
  ).catch((error) => {
    if (error.code !== '42P01') throw error;
  });

await main(async () => {
  checkNode();
  loadEnvFile();
  const options = { at: { type: 'string' }, replace: { type: 'boolean' } };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [file] = positionals;
  if (!file === !values.at)
    throw new Fault(
      'Say which backup, or which instant: npm run restore -- .data/backups/provabook-….tar.gz, or -- --at 2026-11-22T10:00:00+06:00',
    );
  const settings = readSettings(process.env);
  await ensureInstalled();
  const stop = stopper();
  await untilStopped(stop, () =>
    values.at ? toInstant(settings, values.at, stop) : fromBackup(settings, file, values, stop),
  );
});
