import type { ClientBase } from 'pg';
import { dueOn, standingAfter, type Standing } from '../modules/orders/gates/gate.rules';
import { setFor } from '../modules/orders/gates/gate-sets.rules';
import type { GateOfSet, GateSet } from '../modules/orders/gates/gate-set.entity';
import { gateName, USUAL_DAYS } from '../modules/orders/gates/gate.vocabulary';
import type { BlockingGate } from '../modules/orders/gates/interlocks';
import type { GateKey } from '../modules/orders/vocabulary';
import { addDays } from '../platform/values/day';
import { Random } from './random';
import { entriesOf, type PlannedEntry } from './rounds';
import { dayAt, linesOf, pastDay, type LinePlan, type OrderPlan } from './season';
import type { Row } from './tables';

/** The gates of the demo house with their history, and two orders that went on although a gate said no. */
export interface GateRows {
  gates: Row[];
  history: Row[];
  overrides: Row[];
  events: Row[];
}

/** One order began to dye before a dip was approved; another was delivered with its condition open. */
const DYED_EARLY = 25;
const DELIVERED_OPEN = 39;

export async function gateRows(
  client: ClientBase,
  season: readonly OrderPlan[],
  merchandisers: readonly string[],
): Promise<GateRows> {
  const sets = await setsOf(client);
  const rows: GateRows = { gates: [], history: [], overrides: [], events: [] };
  for (const plan of season) {
    const random = new Random(9_000 + plan.index);
    const person = merchandisers[plan.merchandiserIndex] ?? '';
    const set = setFor({ fabricType: plan.fabric.type, cadName: null }, sets)?.gates ?? [];
    for (const line of linesOf(plan)) gatesOfLine(plan, line, set, person, random, rows);
    const step = { [DYED_EARLY]: 'dyeing', [DELIVERED_OPEN]: 'delivery' }[plan.index];
    if (step) override(plan, step, person, random, rows);
  }
  return rows;
}

async function setsOf(client: ClientBase): Promise<GateSet[]> {
  const { rows } = await client.query<Omit<GateSet, 'isDefault'> & { is_default: boolean }>(
    'SELECT id, name, words, gates, position, is_default FROM gate_sets WHERE deleted_at IS NULL',
  );
  return rows.map((row) => ({ ...row, isDefault: row.is_default }));
}

function gatesOfLine(
  plan: OrderPlan,
  line: LinePlan,
  set: readonly GateOfSet[],
  person: string,
  random: Random,
  { gates, history }: GateRows,
): void {
  const planned = entriesOf(plan, line);
  const touched = [...new Set(planned.map(({ gate }) => gate))].filter((key) => !set.some((each) => each.key === key));
  const extra = touched.map((key) => ({ key, name: gateName(key), days: USUAL_DAYS }));
  [...set, ...extra].forEach(({ key, name, days }, index) => {
    const own = planned
      .filter(({ gate }) => gate === key)
      .map((entry) => ({ ...entry, occurredOn: dayOf(plan, entry) }));
    const standing = standingAfter(key, own, plan.ordered);
    const at = own.at(-1)?.occurredOn ?? plan.ordered;
    const held = holding(plan, standing);
    const met = standing.condition !== null && plan.index !== DELIVERED_OPEN && plan.progress > 0.75;
    gates.push({
      id: random.id(new Date(`${plan.ordered}T05:00:00Z`)),
      created_at: `${plan.ordered}T05:00:00.000Z`,
      updated_at: `${at}T09:00:00.000Z`,
      row_version: 1 + own.length,
      order_id: plan.id,
      order_line_id: line.id,
      gate_key: key,
      name,
      position: index + 1,
      status: standing.status,
      round: standing.round,
      ...held,
      due_on: dueOn({ ...standing, holder: held.holder, heldSince: held.held_since }, days),
      days,
      condition: standing.condition,
      condition_met_on: met ? pastDay(plan, addDays(at, 21)) : null,
      condition_met_by_id: met ? person : null,
    });
    for (const { gate, status, occurredOn, notes, condition, late } of own)
      history.push({
        id: random.id(new Date(`${occurredOn}T08:00:00Z`)),
        order_id: plan.id,
        order_line_id: line.id,
        approval_type: gate,
        status,
        changed_by_id: person,
        notes,
        condition,
        occurred_at: `${occurredOn}T${status === 'approved' || status === 'rejected' ? '09' : '06'}:00:00.000Z`,
        created_at: `${late ? pastDay(plan, addDays(occurredOn, 2)) : occurredOn}T10:00:00.000Z`,
      });
  });
}

const dayOf = (plan: OrderPlan, { share }: PlannedEntry): string => pastDay(plan, dayAt(plan, share));

/** Most wait with whom their round went to; some the buyer handed back to the mill, some dips lie on our own desk. */
function holding(plan: OrderPlan, { status, holder, heldSince }: Standing) {
  const since = addDays(plan.today, -2);
  const later = heldSince !== null && heldSince < since;
  if (later && plan.index % 5 === 3 && holder === 'buyer')
    return { holder: 'mill' as const, held_since: since, handed_over_on: since };
  if (later && status === 'rejected' && holder === 'mill')
    return { holder: 'us' as const, held_since: since, handed_over_on: since };
  return { holder, held_since: heldSince, handed_over_on: null };
}

function override(plan: OrderPlan, step: string, person: string, random: Random, rows: GateRows): void {
  const early = step === 'dyeing';
  const shut = rows.gates.filter(
    (gate) =>
      gate['order_id'] === plan.id && gate['gate_key'] === 'labDip' && (!early || gate['status'] !== 'approved'),
  );
  const lines = plan.styles.flatMap((style) => style.lines.map((line) => ({ style, line })));
  const gates = shut.flatMap((gate): BlockingGate[] => {
    const found = lines.find(({ line }) => line.id === gate['order_line_id']);
    if (!found) return [];
    return [
      {
        orderLineId: found.line.id,
        lineLabel: `${found.style.number} · ${found.line.colour[1]}`,
        gateKey: 'labDip' satisfies GateKey,
        gateName: 'Lab dip',
        status: early ? 'rejected' : 'approved',
        condition: early ? null : String(gate['condition']),
      },
    ];
  });
  const reason = early
    ? 'The dye-house slot would be lost. The buyer agreed on the phone; the second round follows by courier.'
    : 'The buyer accepts the bulk shade as it is, by mail of the inspection day.';
  const at = early
    ? `${pastDay(plan, dayAt(plan, 0.42))}T08:20:00.000Z`
    : `${plan.delivered ?? plan.today}T09:50:00.000Z`;
  const id = random.id(new Date(at));
  rows.overrides.push({ id, order_id: plan.id, step, gates, reason, overridden_by_id: person, created_at: at });
  rows.events.push({
    id: random.id(new Date(at)),
    sequence: 0,
    stream_id: plan.id,
    name: 'gate.overridden',
    subject_type: 'order',
    subject_id: plan.id,
    subject_version: null,
    order_id: plan.id,
    order_line_id: gates.length === 1 ? (gates[0]?.orderLineId ?? null) : null,
    actor_id: person,
    data: { before: {}, after: {}, step, gates: gates.map(({ gateName: name }) => name), reason, overrideId: id },
    occurred_at: at,
    recorded_at: at,
    hash: '',
  });
}
