import type { ClientBase } from 'pg';
import { gatesJson } from '../modules/orders/gates/gate-standing';
import { categoryOf, rollUp, type RolledLine } from '../modules/orders/line/roll-up';
import type { Order } from '../modules/orders/order/order.entity';
import { quantityText } from '../platform/values/quantity';

/** What is stored of an order that comes from its lines. */
type Rolled = Pick<Order, 'status' | 'category' | 'quantity' | 'unit' | 'earliestEtd' | 'approvalStatus'>;

interface Row extends Rolled, Pick<Order, 'orderNumber' | 'etd' | 'currentStage'> {
  lines: RolledLine[];
}

const ORDERS = `
  SELECT o.order_number AS "orderNumber", o.status, o.category, o.quantity::text, o.unit, o.earliest_etd::text AS "earliestEtd",
         o.approval_status AS "approvalStatus", o.etd::text, o.current_stage AS "currentStage",
         (SELECT coalesce(json_agg(json_build_object('quantity', l.quantity::text, 'unit', l.unit, 'etd', l.etd, 'status', l.status,
            'approvalStatus', l.approval_status, 'gates', ${gatesJson('l.id')})), '[]')
            FROM order_lines l WHERE l.order_id = o.id AND l.deleted_at IS NULL) AS lines
    FROM orders o WHERE o.id > $1 AND o.id <= $2 AND o.deleted_at IS NULL ORDER BY o.id`;

/**
 * Rolls the lines of orders up anew (docs/domain/roll-up.md). @param after @param until ids between which the orders lie
 * @returns a sentence for each order that stores something else
 */
export async function faultsOfRollUps(client: ClientBase, after: string, until: string): Promise<string[]> {
  const { rows } = await client.query<Row>(ORDERS, [after, until]);
  return rows.flatMap((order) => {
    const rolled = rolledOf(order);
    const names = Object.keys(rolled) as (keyof Rolled)[];
    const wrong = names.find((name) => textOf(order[name]) !== textOf(rolled[name]));
    if (!wrong) return [];
    const [kept, counted] = [textOf(order[wrong]), textOf(rolled[wrong])];
    return [`NOT what its lines say: ${wrong} of order ${order.orderNumber}, kept ${kept}, counted ${counted}.`];
  });
}

/** As `rollUpInto` writes it: an order without lines keeps its own figures, one that was delivered its status. */
function rolledOf({ lines, etd, currentStage, ...own }: Row): Rolled {
  const figures = rollUp(lines);
  const { quantity, unit, approvalStatus } = figures ?? own;
  const status = figures && currentStage !== 'Delivered' ? figures.status : own.status;
  const earliestEtd = figures?.earliestEtd ?? etd ?? null;
  return { status, category: categoryOf(status), quantity, unit, earliestEtd, approvalStatus };
}

function textOf(value: Rolled[keyof Rolled]): string {
  if (value === null) return 'nothing';
  if (typeof value === 'object') return JSON.stringify(Object.entries(value).sort()); // gates, in whatever order they were written
  return /^\d+(\.\d+)?$/.test(value) ? quantityText(value) : value;
}
