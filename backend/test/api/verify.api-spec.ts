import { execFile } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';
import { faultsOfSums } from '../../src/verify/kept-sums';
import { House } from '../support/house';

let house: House;
beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house?.close());

const LONG = 60_000;

/** `npm run verify`, as a program of its own. */
const verify = (url = house.databaseUrl) =>
  new Promise<{ code: number; said: string }>((ended) =>
    execFile(
      process.execPath,
      [join(__dirname, '../../dist/verify.js')],
      { env: { ...process.env, DATABASE_URL: url } },
      (error, stdout, stderr) => ended({ code: Number(error?.code ?? 0), said: stdout + stderr }),
    ),
  );

async function faults(): Promise<string[]> {
  const client = new pg.Client({ connectionString: house.databaseUrl });
  await client.connect();
  try {
    return (await faultsOfSums(client)).faults;
  } finally {
    await client.end();
  }
}

/** As nothing in the house does it: with the triggers off. */
async function behindTheBack(table: string, change: string, id: string): Promise<void> {
  await house.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await house.query(change, [id]);
  await house.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
}

const orderOf = (lines: object[]) =>
  house.given.order({ styles: [{ styleNumber: 'MT', lines }], etd: '2027-02-01', orderDate: '2026-11-02' });
const line = (more: object = {}) => ({ colorName: 'Black', quantity: '100', unit: 'kg', provaPrice: '2.50', ...more });

describe('what verify counts anew', () => {
  it(
    'is what was kept while the house was worked in',
    async () => {
      const order = await orderOf([line(), line({ colorName: 'White', quantity: '40.5', currency: 'EUR' })]);
      await house.given.order({ styles: [] }, 'colleague');
      const { body } = await house.as('merchandiser').post<{ id: string }>('/tasks/', {
        ...{ orderId: order.id, title: 'Call', assignedToId: house.ids.merchandiser, dueDate: '2026-12-01' },
      });
      expect(body.id).toBeDefined();
      expect(await faults()).toEqual([]);
      const { code, said } = await verify();
      expect([code, said]).toEqual([0, expect.stringContaining('Each sum is what its rows add up to.')]);
    },
    LONG,
  );

  it(
    'names a sum of the house that was put wrong by hand, and changes nothing',
    async () => {
      await orderOf([line()]);
      await house.query(
        `INSERT INTO house_figures (whose, figure, key, count) VALUES ($1, 'waits', '2026-12-24 task', 3)`,
        [house.ids.merchandiser],
      );
      const { code, said } = await verify();
      expect([code, said]).toEqual([
        1,
        expect.stringContaining(
          'NOT what its orders add up to: waits “2026-12-24 task” of merchandiser of the house, kept 3, counted 0.',
        ),
      ]);
      expect(await faults()).toHaveLength(1);
      await house.query('SELECT figures_recount_all()');
      expect(await faults()).toEqual([]);
    },
    LONG,
  );

  it('names the order whose figures or whose own sums are not what its rows say', async () => {
    const [counted, rolled] = [await orderOf([line()]), await orderOf([line(), line({ colorName: 'White' })])];
    await behindTheBack('order_lines', `UPDATE order_lines SET prova_price = 3 WHERE order_id = $1`, counted.id);
    await behindTheBack('orders', `UPDATE orders SET quantity = 250 WHERE id = $1`, rolled.id);
    expect(await faults()).toEqual([
      `NOT what its rows say: the figures kept of order ${counted.orderNumber}: value “USD”, kept 1 (250), counted 1 (300).`,
      `NOT what its lines say: quantity of order ${rolled.orderNumber}, kept 250, counted 200.`,
      ...['the house', 'merchandiser of the house'].map(() =>
        expect.stringMatching(/^NOT what its orders add up to: value “USD” of /),
      ),
    ]);
    await behindTheBack(
      'orders',
      `UPDATE orders SET earliest_etd = '2030-01-01', quantity = 200 WHERE id = $1`,
      rolled.id,
    );
    expect((await faults()).join('\n')).toContain(
      `NOT what its lines say: earliestEtd of order ${rolled.orderNumber}, kept 2030-01-01, counted 2027-02-01.`,
    );
  });

  it('names what was kept of an order that is gone', async () => {
    await house.query('SELECT figures_recount_all()');
    await house.query(
      `INSERT INTO order_figures (order_id, counted) VALUES (gen_random_uuid(), '[{"whose": "${house.ids.merchandiser}",
         "figure": "stage", "key": "Greige", "count": 1, "amount": null}]')`,
    );
    expect(await faults()).toContain(
      'NOT what its rows say: the figures kept of an order that is gone: stage “Greige”, kept 1, counted 0.',
    );
  });
});
