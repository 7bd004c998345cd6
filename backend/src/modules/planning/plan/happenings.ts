import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import type { Day } from '../../../platform/values/day';
import type { KnownStep } from '../milestone.vocabulary';

interface GateSteps {
  sent: KnownStep;
  approved: KnownStep;
}

/** Steps that a decision on a gate makes happen: by its first submission, and by its approval. */
const GATE_STEPS: Readonly<Record<string, GateSteps>> = {
  labDip: { sent: 'labDipSubmitted', approved: 'labDipApproved' },
  strikeOff: { sent: 'strikeOffSubmitted', approved: 'strikeOffApproved' },
  bulkSwatch: { sent: 'firstBulkSubmission', approved: 'bulkSwatchApproved' },
  ppSample: { sent: 'fitCumPpSubmitted', approved: 'fitCumPpComments' },
};

/** The same of a sample of the order as a whole, which no gate of a line hears of. */
const SAMPLE_STEPS: Readonly<Record<string, GateSteps | undefined>> = {
  lab_dip: GATE_STEPS['labDip'],
  strike_off: GATE_STEPS['strikeOff'],
  bulk_swatch: GATE_STEPS['bulkSwatch'],
  pp_sample: GATE_STEPS['ppSample'],
};

const SAMPLE_HAPPENINGS = [
  'sample.submitted',
  'sample.sending_taken_back',
  'sample.approved',
  'sample.decision_taken_back',
];

/** What may make a step that a paper of the order stands for happen, or take that back. */
const ofPaper = (paper: string, ...verbs: string[]) =>
  [...verbs, 'deleted', 'restored'].map((verb) => `${paper}.${verb}`);
const INVOICE_EVENTS = ofPaper('proforma_invoice', 'sent', 'confirmed', 'cancelled');

/** Steps of every line of an order that its papers make happen, and by which events. */
export const PAPER_STEPS = {
  piSent: INVOICE_EVENTS,
  piConfirmed: INVOICE_EVENTS,
  lcReceived: ofPaper('letter_of_credit', 'recorded', 'order_added', 'order_removed', 'invoice_added'),
  shipped: ofPaper('shipment', 'departed', 'updated', 'returned', 'lines_changed'),
} as const satisfies Partial<Record<KnownStep, readonly string[]>>;
export type PaperStep = keyof typeof PAPER_STEPS;

/** The event that such a step is told of by where nobody heard of it when it came. */
export const PAPER_RECORDED: Readonly<Record<PaperStep, string>> = {
  piSent: 'proforma_invoice.sent',
  piConfirmed: 'proforma_invoice.confirmed',
  lcReceived: 'letter_of_credit.recorded',
  shipped: 'shipment.departed',
};

/** Events after which the papers of an order may say otherwise. */
export const PAPER_EVENTS = [...new Set(Object.values(PAPER_STEPS).flat())];

/** Events of a gate or a sample that are a step of the plan by themselves, or take one back. */
export const HAPPENINGS = ['approval.recorded', ...SAMPLE_HAPPENINGS];

/** What such an event does to the steps of its line, or of all lines of its order. */
export interface Happening {
  done: KnownStep[];
  /** They happened by an event like this one, which no longer holds. */
  reopened: KnownStep[];
}

/**
 * The steps that an event makes happen, and those that it opens again: a gate that is approved no longer, be it undone,
 * cleared or in another round, has not been approved; one on which nothing is left was never sent.
 */
export function stepsHappening(event: Pick<DomainEventRow, 'name' | 'data' | 'orderLineId'>): Happening {
  const { name, data, orderLineId } = event;
  if (SAMPLE_HAPPENINGS.includes(name)) return orderLineId ? NOTHING : ofSample(name, String(data['type']));
  const { after, stands } = data as { after?: Record<string, unknown>; stands?: string | null };
  const [of = NOTHING] = Object.entries(after ?? {}).flatMap(([gate, status]) => ofGate(gate, status, stands));
  return of;
}

/** What happened to a line before a part of it was split off has happened to both. */
export const LINE_SPLIT = 'line.split';

/** The day on which a step happened, and the event that told of it. */
export interface Happened {
  day: Day;
  by: string;
}

type HeardEvent = Pick<DomainEventRow, 'name' | 'data' | 'orderLineId' | 'occurredAt'>;

/**
 * What events of gates and samples of its order leave standing of the steps of a line: the first that made a step happen since
 * it was last taken back.
 * @param events in the order in which they were written down
 */
export function happenedTo(
  lineId: string,
  events: readonly HeardEvent[],
  dayOf: (at: Date) => Day,
): Map<KnownStep, Happened> {
  const steps = new Map<KnownStep, Happened>();
  events.forEach((event, at) => {
    const { name, data, orderLineId, occurredAt } = event;
    if (name === LINE_SPLIT) {
      if ((data['part'] as { id: string }).id !== lineId || !orderLineId) return;
      for (const [key, before] of happenedTo(orderLineId, events.slice(0, at), dayOf)) steps.set(key, before);
      return;
    }
    if ((orderLineId ?? lineId) !== lineId) return;
    const { done, reopened } = stepsHappening(event);
    for (const key of reopened) steps.delete(key);
    for (const key of done) if (!steps.has(key)) steps.set(key, { day: dayOf(occurredAt), by: name });
  });
  return steps;
}

const NOTHING: Happening = { done: [], reopened: [] };

function ofSample(name: string, type: string): Happening {
  const steps = SAMPLE_STEPS[type];
  if (!steps) return NOTHING;
  if (name === 'sample.decision_taken_back') return { done: [], reopened: [steps.approved] };
  if (name === 'sample.sending_taken_back') return { done: [], reopened: [steps.sent] };
  return { done: [name === 'sample.approved' ? steps.approved : steps.sent], reopened: [] };
}

/** @param status what was recorded  @param stands where that leaves the gate; an earlier entry may be recorded late */
function ofGate(gate: string, status: unknown, stands = status): Happening[] {
  const steps = GATE_STEPS[gate];
  if (!steps) return [];
  const done = [
    ...(status === 'submission' || status === 'resubmission' ? [steps.sent] : []),
    ...(status === 'approved' && stands === 'approved' ? [steps.approved] : []),
  ];
  const reopened = [...(stands === null ? [steps.sent] : []), ...(stands === 'approved' ? [] : [steps.approved])];
  return [{ done, reopened }];
}
