import Decimal from 'decimal.js';
import type { ClientBase } from 'pg';
import { HOUSE } from '../modules/orders/kept-totals';
import { faultsOfRollUps } from './rolled-orders';

/** Orders of one statement. */
const AT_ONCE = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** What an order adds to a figure, or what a figure adds up to. */
interface Counted {
  whose: string;
  figure: string;
  key: string;
  count: number;
  amount: string | null;
}

interface Batch {
  lastId: string | null;
  orders: number;
  sums: Counted[];
  differing: { orderNumber: string | null; kept: Counted[]; counted: Counted[] }[];
}

/** Orders after $1, and what was counted of orders that are gone: it should have gone with them. */
const BATCH = `
  WITH ids AS MATERIALIZED (
    SELECT id FROM (SELECT id FROM orders WHERE id > $1 UNION SELECT order_id FROM order_figures WHERE order_id > $1) either
    ORDER BY id LIMIT ${AT_ONCE}
  ), fresh AS MATERIALIZED (
    SELECT * FROM figure_sources WHERE order_id = ANY (ARRAY(SELECT id FROM ids))
  ), counted AS (
    SELECT order_id, jsonb_agg(to_jsonb(fresh) - 'order_id' ORDER BY figure, key) AS counted FROM fresh GROUP BY order_id
  ), compared AS (
    SELECT ids.id, coalesce(f.counted, '[]') AS kept, coalesce(c.counted, '[]') AS counted
      FROM ids LEFT JOIN order_figures f ON f.order_id = ids.id LEFT JOIN counted c ON c.order_id = ids.id
  )
  SELECT (SELECT max(id::text) FROM ids) AS "lastId", (SELECT count(*)::int FROM ids) AS orders,
    (SELECT coalesce(json_agg(s), '[]') FROM (SELECT whose, figure, key, sum(count)::int AS count, sum(amount)::text AS amount
       FROM fresh GROUP BY whose, figure, key) s) AS sums,
    (SELECT coalesce(json_agg(json_build_object('orderNumber', o.order_number, 'kept', d.kept, 'counted', d.counted) ORDER BY d.id), '[]')
       FROM compared d LEFT JOIN orders o ON o.id = d.id WHERE d.kept <> d.counted) AS differing`;

const KEPT = `
  SELECT h.whose, h.figure, h.key, sum(h.count)::int AS count, sum(h.amount)::text AS amount, u.full_name AS name
    FROM house_figures h LEFT JOIN user_profiles u ON u.id = h.whose GROUP BY 1, 2, 3, u.full_name`;

/**
 * Counts anew, in batches of orders, what the database keeps of them, and what each order keeps of its lines; in the ambient
 * snapshot, changing nothing. @returns how many orders, and a sentence for each sum that is not what its rows add up to
 */
export async function faultsOfSums(client: ClientBase): Promise<{ orders: number; faults: string[] }> {
  const faults: string[] = [];
  const sums = new Map<string, Counted>();
  let orders = 0;
  for (let after: string | null = FIRST; after !== null;) {
    const { rows }: { rows: Batch[] } = await client.query<Batch>(BATCH, [after]);
    const batch: Batch | undefined = rows[0];
    if (!batch?.lastId) break;
    orders += batch.orders;
    for (const each of batch.sums) for (const whose of [each.whose, HOUSE]) add(sums, { ...each, whose });
    faults.push(...batch.differing.map(sentenceOfOrder));
    faults.push(...(await faultsOfRollUps(client, after, batch.lastId)));
    after = batch.lastId;
  }
  const { rows: kept } = await client.query<Counted & { name: string | null }>(KEPT);
  for (const sum of kept) {
    const counted = sums.get(idOf(sum));
    sums.delete(idOf(sum));
    if (!isSame(sum, counted)) faults.push(sentenceOfSum(sum, sum, counted));
  }
  for (const counted of sums.values())
    if (!isSame(undefined, counted)) faults.push(sentenceOfSum(counted, undefined, counted));
  return { orders, faults };
}

const idOf = ({ whose, figure, key }: Counted): string => `${whose} ${figure} ${key}`;

function add(sums: Map<string, Counted>, more: Counted): void {
  const so = sums.get(idOf(more));
  if (!so) return void sums.set(idOf(more), { ...more });
  so.count += more.count;
  if (more.amount !== null) so.amount = new Decimal(so.amount ?? 0).plus(more.amount).toFixed();
}

const isSame = (kept: Counted | undefined, counted: Counted | undefined): boolean =>
  (kept?.count ?? 0) === (counted?.count ?? 0) && new Decimal(kept?.amount ?? 0).eq(counted?.amount ?? 0);

/** Names the first of its figures that differ. */
function sentenceOfOrder({ orderNumber, kept, counted }: Batch['differing'][number]): string {
  const ofKey = (all: Counted[], sought: Counted) => all.find((each) => idOf(each) === idOf(sought));
  const differing = [...kept, ...counted].filter((each) => !isSame(ofKey(kept, each), ofKey(counted, each)));
  const [first] = differing;
  const told = first
    ? `: ${figureWords(first)}, kept ${worth(ofKey(kept, first))}, counted ${worth(ofKey(counted, first))}`
    : '';
  return `NOT what its rows say: the figures kept of ${orderNumber ? `order ${orderNumber}` : 'an order that is gone'}${told}.`;
}

function sentenceOfSum(
  of: Counted & { name?: string | null },
  kept: Counted | undefined,
  counted: Counted | undefined,
): string {
  const whose = of.whose === HOUSE ? 'the house' : (of.name ?? (of.whose.startsWith('ffffffff') ? 'nobody' : of.whose));
  return `NOT what its orders add up to: ${figureWords(of)} of ${whose}, kept ${worth(kept)}, counted ${worth(counted)}.`;
}

const figureWords = ({ figure, key }: Counted): string => `${figure} “${key}”`;

const worth = (sum: Counted | undefined): string =>
  sum ? `${sum.count}${sum.amount === null ? '' : ` (${new Decimal(sum.amount).toFixed()})`}` : '0';
