import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import pg from 'pg';
import { DiskStorage } from '../../src/platform/storage/disk.storage';
import { sniff } from '../../src/platform/storage/sniff';
import { chainOf, endsOf } from '../../src/platform/events/chain';
import { loadDemoHouse } from '../../src/seed/demo-house';
import { loadLargeHouse } from '../../src/seed/large-house';
import { cloneTemplate } from '../support/database';

const tables = [
  'user_profiles',
  'orders',
  'order_lines',
  'samples',
  'proforma_invoices',
  'letters_of_credit',
  'production_metrics',
  'production_entries',
  'shipments',
  'mill_offers',
  'supplier_deliveries',
  'notifications',
  'sample_options',
  'order_comments',
  'order_tasks',
  'order_documents',
] as const;

async function houseOf(load: (client: pg.Client, url: string) => Promise<void>) {
  const database = await cloneTemplate();
  const client = new pg.Client(database.url);
  await client.connect();
  try {
    await load(client, database.url);
    const counted = tables.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`);
    const { rows: counts } = await client.query<Record<string, number>>(`SELECT ${counted.join(', ')}`);
    const { rows: time } = await client.query<{ ahead: number; wrong: number }>(
      `SELECT (SELECT count(*)::int FROM domain_events WHERE recorded_at > now()) AS ahead,
              (SELECT count(*)::int FROM notifications n JOIN domain_events e ON e.id = n.event_id WHERE e.actor_id = n.user_id) AS wrong`,
    );
    const { rows: unread } = await client.query<{ role: string; unread: boolean }>(
      `SELECT u.role, bool_or(NOT n.is_read) AS unread FROM user_profiles u JOIN notifications n ON n.user_id = u.id
        GROUP BY u.role ORDER BY u.role`,
    );
    const { rows: orders } = await client.query<{ id: string; number: string; lateness: string }>(
      `SELECT id, order_number AS number, CASE
         WHEN actual_delivery_date IS NOT NULL OR status IN ('completed', 'archived') THEN 'closed'
         WHEN earliest_etd < current_date THEN 'late' WHEN earliest_etd < current_date + 14 THEN 'soon' ELSE 'fine' END AS lateness
       FROM orders ORDER BY order_number`,
    );
    return { counts: counts[0], time: time[0], unread, orders };
  } finally {
    await client.end();
    await database.drop();
  }
}

describe('the papers of the demo house', () => {
  it('are real files, each with its bytes in the storage', async () => {
    const root = await mkdtemp(join(tmpdir(), 'papers-'));
    const database = await cloneTemplate();
    const client = new pg.Client(database.url);
    await client.connect();
    try {
      const storage = new DiskStorage({ root, url: '/files', secrets: ['known to this test alone'] });
      await loadDemoHouse(client, 'Asia/Dhaka', storage);
      const { rows } = await client.query<{
        file: string;
        file_type: string;
        sha256: string;
        thumbnail: string | null;
      }>('SELECT file, file_type, sha256, thumbnail FROM order_documents ORDER BY id');
      expect(rows.length).toBeGreaterThan(50);
      for (const { file, file_type, sha256, thumbnail } of rows) {
        const bytes = await buffer(await storage.open(file));
        expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
        expect((await sniff(bytes, 'document')).contentType).toBe(file_type);
        expect(thumbnail !== null && (await storage.exists(thumbnail))).toBe(file_type === 'image/png');
      }
      const { rows: current } = await client.query<{ versions: number; current: number }>(
        `SELECT count(*)::int AS versions, sum(is_current::int)::int AS current FROM order_documents
          GROUP BY series_id HAVING count(*) > 1`,
      );
      expect(current.length).toBeGreaterThan(2);
      for (const series of current) expect(series).toEqual({ versions: 2, current: 1 });
    } finally {
      await client.end();
      await database.drop();
      await rm(root, { recursive: true });
    }
  });
});

describe('the demo house', () => {
  const demo = () => houseOf((client) => loadDemoHouse(client, 'Asia/Dhaka'));

  it('has the volumes of the house it is modelled on', async () => {
    const { counts } = await demo();
    expect(counts).toMatchObject({
      user_profiles: 7,
      orders: 53,
      samples: 212,
      proforma_invoices: 54,
      letters_of_credit: 53,
      shipments: 20,
    });
    expect(counts?.['mill_offers']).toBe((counts?.['order_lines'] ?? 0) * 3);
    expect(counts?.['supplier_deliveries']).toBeGreaterThan(50);
    expect(counts?.['production_metrics']).toBeGreaterThanOrEqual(3);
    expect(counts?.['production_entries']).toBeGreaterThan(1000);
  });

  it('has happened by now, and has told people of what others did', async () => {
    const { time, unread } = await demo();
    expect(time).toEqual({ ahead: 0, wrong: 0 });
    expect(unread).toContainEqual({ role: 'manager', unread: true });
    expect(unread).toContainEqual({ role: 'merchandiser', unread: true });
  });

  it('is the same each time, with orders that are late, near and fine', async () => {
    const [one, other] = [await demo(), await demo()];
    expect(one).toEqual(other);
    for (const lateness of ['closed', 'late', 'soon', 'fine'])
      expect(one.orders.filter((order) => order.lateness === lateness).length).toBeGreaterThan(1);
  });
});

describe('the large house', () => {
  it('fills every table that the bench reads, in the volumes asked for', async () => {
    const beside = { options: 200, offers: 400, comments: 200, tasks: 200, documents: 200 };
    const volumes = {
      users: 10,
      orders: 200,
      samplesEach: 3,
      metrics: 400,
      entryDays: 4,
      shipments: 120,
      notifications: 400,
      ...beside,
    };
    let found: unknown;
    const guards = async (client: pg.Client) => {
      const { rows } = await client.query<{ definition: string }>(
        `SELECT pg_get_indexdef(indexrelid) || indisvalid AS definition FROM pg_index JOIN pg_class ON oid = indrelid
          WHERE relnamespace = 'public'::regnamespace
         UNION ALL SELECT pg_get_triggerdef(oid) || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
         UNION ALL SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_'
         UNION ALL SELECT oid::regclass || relkind::text FROM pg_class WHERE relkind IN ('r', 'v', 'S') AND relnamespace = 'public'::regnamespace
         UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated FROM pg_constraint
          WHERE connamespace = 'public'::regnamespace ORDER BY 1`,
      );
      // A list of texts is written in two ways, the one once it was read from the other.
      return rows.map(({ definition }) => definition.replace(/::character varying|::text(\[\])?|[()]/g, '')).sort();
    };
    const { counts } = await houseOf(async (client, url) => {
      const before = await guards(client);
      await loadLargeHouse(url, () => {}, volumes);
      expect(await guards(client)).toEqual(before);
      const { rows } = await client.query<Record<string, number>>(
        `SELECT (SELECT count(*)::int FROM line_outputs) AS outputs, (SELECT count(*)::int FROM order_profits) AS profits,
           (SELECT count(*)::int FROM incidents) AS incidents, (SELECT count(*)::int FROM letter_of_credit_orders) AS covered,
           (SELECT count(*)::int FROM proforma_invoice_lines) AS invoiced, (SELECT count(*)::int FROM shipment_lines) AS shipped,
           (SELECT count(*)::int FROM line_plans WHERE strip = '') AS blank, (SELECT count(*)::int FROM search_entries) AS entered,
           (SELECT count(*)::int FROM line_plans p WHERE slack_days IS NOT NULL AND
              (SELECT count(*) FROM line_milestones m WHERE m.order_line_id = p.order_line_id) = 19) AS plans,
           (SELECT count(*)::int FROM search_sources s WHERE NOT EXISTS (
              SELECT FROM search_entries e WHERE e.kind = s.kind AND e.record_id = s.record_id)) AS missing,
           (SELECT count(*)::int FROM search_sources s JOIN search_entries e USING (kind, record_id)
             WHERE e.words <> search_lexemes(s.kind, search_key(s.number), own, context, s.merchandiser_id)) AS misheard,
           (SELECT count(*)::int FROM line_plans WHERE strip <> plan_strip(steps, chain)) AS misdrawn,
           (SELECT count(*)::int FROM orders WHERE credit_terms IS NOT NULL) AS termed,
           (SELECT count(*)::int FROM domain_event_ends) AS histories`,
      );
      found = rows[0];
      const { rows: broken } = await client.query(
        `WITH ${chainOf('TRUE')}, ${endsOf('TRUE')} SELECT stream_id FROM chain WHERE NOT fits UNION SELECT stream_id FROM ends WHERE NOT fits`,
      );
      expect(broken).toEqual([]);
    });
    expect(found).toEqual({
      ...{
        entered: 2320,
        missing: 0,
        misheard: 0,
        misdrawn: 0,
        termed: 200,
        histories: 200,
        plans: 400,
        blank: 0,
        outputs: 400,
        profits: 200,
        incidents: 10,
      },
      ...{ covered: 200, invoiced: 400, shipped: 240 },
    });
    expect(counts).toEqual({
      user_profiles: 10,
      mill_offers: 400,
      supplier_deliveries: 100,
      sample_options: 200,
      order_comments: 200,
      order_tasks: 200,
      order_documents: 200,
      orders: 200,
      order_lines: 400,
      samples: 600,
      proforma_invoices: 200,
      letters_of_credit: 200,
      production_metrics: 800,
      production_entries: 1200,
      shipments: 120,
      notifications: 400,
    });
  });
});
