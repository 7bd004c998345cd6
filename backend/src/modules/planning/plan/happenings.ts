import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import type { KnownStep } from '../milestone.vocabulary';

/** Steps that a decision on a gate makes happen: by its first submission, and by its approval. */
const GATE_STEPS: Readonly<Record<string, { sent: KnownStep; approved: KnownStep }>> = {
  labDip: { sent: 'labDipSubmitted', approved: 'labDipApproved' },
  strikeOff: { sent: 'strikeOffSubmitted', approved: 'strikeOffApproved' },
  bulkSwatch: { sent: 'firstBulkSubmission', approved: 'bulkSwatchApproved' },
  ppSample: { sent: 'fitCumPpSubmitted', approved: 'fitCumPpComments' },
};

/** Steps of every line of an order that one of its papers makes happen. */
const PAPER_STEPS: Readonly<Record<string, KnownStep>> = {
  'proforma_invoice.sent': 'piSent',
  'proforma_invoice.confirmed': 'piConfirmed',
  'letter_of_credit.recorded': 'lcReceived',
  'shipment.departed': 'shipped',
};

/** Events that are a step of the plan by themselves. */
export const HAPPENINGS = ['approval.recorded', ...Object.keys(PAPER_STEPS)];

/** The steps that an event makes happen; a decision that was taken back makes none. */
export function stepsHappening({ name, data }: Pick<DomainEventRow, 'name' | 'data'>): KnownStep[] {
  const paper = PAPER_STEPS[name];
  if (paper) return [paper];
  const after = (data['after'] ?? {}) as Record<string, unknown>;
  return Object.entries(after).flatMap(([gate, status]) => {
    const steps = GATE_STEPS[gate];
    if (!steps) return [];
    if (status === 'submission' || status === 'resubmission') return [steps.sent];
    return status === 'approved' ? [steps.approved] : [];
  });
}
