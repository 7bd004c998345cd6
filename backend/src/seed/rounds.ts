import type { Approvals } from '../modules/orders/vocabulary';
import type { OrderPlan } from './season';

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
} as const satisfies Record<Round['type'], keyof Approvals>;

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

/** Where the gates stand: as their latest round does; the price is agreed before the first dip goes. */
export function approvalsOf(plan: OrderPlan): Approvals {
  const sent = roundsOf(plan).filter((round) => plan.progress >= round.sent);
  const gates = sent.map((round) => {
    if (plan.progress >= round.decided) return [GATES[round.type], round.refused ? 'rejected' : 'approved'];
    return [GATES[round.type], round.version > 1 ? 'resubmission' : 'submission'];
  });
  return { ...(plan.progress >= 0.14 ? { price: 'approved' } : {}), ...Object.fromEntries(gates) };
}
