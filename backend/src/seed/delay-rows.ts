import type { PartyWorking } from '../modules/planning/calendar/calendar.rules';
import { slipOf } from '../modules/planning/delays/delay.rules';
import {
  INCIDENT_SEVERITIES,
  type IncidentSeverity,
  type IncidentType,
} from '../modules/planning/incidents/incident.vocabulary';
import type { IncidentStatus } from '../modules/planning/incidents/incident.lifecycle';
import type { KnownStep, StepKey } from '../modules/planning/milestone.vocabulary';
import { stepsOf, type PlannedLine, type PlannedStep } from '../modules/planning/plan/plan-forecast';
import { addDays, type Day } from '../platform/values/day';
import { event } from './event-rows';
import { Random } from './random';
import { linesOf, pastDay, type LinePlan, type OrderPlan } from './season';
import type { Row } from './tables';

/** What people wrote where a step was late. */
const REASONS: Partial<Record<KnownStep, string>> = {
  yarnReceived: 'The spinner delivered the second lot late.',
  labDipApproved: 'The buyer’s office was closed for their fair.',
  dyeingComplete: 'A machine stood still.',
  fitCumPpComments: 'Comments came after two reminders.',
};

/** Booked at the hour at which the day was written. */
const NOON = 'T07:00:00.000Z';

/** The days that the steps of a line lost by their own doing, as the house would have booked them. */
export function slipRows(
  plan: OrderPlan,
  line: LinePlan,
  planned: PlannedLine,
  steps: readonly (PlannedStep & { plannedOn: Day })[],
  calendars: readonly PartyWorking[],
): Row[] {
  const random = new Random(20_000 + plan.index * 40 + linesOf(plan).indexOf(line));
  const reckoned = stepsOf(planned, steps, calendars);
  return steps.flatMap(({ milestone, label, holder, plannedOn, actualOn }) => {
    const slip = slipOf<StepKey>(milestone, plannedOn, reckoned);
    if (!slip?.workingDays || !actualOn) return [];
    const names = { mill: plan.mill, buyer: plan.buyer.buyer } as Partial<Record<string, string>>;
    return [
      delayRow(plan, line.id, random, `${actualOn}${NOON}`, {
        step: milestone,
        step_label: label,
        working_days: slip.workingDays,
        party: holder,
        party_name: names[holder] ?? null,
        reason: (random.chance(0.5) && REASONS[milestone as KnownStep]) || null,
        source: 'step',
        planned_on: slip.dueOn,
        happened_on: actualOn,
      }),
    ];
  });
}

function delayRow(plan: OrderPlan, lineId: string | null, random: Random, at: string, row: Row): Row {
  return {
    id: random.id(new Date(at)),
    created_at: at,
    order_id: plan.id,
    order_line_id: lineId,
    incident_id: null,
    booked_by_id: null,
    planned_on: null,
    ...row,
  };
}

interface Mishap {
  title: string;
  description: string;
  type: IncidentType;
  severity: IncidentSeverity;
  status: IncidentStatus;
  party: 'mill' | 'buyer' | 'us';
  step: KnownStep | null;
  cause?: string;
  actionPlan?: string;
  resolution?: string;
  daysLost?: number;
  cost?: string;
  /** How far the order was when it happened. */
  at: number;
}

const MISHAPS: readonly Mishap[] = [
  {
    title: 'Shade of the bulk is off',
    description: 'Two lots came out too red under D65, ΔE 1.9 against the approved swatch.',
    type: 'quality_rejection',
    severity: 'high',
    status: 'in_progress',
    party: 'mill',
    step: 'dyeingComplete',
    cause: 'Another lot of dyestuff was used.',
    actionPlan: 'Strip and dye again; a cutting of each lot to us before finishing.',
    cost: '1250.00',
    at: 0.6,
  },
  {
    title: 'Stenter stood still',
    description: 'The drive broke; the mill waits for a part from Chattogram.',
    type: 'mill_breakdown',
    severity: 'critical',
    status: 'open',
    party: 'mill',
    step: 'dyeingComplete',
    actionPlan: 'Finish half of it at their second house.',
    at: 0.55,
  },
  {
    title: 'Buyer changed the print after approval',
    description: 'Screens are to be engraved anew for the second colour.',
    type: 'delay',
    severity: 'medium',
    status: 'resolved',
    party: 'buyer',
    step: null,
    cause: 'New artwork from their designer.',
    resolution: 'New screens engraved; the buyer pays for them.',
    daysLost: 4,
    cost: '480.00',
    at: 0.4,
  },
  {
    title: '180 kg short of the first lot',
    description: 'The challan says 1,200 kg; 1,020 kg were weighed in.',
    type: 'short_shipment',
    severity: 'medium',
    status: 'resolved',
    party: 'mill',
    step: null,
    cause: 'Rolls of another order were counted along.',
    resolution: 'The missing rolls came with the next truck.',
    daysLost: 2,
    at: 0.7,
  },
  {
    title: 'GSM below tolerance',
    description: 'Five rolls measured 168 against 180 g/m².',
    type: 'quality_rejection',
    severity: 'low',
    status: 'closed',
    party: 'mill',
    step: null,
    cause: 'Stitch length drifted on one machine.',
    resolution: 'Rolls replaced.',
    daysLost: 1,
    at: 0.5,
  },
  {
    title: 'Artwork went out with the wrong repeat',
    description: 'We sent the file of the last season.',
    type: 'other',
    severity: 'low',
    status: 'open',
    party: 'us',
    step: null,
    actionPlan: 'Send the right file, and confirm the repeat by phone.',
    at: 0.2,
  },
];

