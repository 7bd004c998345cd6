import { fault, ok, warn } from './report.mjs';

/** What Postgres tells of itself. @param query runs a statement and gives its rows */
export async function lookAtDatabase(query) {
  const [{ version, number, app }] = await query(
    `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int AS number,
            EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = 'public' AND tableowner = current_user) AS app`,
  );
  if (number < 140_000) return fault(`Postgres ${version} is too old`, 'Provabook needs Postgres 14 or newer.');
  return app
    ? warn(
        `Postgres ${version} answers; the application's account owns its tables`,
        'Give it an account of its own, and the owner’s in DATABASE_OWNER_URL (docs/operations.md).',
      )
    : ok(`Postgres ${version} answers`);
}

/** @param known names of the migrations of this version */
export async function lookAtTables(query, known) {
  const [{ there }] = await query(`SELECT to_regclass('migrations') IS NOT NULL AS there`);
  if (!there) return warn('there are none yet', 'npm start makes them.');
  const done = new Set((await query('SELECT name FROM migrations')).map(({ name }) => name));
  const missing = known.filter((name) => !done.has(name)).length;
  const newer = [...done].filter((name) => !known.includes(name)).length;
  if (newer)
    return fault(
      `${newer} change${newer === 1 ? '' : 's'} of a newer version`,
      'Start that version again: an older one does not know these tables.',
    );
  if (missing) return warn(`${missing} change${missing === 1 ? '' : 's'} to come`, 'npm start makes them.');
  return ok(`as this version wants them (${done.size} changes)`);
}

/** Tokens, codes and days hang on it. @param now ours, in milliseconds */
export async function lookAtClock(query, now = () => Date.now()) {
  const before = now();
  const [{ ms }] = await query('SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms');
  const apart = Math.round(Math.abs(ms - (before + now()) / 2));
  const says = `${apart} ms from the database’s`;
  return apart > 2_000 ? fault(says, 'Set both clocks by NTP: codes of two-factor hold for 30 seconds.') : ok(says);
}

const HOUR = 3600;

/** @param ages in seconds: how old the last good backup and drill may be */
export async function lookAtBackups(query, { backup, drill }) {
  const [{ there }] = await query(`SELECT to_regclass('backup_runs') IS NOT NULL AS there`);
  if (!there) return warn('none yet', 'npm run backup');
  const rows = await query(
    `SELECT kind, extract(epoch FROM now() - max(finished_at))::float8 AS age FROM backup_runs
      WHERE state = 'done' AND kind IN ('backup', 'drill') GROUP BY kind`,
  );
  const age = Object.fromEntries(rows.map((row) => [row.kind, row.age]));
  if (age.backup === undefined) return warn('there is none', 'npm run backup, or set BACKUP_AT.');
  const says = `the last is ${hours(age.backup)} old; ${age.drill === undefined ? 'none was ever tried' : `one was tried ${hours(age.drill)} ago`}`;
  if (age.backup > backup)
    return fault(says, 'npm run backup; then see why the daily one did not run (Administration ▸ Backups).');
  return age.drill === undefined || age.drill > drill ? warn(says, 'npm run drill') : ok(says);
}

const hours = (seconds) =>
  seconds < 48 * HOUR ? `${Math.round(seconds / HOUR)} hours` : `${Math.round(seconds / HOUR / 24)} days`;
