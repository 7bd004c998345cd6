import { event } from './event-rows';
import { Random } from './random';
import type { OrderPlan } from './season';
import type { Row } from './tables';

/** What was presented under the LCs of the demo house, as its receivables have it: on the day, for the amount, accepted when they were. */
export function drawingRows(
  season: readonly OrderPlan[],
  rows: { receivables: readonly Row[]; credits: readonly Row[] },
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
      created_by_id: by,
    };
    drawings.push(drawing);
    events.push(
      event(random, plan, at, 'letter_of_credit.drawing_recorded', 'letter_of_credit', credit['id'], by, {
        ...{ before: {}, after: told, drawingId: drawing.id },
        ...{ lcNumber: credit['lc_number'], currency: credit['currency'] },
      }),
    );
  }
  return { drawings, events };
}
