import { event } from './event-rows';
import { Random } from './random';
import type { OrderPlan } from './season';
import type { Row } from './tables';

/** What was presented under the LCs of the demo house, for what was owed then; each row of that names its drawing. */
export function drawingRows(
  season: readonly OrderPlan[],
  rows: { receivables: readonly Row[]; credits: readonly Row[]; invoiceLines: readonly Row[] },
  people: readonly string[],
): { drawings: Row[]; events: Row[] } {
  const drawings: Row[] = [];
  const events: Row[] = [];
  for (const [index, owed] of rows.receivables.entries()) {
    const plan = season.find(({ id }) => id === owed['order_id']);
    const credit = rows.credits.find(({ id }) => id === owed['letter_of_credit_id']);
    if (!plan || !credit || !owed['presented_on']) continue;
    const random = new Random(12_000 + index);
    const at = `${String(owed['presented_on'])}T08:00:00.000Z`;
    const by = people[plan.merchandiserIndex] ?? '';
    const told = { reference: owed['invoice_number'], amount: owed['amount'], presentedOn: owed['presented_on'] };
    const drawing = {
      ...{ id: random.id(new Date(at)), created_at: at, updated_at: at, row_version: 1 },
      ...{ letter_of_credit_id: credit['id'], reference: owed['invoice_number'], amount: owed['amount'] },
      ...{ presented_on: owed['presented_on'], shipped_on: owed['shipped_on'], accepted_on: owed['accepted_on'] },
      ...goodsOf(rows.invoiceLines.filter(({ invoice_id }) => invoice_id === owed['invoice_id'])),
      created_by_id: by,
    };
    drawings.push(drawing);
    owed['drawing_id'] = drawing.id;
    events.push(
      event(random, plan, at, 'letter_of_credit.drawing_recorded', 'letter_of_credit', credit['id'], by, {
        ...{ before: {}, after: told, drawingId: drawing.id },
        ...{ lcNumber: credit['lc_number'], currency: credit['currency'] },
      }),
    );
  }
  return { drawings, events };
}

/** What adds up in one unit, else nothing. */
function goodsOf(lines: readonly Row[]): Pick<Row, 'quantity' | 'unit'> {
  const [unit, ...others] = new Set(lines.map((line) => line['unit']));
  if (unit === undefined || others.length > 0) return { quantity: null, unit: null };
  return { quantity: lines.reduce((sum, { quantity }) => sum + Number(quantity), 0), unit };
}
