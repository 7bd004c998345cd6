import { addDays } from '../platform/values/day';
import { isTypedByDay } from './entry-rows';
import { Random } from './random';
import { amountBeforeCut } from './revision-rows';
import { amountOf, dayAt, lastEtdOf, linesOf, ORDERS, pastDay, quantityOf, type OrderPlan } from './season';
import { CONDITION, isConditional, roundsOf } from './rounds';
import type { Row } from './tables';
import { BANKS, CARRIERS, REJECTIONS } from './trade';

const SHIPMENTS = 20;

/** US dollars: a manager looks at a PI of more before it is sent. */
export const REVIEWED_ABOVE = 60_000;

const versioned = (day: string): Row => ({
  created_at: `${day}T06:00:00.000Z`,
  updated_at: `${day}T06:00:00.000Z`,
  row_version: 1,
});
const digits = (random: Random): string => Array.from({ length: 12 }, () => random.whole(1, 9)).join('');

/** What was made for the first line of an order. */
export function sampleRows(plan: OrderPlan, people: readonly string[]): Row[] {
  const random = new Random(1_000 + plan.index);
  const line = linesOf(plan)[0];
  return roundsOf(plan).map(({ type, version, sent, decided, refused }) => {
    const submitted = plan.progress >= sent;
    const answered = plan.progress >= decided;
    const courier = random.pick(CARRIERS.slice(0, 2));
    const sentOn = pastDay(plan, dayAt(plan, sent));
    return {
      id: random.id(new Date(`${plan.ordered}T06:00:00Z`)),
      ...versioned(submitted ? sentOn : pastDay(plan, addDays(plan.ordered, 2))),
      order_id: plan.id,
      order_line_id: line?.id ?? null,
      round_of_id: line?.id ?? plan.id,
      type,
      version,
      status: !submitted ? 'pending' : !answered ? 'submitted' : refused ? 'rejected' : 'approved',
      submission_date: submitted ? sentOn : null,
      recipient: submitted ? plan.buyer.buyer : null,
      courier_name: submitted ? courier.name : null,
      awb_number: submitted ? courier.number(digits(random)) : null,
      approval_notes: answered && !refused && random.chance(0.4) ? 'Matches the standard under D65 and TL84.' : null,
      approval_condition: answered && !refused && type === 'lab_dip' && isConditional(plan) ? CONDITION : null,
      rejection_reason: answered && refused ? random.pick(REJECTIONS) : null,
      decided_on: answered ? pastDay(plan, dayAt(plan, decided)) : null,
      decided_by_id: answered ? people[plan.merchandiserIndex] : null,
    };
  });
}

/** One PI an order, and for one order a second that replaces the first: `number` counts them all. */
export function proformaRows(plan: OrderPlan, people: readonly string[], manager: string): Row[] {
  const random = new Random(2_000 + plan.index);
  const issued = pastDay(plan, dayAt(plan, 0.06));
  const status = plan.progress < 0.1 ? 'draft' : plan.progress < 0.2 ? 'sent' : 'confirmed';
  const pi = (version: number, number: number, given: Row): Row => ({
    id: random.id(new Date(`${issued}T06:00:00Z`)),
    ...versioned(issued),
    order_id: plan.id,
    pi_number: `PI-${String(number).padStart(5, '0')}`,
    version,
    replaces_id: null,
    status,
    amount: amountOf(plan),
    currency: 'USD',
    issue_date: issued,
    valid_until: addDays(issued, 30),
    created_by_id: people[plan.merchandiserIndex],
    sent_at: status === 'draft' ? null : `${issued}T08:00:00.000Z`,
    confirmed_by_id: status === 'confirmed' ? manager : null,
    confirmed_at: status === 'confirmed' ? `${pastDay(plan, addDays(issued, 3))}T08:00:00.000Z` : null,
    cancellation_reason: null,
    review: status === 'draft' && Number(amountOf(plan)) > REVIEWED_ABOVE ? 'pending' : null,
    ...given,
  });
  const first = pi(1, plan.index + 1, {});
  if (plan.index !== ORDERS - 1) return [first];
  const second = pi(2, ORDERS + 1, { replaces_id: first['id'] });
  Object.assign(first, {
    status: 'cancelled',
    amount: amountBeforeCut(plan),
    confirmed_by_id: null,
    confirmed_at: null,
    cancellation_reason: `Replaced by ${String(second['pi_number'])}.`,
  });
  return [first, second];
}

