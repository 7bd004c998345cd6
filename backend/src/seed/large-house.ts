import type { ClientBase } from 'pg';
import { hashPassword } from '../modules/auth/passwords';
import { fillSearch, hold, release } from './bulk-load';
import { happenLargeHouse, linkLargeHouse } from './large-happenings';
import { standLargeHouse } from './large-outputs';
import { planLargeHouse } from './large-plans';
import { LARGE, stepsTo, type Volumes } from './large-rows';

/** Every person of the large house signs in with this; it is made on a developer's machine only. */
export const LARGE_PASSWORD = 'large house for the bench';

/** A key as ours are made (UUID v7 of `at`), so that the large tables are as well ordered as real ones. */
const KEY_FUNCTION = `
  CREATE FUNCTION pg_temp.key_at(at timestamptz) RETURNS uuid LANGUAGE sql VOLATILE AS $$
    SELECT (substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-7' || substr(g, 16))::uuid
    FROM (SELECT lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') AS h, gen_random_uuid()::text AS g) parts
  $$`;

export async function loadLargeHouse(
  client: ClientBase,
  tell: (line: string) => void,
  volumes: Volumes = LARGE,
): Promise<void> {
  await client.query('BEGIN');
  const held = await hold(client);
  await client.query(KEY_FUNCTION);
  await client.query(
    `INSERT INTO user_profiles (id, created_at, updated_at, row_version, email, full_name, role, password_hash)
     SELECT pg_temp.key_at(now()), now(), now(), 1, 'user' || lpad(n::text, 2, '0') || '@large.test', 'User ' || n,
       CASE WHEN n <= 2 THEN 'admin' WHEN n <= 6 THEN 'manager' ELSE 'merchandiser' END, $2
     FROM generate_series(1, $1::int) n`,
    [volumes.users, await hashPassword(LARGE_PASSWORD)],
  );
  const timed = async (what: string, work: () => Promise<number | null>) => {
    const started = Date.now();
    const rows = await work();
    tell(`${what}: ${rows ?? 0} rows in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  };
  for (const { what, counted, sql, values } of stepsTo(volumes)) {
    await timed(what, async () => (await client.query(sql, values)).rowCount);
    if (counted) await client.query(`ANALYZE ${counted}`);
  }
  await timed('what hangs on them', () => linkLargeHouse(client));
  await timed('plans', () => planLargeHouse(client));
  await client.query('ANALYZE');
  await timed('production of lines', () => standLargeHouse(client));
  await timed('search entries', () => fillSearch(client));
  await timed('indexes and keys', async () => (await release(client, held), null));
  await client.query('ANALYZE');
  await timed('what happened to them', () => happenLargeHouse(client));
  await timed('figures', async () => (await client.query('SELECT figures_recount_all()')).rowCount);
  await client.query('COMMIT');
  await client.query('VACUUM ANALYZE');
}
