import pg from 'pg';
import { hashPassword } from '../modules/auth/passwords';
import { build, hold, wake } from './bulk-load';
import { inLanes, type Job } from './lanes';
import { happenLargeHouse, PROFORMA_LINES, SHIPPED_LINES } from './large-happenings';
import { tellLargeHouse } from './large-history';
import { standLargeHouse } from './large-outputs';
import { planLargeHouse } from './large-plans';
import { LARGE, stepsTo, type Volumes } from './large-rows';
import { fillSearch } from './large-search';

/** Every person of the large house signs in with this; it is made on a developer's machine only. */
export const LARGE_PASSWORD = 'large house for the bench';

/** Connections that fill it at once. */
const LANES = 2;

/** What the load needs beside the house's own tables, and lets go of again. */
const WORKSHOP = 'large_house';

/**
 * A key as ours are made (UUID v7 of `at`), so that the large tables are as well ordered as real ones. One expression, which
 * Postgres works out in place, and of no secret: four million of them are made.
 */
const KEY_FUNCTION = `
  CREATE FUNCTION ${WORKSHOP}.key_at(at timestamptz) RETURNS uuid LANGUAGE sql VOLATILE AS $$
    SELECT encode(int8send(((date_part('epoch', at) * 1000)::bigint << 16) | 28672 | (random() * 4095)::int) ||
      int8send((random() * 4611686018427387903)::bigint + (-9223372036854775808)::bigint), 'hex')::uuid
  $$`;

const SETTINGS = `SET search_path = ${WORKSHOP}, public; SET synchronous_commit = off; SET jit = off; SET work_mem = '256MB';
  SET maintenance_work_mem = '512MB'; SET max_parallel_maintenance_workers = 0; SET statement_timeout = 0`;

/**
 * Fills an empty database with the large house, all of it made inside Postgres. Not one transaction: a database in which it broke
 * off lacks indexes, and is to be made anew. @param tell hears each step and its seconds
 */
export async function loadLargeHouse(
  url: string,
  tell: (line: string) => void,
  volumes: Volumes = LARGE,
): Promise<void> {
  const lanes = Array.from({ length: LANES }, () => new pg.Client(url));
  try {
    for (const lane of lanes) await lane.connect();
    await load(lanes, tell, volumes);
  } finally {
    for (const lane of lanes) await lane.end();
  }
}

async function load(lanes: pg.Client[], tell: (line: string) => void, volumes: Volumes): Promise<void> {
  const [client] = lanes;
  if (!client) return;
  const timed = async (what: string, work: () => Promise<number | null | void>) => {
    const started = Date.now();
    const rows = await work();
    tell(`${what}: ${rows ? `${rows} rows in ` : ''}${((Date.now() - started) / 1000).toFixed(1)} s`);
  };
  const held = await hold(client);
  await client.query(`CREATE SCHEMA ${WORKSHOP}`);
  await client.query(KEY_FUNCTION);
  for (const lane of lanes) await lane.query(SETTINGS);
  await client.query(
    `INSERT INTO user_profiles (id, created_at, updated_at, row_version, email, full_name, role, password_hash)
     SELECT key_at(now()), now(), now(), 1, 'user' || lpad(n::text, 2, '0') || '@large.test', 'User ' || n,
       CASE WHEN n <= 2 THEN 'admin' WHEN n <= 6 THEN 'manager' ELSE 'merchandiser' END, $2
     FROM generate_series(1, $1::int) n`,
    [volumes.users, await hashPassword(LARGE_PASSWORD)],
  );
  for (const jobs of stages(volumes, timed)) await inLanes(lanes, jobs);
  const ofSearch = ({ table }: { table: string }) => table.startsWith('search_');
  const others = held.tables.filter((table) => !ofSearch(table));
  await timed('indexes and keys', () => build(lanes, others));
  await timed('search entries', () => fillSearch(lanes)); // which joins by them
  await timed('indexes of search', () => build(lanes, held.tables.filter(ofSearch)));
  await timed('what happened to them', () => happenLargeHouse(client, held));
  await inLanes(lanes, [
    (lane) => timed('figures', async () => (await lane.query('SELECT figures_recount_all()')).rowCount),
    (lane) => lane.query('VACUUM ANALYZE orders, incidents, delay_ledger, alerts, order_profits'),
  ]);
  await client.query('VACUUM ANALYZE order_figures, house_figures');
  await wake(client, held);
  await client.query(`DROP SCHEMA ${WORKSHOP} CASCADE`);
}

/** Work that may be done at once, stage by stage. */
function stages(volumes: Volumes, timed: (what: string, work: () => Promise<number | null>) => Promise<void>): Job[][] {
  const job =
    (what: string, work: (client: pg.ClientBase) => Promise<number | null>): Job =>
    (client) =>
      timed(what, () => work(client));
  const written = (what: string, sql: string): Job => job(what, async (client) => (await client.query(sql)).rowCount);
  const steps = stepsTo(volumes);
  const of = (stage: number): Job[] =>
    steps
      .filter((step) => step.stage === stage)
      .map(({ what, counted, sql, values }) =>
        job(what, async (client) => {
          const { rowCount } = await client.query(sql, values);
          if (counted) await client.query(`ANALYZE ${counted}`);
          return rowCount;
        }),
      );
  return [
    of(0),
    of(1),
    of(2),
    [
      job('plans', planLargeHouse),
      ...of(3),
      written('what PIs say of lines', PROFORMA_LINES),
      written('what shipments say of lines', SHIPPED_LINES),
    ],
    [job('history', tellLargeHouse), job('production of lines', standLargeHouse), ...of(4)],
  ];
}