export function creditRow(plan: OrderPlan, people: readonly string[]): Row {
  const random = new Random(3_000 + plan.index);
  const issued = pastDay(plan, dayAt(plan, 0.25));
  const lastEtd = lastEtdOf(plan);
  const expiry = addDays(lastEtd, 21);
  const status =
    plan.progress < 0.25 ? 'pending' : expiry < plan.today ? 'expired' : plan.progress < 0.35 ? 'issued' : 'confirmed';
  return {
    id: random.id(new Date(`${issued}T06:00:00Z`)),
    ...versioned(issued),
    order_id: plan.id,
    lc_number: `DC-${7700 + plan.index}`,
    status,
    amount: amountOf(plan),
    currency: 'USD',
    issue_date: issued,
    expiry_date: expiry,
    latest_shipment_date: lastEtd,
    ...tolerances(plan.index % 3 === 0 ? null : '5'),
    issuing_bank: random.pick(BANKS),
    created_by_id: people[plan.merchandiserIndex],
  };
}

/** Most LCs of the house say 05/05 of amount and quantity. */
const tolerances = (percent: string | null): Row => ({
  amount_plus_percent: percent,
  amount_minus_percent: percent,
  quantity_plus_percent: percent,
  quantity_minus_percent: percent,
});

/** Twenty shipments: what was delivered, and what is on its way just now. */
export function shipmentRows(season: readonly OrderPlan[]): Row[] {
  const shipped = season
    .filter((plan) => plan.fate === 'delivered' || (plan.progress > 0.8 && plan.fate !== 'late'))
    .sort((a, b) => b.etd.localeCompare(a.etd));
  return Array.from({ length: SHIPMENTS }, (_, index) => {
    const plan = shipped[index % shipped.length] as OrderPlan;
    const random = new Random(4_000 + index);
    const second = index >= shipped.length;
    const delivered = plan.fate === 'delivered';
    const on = pastDay(plan, addDays(plan.delivered ?? plan.today, second ? -5 : -3));
    const carrier = random.pick(CARRIERS);
    return {
      id: random.id(new Date(`${on}T06:00:00Z`)),
      ...versioned(on),
      order_id: plan.id,
      carrier_name: carrier.name,
      awb_number: carrier.number(digits(random)),
      shipping_date: delivered ? on : addDays(plan.today, index % 3 === 0 ? 2 : -1),
      estimated_arrival: addDays(on, plan.local ? 2 : 9),
      status: delivered ? 'delivered' : index % 3 === 0 ? 'pending' : 'in_transit',
      delivered_on: delivered ? pastDay(plan, addDays(on, plan.local ? 1 : 3)) : null,
      notes: second ? 'Balance of the order.' : null,
    };
  });
}

/** Daily output of local orders whose mill tells it for the order as a whole: the last three weeks, but Fridays. */
export function metricRows(plan: OrderPlan): Row[] {
  if (!isTypedByDay(plan) || plan.progress < 0.32) return [];
  const random = new Random(5_000 + plan.index);
  const finished = quantityOf(plan) * 0.21;
  const last = plan.delivered ?? plan.today;
  const days = Array.from({ length: 21 }, (_, index) => addDays(last, index - 20)).filter(
    (day) => new Date(`${day}T00:00:00Z`).getUTCDay() !== 5 && day >= dayAt(plan, 0.3) && day <= plan.today,
  );
  const share = (done: number) =>
    Math.max(0, Math.round((finished * done * (0.85 + random.next() * 0.3)) / days.length));
  return days.map((date) => ({
    id: random.id(new Date(`${date}T10:00:00Z`)),
    ...versioned(date),
    order_id: plan.id,
    date,
    unit: 'kg',
    knitted_quantity: share(Math.min(1, plan.progress * 1.4) * 1.12),
    dyed_quantity: share(Math.max(0, Math.min(1, plan.progress * 1.3 - 0.3)) * 1.06),
    finished_quantity: share(Math.max(0, Math.min(1, plan.progress * 1.3 - 0.35))),
    notes: null,
    computed: false,
    left_out: [],
  }));
}
