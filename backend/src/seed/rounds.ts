import { standingAfter, type GateEntry } from '../modules/orders/gates/gate.rules';
import { rollUp } from '../modules/orders/line/roll-up';
import type { Approvals, ApprovalStatus, ApprovalType, GateKey } from '../modules/orders/vocabulary';
import { linesOf, type LinePlan, type OrderPlan } from './season';

/** One sample of an order; `sent` and `decided` are shares of the way from its order day to its ETD. */
interface Round {
  type: 'lab_dip' | 'hand_loom' | 'strike_off' | 'pp_sample' | 'bulk_swatch';
  version: number;
  sent: number;
  decided: number;
  refused: boolean;
}

const GATES = {
  lab_dip: 'labDip',
  hand_loom: 'handloom',
  strike_off: 'strikeOff',
  pp_sample: 'ppSample',
  bulk_swatch: 'bulkSwatch',
} as const satisfies Record<Round['type'], ApprovalType>;

/** Four samples an order; where the first dip was refused, its second round stands in place of the strike-off. */
export function roundsOf(plan: OrderPlan): readonly Round[] {
  const refusedFirst = plan.index % 3 === 0 && plan.progress > 0.2;
  const round = (type: Round['type'], version: number, sent: number, decided: number, refused = false): Round => ({
    type,
    version,
    sent,
    decided,
    refused,
  });
  return [
    round('lab_dip', 1, 0.12, 0.18, refusedFirst),
    refusedFirst ? round('lab_dip', 2, 0.2, 0.25) : round(plan.index % 2 ? 'hand_loom' : 'strike_off', 1, 0.16, 0.24),
    round('pp_sample', 1, 0.44, 0.52),
    round('bulk_swatch', 1, 0.64, 0.72),
  ];
}

/** Something that was recorded on a gate, at a share of the way from the order day to the ETD. */
export interface PlannedEntry extends Omit<GateEntry, 'occurredOn'> {
  gate: GateKey;
  share: number;
  notes: string | null;
  /** Entered a day or two after it happened. */
  late: boolean;
}

/** What the buyer asks of the bulk of one order in seven: of the line that the samples are of. */
export const CONDITION = 'Good to go if bulk comes half a step bluer.';
export const isConditional = (plan: OrderPlan): boolean => plan.index % 7 === 4;

/** Gates that no sample decides: price and quality come first, the test of the fabric before the bulk. */
const WITHOUT_SAMPLES = [
  ['price', 0.04, 0.12],
  ['quality', 0.09, 0.16],
  ['qualityTest', 0.36, 0.42],
] as const;

/**
 * What was recorded on the gates of a line so far. The first line is the one that samples are of; in one order of three
 * the last line lags behind it, and where its first dip was refused the second is still with the buyer.
 */
export function entriesOf(plan: OrderPlan, line: LinePlan): PlannedEntry[] {
  const lines = linesOf(plan);
  const isFirst = line === lines[0];
  const lags = !isFirst && line === lines.at(-1) && plan.index % 3 === 1 && !plan.delivered;
  const entry = (gate: GateKey, status: ApprovalStatus, share: number, more: Partial<PlannedEntry> = {}) => ({
    gate,
    status,
    share,
    notes: null,
    condition: null,
    late: (plan.index + Math.round(share * 100)) % 9 === 0,
    ...more,
  });
  const sampled = roundsOf(plan).flatMap(({ type, version, sent, decided, refused }) => {
    const gate = GATES[type];
    const condition = isFirst && gate === 'labDip' && isConditional(plan) ? CONDITION : null;
    const refusal = { notes: 'Too red against the standard under D65.' };
    const answer = refused
      ? entry(gate, 'rejected', decided, refusal)
      : entry(gate, 'approved', decided, { condition });
    const dipRefused = lags && gate === 'labDip' && plan.progress > 0.4;
    if (dipRefused)
      return [
        entry(gate, 'submission', sent),
        entry(gate, 'rejected', decided, refusal),
        entry(gate, 'resubmission', plan.progress - 0.04),
      ];
    return [entry(gate, version > 1 ? 'resubmission' : 'submission', sent), answer];
  });
  const others = WITHOUT_SAMPLES.flatMap(([gate, sent, decided]) => [
    entry(gate, 'submission', sent),
    entry(gate, 'approved', decided),
  ]);
  const reach = lags ? plan.progress - 0.12 : plan.progress;
  return [...sampled, ...others].filter(
    ({ share, status }) => (status === 'resubmission' ? plan.progress : reach) >= share,
  );
}

/** Where the gates of a line stand. */
export function approvalsOfLine(plan: OrderPlan, line: LinePlan): Approvals {
  const entries = entriesOf(plan, line);
  return Object.fromEntries(
    [...new Set(entries.map(({ gate }) => gate))].flatMap((gate) => {
      const own = entries.filter((each) => each.gate === gate).map((each) => ({ ...each, occurredOn: plan.ordered }));
      const { status } = standingAfter(gate, own, plan.ordered);
      return status ? [[gate, status]] : [];
    }),
  );
}

/** Where the gates of an order stand: as its lines do (docs/domain/roll-up.md). */
export function approvalsOf(plan: OrderPlan): Approvals {
  const figures = { quantity: null, unit: 'yards', millPrice: null, provaPrice: null, commission: null };
  const lines = linesOf(plan).map((line) => ({
    ...figures,
    currency: 'USD',
    etd: null,
    status: plan.status,
    approvalStatus: approvalsOfLine(plan, line),
  }));
  return rollUp(lines)?.approvalStatus ?? {};
}
