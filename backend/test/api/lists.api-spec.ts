import { loadLargeHouse } from '../../src/seed/large-house';
import { House, type Person } from '../support/house';
import { statementsDuring } from '../support/statements';

interface List {
  count: number | null;
  countCapped?: boolean;
  next: string | null;
  previous: string | null;
  results: { id: string }[];
}

/** An odd number, so that pages of no size come out even everywhere; what hangs on an order shares its days and its moments. */
const ORDERS = 37;

const LISTS: readonly [path: string, orderings: readonly string[]][] = [
  ['/orders/', ['-createdAt', 'customerName', '-etd,orderNumber']],
  ['/samples/', ['-createdAt', 'type', '-submissionDate']],
  ['/financials/proforma-invoices/', ['-createdAt', 'amount', '-issueDate']],
  ['/financials/letters-of-credit/', ['-createdAt', 'amount', 'presentBy', '-presentBy']],
  ['/shipments/', ['-shippingDate', 'carrierName', 'estimatedArrival', '-estimatedArrival']],
  ['/line-plans/', ['slackDays', '-forecastOn']],
  ['/plan-grid/', ['-slackDays']],
  ['/financials/profits/', ['-potentialProfit']],
];

let house: House;
beforeAll(async () => {
  house = await House.open();
  const each = { metrics: ORDERS, shipments: ORDERS, notifications: ORDERS, options: ORDERS, offers: ORDERS };
  await loadLargeHouse(house.databaseUrl, () => {}, {
    ...{ users: 5, orders: ORDERS, samplesEach: 3, entryDays: 1, comments: ORDERS, tasks: ORDERS, documents: ORDERS },
    ...each,
  });
});
afterAll(() => house?.close());

const at = async (path: string, by: Person = 'manager') => (await house.as(by).get<List>(path)).body;

/** All that a list says of a row: not each has a key of its own. */
const told = (row: unknown): string => JSON.stringify(row);

/** As the cursor reads it: forwards, by key. */
async function wholeOf(path: string, ordering: string): Promise<string[]> {
  const rows: string[] = [];
  let next: string | null = `${path}?ordering=${ordering}&pageSize=200&cursor=`;
  while (next) {
    const page: List = await at(next.replace(/^.*\/api\/v1/, ''));
    rows.push(...page.results.map(told));
    next = page.next;
  }
  return rows;
}

describe.each(LISTS)('%s', (path, orderings) => {
  it.each(orderings)('is the same page by page as by cursor, ordered by %s', async (ordering) => {
    const whole = await wholeOf(path, ordering);
    expect(new Set(whole).size).toBe(whole.length);
    expect(whole.length).toBeGreaterThanOrEqual(ORDERS);
    for (const size of [whole.length + 1, whole.length, 25, 10, 7]) {
      const pages = Math.ceil(whole.length / size);
      const read: string[] = [];
      for (let page = 1; page <= pages; page++) {
        const { count, next, previous, results } = await at(
          `${path}?ordering=${ordering}&pageSize=${size}&page=${page}`,
        );
        expect([count, next !== null, previous !== null]).toEqual([whole.length, page < pages, page > 1]);
        read.push(...results.map(told));
      }
      expect(read).toEqual(whole);
    }
    const beyond = await at(`${path}?ordering=${ordering}&pageSize=200&page=9`);
    expect([beyond.count, beyond.next, beyond.results]).toEqual([whole.length, null, []]);
  });

  it('asks as many statements for its last page as for its first', async () => {
    const { count } = await at(path);
    const asked = async (page: number) =>
      (await statementsDuring(() => at(`${path}?pageSize=10&page=${page}`))).statements.length;
    expect(await asked(Math.ceil(Number(count) / 10))).toBe(await asked(1));
  });
});

describe('the number of rows', () => {
  it('is what the house counts, whoever asks and whatever was deleted since', async () => {
    const [order] = (await at('/orders/')).results;
    const counts = async (by: Person) =>
      Promise.all(LISTS.slice(0, 4).map(async ([path]) => (await at(path, by)).count));
    const [before, theirs] = [await counts('manager'), await counts('merchandiser')];
    const own = Number(theirs[0]);
    expect(own > 0 && own < ORDERS).toBe(true);
    expect(theirs).toEqual([own, 3 * own, own, own]);
    expect((await house.as('admin').delete(`/orders/${order?.id}/`)).status).toBe(204);
    expect(await counts('manager')).toEqual(before.map((count, list) => Number(count) - (list === 1 ? 3 : 1)));
  });
});
