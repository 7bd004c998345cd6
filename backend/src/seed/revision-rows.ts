import Decimal from 'decimal.js';
import type { Affected } from '../modules/orders/revision/order-impact';
import { addDays } from '../platform/values/day';
import { dayWords, moneyWords } from '../platform/values/words';
import { event } from './event-rows';
import { Random } from './random';
import { amountOf, dayAt, linesOf, ORDERS, pastDay, type LinePlan, type OrderPlan } from './season';
import type { Row } from './tables';

/** Changes of what was agreed in the demo house, and one order that was foreign first. */
export interface RevisionRows {
  revisions: Row[];
  events: Row[];
}

/** A season's later vessel and better price, a quantity that a PI was raised for, and an order that changed its type. */
const SLIPPED = 10;
const CUT = ORDERS - 1;
const CONVERTED = 45;

/** What the line of the order that was cut lost. */
export const CUT_BY = 1_200;

interface Revised {
  line: LinePlan;
  before: Record<string, string>;
  after: Record<string, string>;
  reason: string;
  agreedBy: string;
  agreedOn: string;
  affects: Affected[];
}

/** How often what was agreed on an order has changed. */
export const revisionCount = ({ index }: OrderPlan): number => ({ [SLIPPED]: 2, [CUT]: 1 })[index] ?? 0;

/** The worth of the order that was cut, before it was. */
export const amountBeforeCut = (plan: OrderPlan): string =>
  new Decimal(amountOf(plan)).plus(new Decimal(plan.price).times(CUT_BY)).toFixed(2);

/** @param firstInvoice of the order that was cut: what its PI is called */
export function revisionRows(
  season: readonly OrderPlan[],
  people: readonly string[],
  firstInvoice: (plan: OrderPlan) => Row,
): RevisionRows {
  const rows: RevisionRows = { revisions: [], events: [] };
  for (const plan of season) {
    const random = new Random(11_000 + plan.index);
    const person = people[plan.merchandiserIndex] ?? '';
    const told = plan.index === SLIPPED ? slipped(plan) : plan.index === CUT ? cut(plan, firstInvoice(plan)) : [];
    told.forEach((revised, at) => write(plan, revised, at + 1, person, random, rows));
    if (plan.index === CONVERTED)
      rows.events.push(
        event(random, plan, `${dayAt(plan, 0.03)}T08:20:00.000Z`, 'order.converted', 'order', plan.id, person, {
          before: { orderType: 'foreign' },
          after: { orderType: 'local' },
        }),
      );
  }
  return rows;
}

function slipped(plan: OrderPlan): Revised[] {
  const [first, second] = linesOf(plan);
  if (!first || !second) return [];
  const etd = addDays(plan.etd, second.offset);
  const [oldEtd, eta] = [addDays(etd, -6), addDays(etd, 24)];
  return [
    {
      line: first,
      before: { millPrice: (plan.millPrice + 0.04).toFixed(2) },
      after: { millPrice: plan.millPrice.toFixed(2) },
      reason: 'The mill gives four cents for the larger lot.',
      agreedBy: `Mr Karim, ${plan.mill}`,
      agreedOn: pastDay(plan, dayAt(plan, 0.5)),
      affects: [],
    },
    {
      line: second,
      before: { etd: oldEtd, eta: addDays(oldEtd, 24) },
      after: { etd, eta },
      reason: 'The dye-house lost a week, so the cloth takes the later vessel.',
      agreedBy: `Anna Berg, ${plan.buyer.customer}`,
      agreedOn: pastDay(plan, dayAt(plan, 0.7)),
      affects: [
        {
          kind: 'milestone',
          id: null,
          title: `Plan of ${labelOf(plan, second)}`,
          sentence: `Ex-factory is planned for ${dayWords(oldEtd)}, 6 days before the new ETD of ${dayWords(etd)}.`,
        },
      ],
    },
  ];
}

function cut(plan: OrderPlan, invoice: Row): Revised[] {
  const [line] = linesOf(plan);
  if (!line) return [];
  const [was, is] = [amountBeforeCut(plan), amountOf(plan)];
  const less = new Decimal(was).minus(is);
  return [
    {
      line,
      before: { quantity: String(line.quantity + CUT_BY) },
      after: { quantity: String(line.quantity) },
      reason: 'The buyer drops one size, and with it 1,200 metres.',
      agreedBy: `Jonas Weiss, ${plan.buyer.customer}`,
      agreedOn: pastDay(plan, dayAt(plan, 0.1)),
      affects: [
        {
          kind: 'proforma_invoice',
          id: String(invoice['id']),
          title: String(invoice['pi_number']),
          sentence: `Sent for ${moneyWords(was, 'USD')}; the order would come to ${moneyWords(is, 'USD')}, ${moneyWords(less, 'USD')} less.`,
        },
      ],
    },
  ];
}

function write(
  plan: OrderPlan,
  { line, before, after, reason, agreedBy, agreedOn, affects }: Revised,
  number: number,
  person: string,
  random: Random,
  rows: RevisionRows,
): void {
  const at = `${agreedOn}T09:40:00.000Z`;
  rows.revisions.push({
    id: random.id(new Date(at)),
    order_id: plan.id,
    number,
    order_line_id: line.id,
    line_label: labelOf(plan, line),
    before,
    after,
    reason,
    agreed_by: agreedBy,
    agreed_on: agreedOn,
    affects,
    revised_by_id: person,
    created_at: at,
  });
  const told = { before, after, number, reason, agreedBy, agreedOn };
  rows.events.push(event(random, plan, at, 'line.revised', 'line', line.id, person, { ...told, orderLineId: line.id }));
}

function labelOf(plan: OrderPlan, line: LinePlan): string {
  const style = plan.styles.find(({ lines }) => lines.includes(line));
  return `${style?.number ?? ''} · ${line.colour[1]}`;
}
