import Decimal from 'decimal.js';
import type { BankingDays, CreditBanks } from '../modules/financials/letter-of-credit/ucp/clocks';
import { dueOf, type Payable } from '../modules/payments/receivable/terms';
import { weekdayOf } from '../modules/planning/calendar/working-calendar';
import { addDays, type Day } from '../platform/values/day';
import { event } from './event-rows';
import { Random } from './random';
import type { OrderPlan } from './season';
import type { Row } from './tables';

type Terms = Pick<Payable, 'method' | 'tenorDays' | 'tenorFrom'>;

/** How buyers abroad pay, in turn. */
const TERMS: readonly Terms[] = [
  { method: 'lc', tenorDays: 0, tenorFrom: 'sight' },
  { method: 'tt', tenorDays: 30, tenorFrom: 'invoice' },
  { method: 'lc', tenorDays: 60, tenorFrom: 'shipment' },
  { method: 'dp', tenorDays: 0, tenorFrom: 'sight' },
  { method: 'da', tenorDays: 45, tenorFrom: 'acceptance' },
];
const AT_HOME: Terms = { method: 'tt', tenorDays: 15, tenorFrom: 'invoice' };

/** As the bank of the demo house works; its holidays move none of these days. */
const bank: BankingDays = { whose: 'banks', isOpen: (day) => ![5, 6].includes(weekdayOf(day)) };
const banks: CreditBanks = { presentation: bank, payment: bank };

interface Paid {
  receivables: Row[];
  payments: Row[];
  matches: Row[];
  events: Row[];
}

/** What buyers of the demo house owe for what was shipped: most paid in time, some in part, some not. One has paid in advance. */
export function paymentRows(
  season: readonly OrderPlan[],
  rows: { invoices: readonly Row[]; shipments: readonly Row[]; credits: readonly Row[] },
  people: readonly string[],
): Paid {
  const paid: Paid = { receivables: [], payments: [], matches: [], events: [] };
  rows.invoices.forEach((invoice, index) => {
    const shipment = rows.shipments.find(({ id }) => id === invoice['shipment_id']);
    const plan = season.find(({ id }) => id === shipment?.['order_id']);
    if (!shipment || !plan) return;
    const random = new Random(11_000 + index);
    const owed = owedFor(random, { plan, invoice, shipment, credit: rows.credits[plan.index] ?? {} }, index);
    paid.receivables.push(owed);
    const due = owed['due_on'] as Day | null;
    const on = due && addDays(due, (index % 3) - 1);
    if (!on || on > plan.today || index % 5 === 0) return;
    const charges = plan.local ? '0' : String(25 + (index % 4) * 10);
    const settled = index % 5 === 1 ? part(owed) : String(owed['amount']);
    Object.assign(owed, {
      received: settled,
      outstanding: new Decimal(String(owed['amount'])).minus(settled).toFixed(2),
    });
    const payment = came(
      random,
      plan,
      people,
      { on, amount: new Decimal(settled).minus(charges), charges, of: owed },
      paid,
    );
    Object.assign(payment, { matched: settled });
    paid.matches.push({
      ...{ id: random.id(new Date(`${on}T06:00:00Z`)), amount: settled },
      ...{ payment_id: payment['id'], receivable_id: owed['id'] },
    });
  });
  const running = season.find(({ progress, delivered, local }) => progress > 0.4 && !delivered && !local);
  if (running)
    came(
      new Random(11_900),
      running,
      people,
      { on: addDays(running.today, -6), amount: new Decimal(12_000), charges: '35', of: { method: 'tt' } },
      paid,
    );
  return paid;
}

const part = (owed: Row): string => new Decimal(String(owed['amount'])).times('0.6').toFixed(2);

interface Invoiced {
  plan: OrderPlan;
  invoice: Row;
  shipment: Row;
  credit: Row;
}

function owedFor(random: Random, { plan, invoice, shipment, credit }: Invoiced, index: number): Row {
  const terms = plan.local ? AT_HOME : (TERMS[index % TERMS.length] ?? AT_HOME);
  const shippedOn = shipment['shipping_date'] as Day;
  const past = (days: number) => (addDays(shippedOn, days) <= plan.today ? addDays(shippedOn, days) : null);
  const presentedOn = terms.method === 'tt' ? null : past(6);
  const acceptedOn = terms.tenorFrom === 'acceptance' ? past(13) : null;
  const days = { issuedOn: invoice['issue_date'] as Day, shippedOn, arrivedOn: shipment['delivered_on'] as Day | null };
  const at = String(invoice['created_at']);
  return {
    ...{ id: random.id(new Date(at)), created_at: at, updated_at: at, row_version: 1 },
    ...{ shipment_id: shipment['id'], order_id: plan.id, invoice_id: invoice['id'] },
    ...{ invoice_number: invoice['invoice_number'], currency: 'USD', amount: invoice['amount'] },
    ...{ issued_on: days.issuedOn, shipped_on: shippedOn, arrived_on: days.arrivedOn },
    ...{ method: terms.method, tenor_days: terms.tenorDays, tenor_from: terms.tenorFrom },
    letter_of_credit_id: terms.method === 'lc' ? credit['id'] : null,
    drawing_id: null,
    ...{ presented_on: presentedOn, accepted_on: acceptedOn },
    bank_reference: presentedOn ? `EXP-${plan.today.slice(0, 4)}-${118 + index}` : null,
    due_on: dueOf({ ...terms, ...days, presentedOn, acceptedOn, maturesOn: null }, banks).on,
    ...{ received: '0', outstanding: invoice['amount'] },
  };
}

function came(
  random: Random,
  plan: OrderPlan,
  people: readonly string[],
  { on, amount, charges, of }: { on: Day; amount: Decimal; charges: string; of: Row },
  paid: Paid,
): Row {
  const at = `${on}T09:30:00.000Z`;
  const by = people[plan.merchandiserIndex] ?? '';
  const said = { amount: amount.toFixed(2), charges, currency: 'USD', method: of['method'], payer: plan.buyer.buyer };
  const reference = `FT${on.slice(2, 4)}${String(3_000 + paid.payments.length * 37)}`;
  const payment: Row = {
    ...{ id: random.id(new Date(at)), created_at: at, updated_at: at, row_version: 1 },
    ...{ order_id: plan.id, received_on: on, reference, matched: '0', created_by_id: by },
    ...said,
  };
  paid.payments.push(payment);
  const after = { ...said, receivedOn: on, reference };
  paid.events.push(event(random, plan, at, 'payment.recorded', 'payment', payment['id'], by, { before: {}, after }));
  return payment;
}
