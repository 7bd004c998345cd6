import pg from 'pg';
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
  'shipments',
  'notifications',
] as const;

async function houseOf(load: (client: pg.Client) => Promise<void>) {
  const database = await cloneTemplate();
  const client = new pg.Client(database.url);
  await client.connect();
  try {
    await load(client);
    const counted = tables.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`);
    const { rows: counts } = await client.query<Record<string, number>>(`SELECT ${counted.join(', ')}`);
    const { rows: orders } = await client.query<{ id: string; number: string; lateness: string }>(
      `SELECT id, order_number AS number, CASE
         WHEN actual_delivery_date IS NOT NULL OR status IN ('completed', 'archived') THEN 'closed'
         WHEN earliest_etd < current_date THEN 'late' WHEN earliest_etd < current_date + 14 THEN 'soon' ELSE 'fine' END AS lateness
       FROM orders ORDER BY order_number`,
    );
    return { counts: counts[0], orders };
  } finally {
    await client.end();
    await database.drop();
  }
}

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
    expect(counts?.['production_metrics']).toBeGreaterThanOrEqual(3);
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
    const volumes = { users: 10, orders: 200, samplesEach: 3, metrics: 400, shipments: 120, notifications: 400 };
    const { counts } = await houseOf((client) => loadLargeHouse(client, () => {}, volumes));
    expect(counts).toEqual({
      user_profiles: 10,
      orders: 200,
      order_lines: 400,
      samples: 600,
      proforma_invoices: 200,
      letters_of_credit: 200,
      production_metrics: 400,
      shipments: 120,
      notifications: 400,
    });
  });
});