export interface IncidentRows {
  incidents: Row[];
  delays: Row[];
  events: Row[];
}

/** What went wrong this season: one incident on every few orders that are under way. */
export function incidentRows(season: readonly OrderPlan[], merchandisers: readonly string[]): IncidentRows {
  const rows: IncidentRows = { incidents: [], delays: [], events: [] };
  const underWay = season.filter(({ progress, fate }) => progress > 0.2 && fate !== 'delivered');
  for (const [index, mishap] of MISHAPS.entries()) {
    const fitting = underWay.filter(({ progress }) => progress > mishap.at);
    const plan = fitting[(index * 5) % fitting.length];
    if (plan) addIncident(rows, plan, mishap, merchandisers[plan.merchandiserIndex] ?? '', new Random(12_000 + index));
  }
  return rows;
}

function addIncident(rows: IncidentRows, plan: OrderPlan, mishap: Mishap, reporter: string, random: Random): void {
  const { title, status, severity, party, step, daysLost, resolution } = mishap;
  const line = random.pick(linesOf(plan)).id;
  const happened = pastDay(plan, addDays(plan.today, -random.whole(5, 14)));
  const settled = resolution ? pastDay(plan, addDays(happened, 4)) : null;
  const at = `${happened}T08:20:00.000Z`;
  const id = random.id(new Date(at));
  const partyName = { mill: plan.mill, buyer: plan.buyer.buyer, us: null }[party];
  rows.incidents.push({
    id,
    created_at: at,
    updated_at: settled ? `${settled}T09:40:00.000Z` : at,
    row_version: status === 'open' ? 1 : 2,
    order_id: plan.id,
    order_line_id: line,
    step,
    title,
    description: mishap.description,
    type: mishap.type,
    severity,
    severity_rank: INCIDENT_SEVERITIES.indexOf(severity),
    status,
    incident_date: happened,
    cause: mishap.cause ?? null,
    party,
    party_name: partyName,
    action_plan: mishap.actionPlan ?? null,
    responsible_person: party === 'mill' ? 'Mr Karim, production' : null,
    target_resolution_date: settled ? null : addDays(plan.today, random.whole(-1, 6)),
    actual_resolution_date: settled,
    resolution: resolution ?? null,
    days_lost: daysLost ?? null,
    cost_amount: mishap.cost ?? null,
    cost_currency: mishap.cost ? 'USD' : null,
    reported_by_id: reporter,
  });
  const told = { title, severity, type: mishap.type, orderLineId: line, delays: [] as Row[] };
  rows.events.push(
    event(random, plan, at, 'incident.reported', 'incident', id, reporter, {
      ...told,
      before: {},
      after: { title, severity, incidentDate: happened },
    }),
  );
  if (!settled) return;
  const entry = delayRow(plan, line, random, `${settled}T09:40:00.000Z`, {
    step: null,
    step_label: null,
    working_days: daysLost,
    party,
    party_name: partyName,
    reason: title,
    source: 'incident',
    incident_id: id,
    booked_by_id: reporter,
    happened_on: settled,
  });
  rows.delays.push(entry);
  rows.events.push(
    event(random, plan, `${settled}T09:40:00.000Z`, 'incident.resolved', 'incident', id, reporter, {
      ...told,
      delays: [{ id: entry['id'], workingDays: daysLost, party, partyName, source: 'incident' }],
      before: { status: 'in_progress' },
      after: { status: 'resolved', resolution, actualResolutionDate: settled, daysLost },
    }),
  );
}
