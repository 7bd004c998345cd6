import { Lifecycle } from '../../../platform/lifecycle/lifecycle';
import { addDays, type Day } from '../../../platform/values/day';
import type { ApprovalStatus, GateKey, GateStatus } from '../vocabulary';
import type { GateDays, Holder } from './gate.vocabulary';

/** What may be recorded on a gate, by what was recorded last (docs/domain/gates.md). `untouched`: nothing, or cleared. */
export const gateRounds = new Lifecycle<GateStatus | 'untouched' | 'cleared'>('gate', {
  untouched: ['submission', 'resubmission', 'approved', 'rejected'],
  // Sent again before the answer came: the same round once more, or a new one; only where it is meant (`isOut`).
  submission: ['submission', 'resubmission', 'approved', 'rejected', 'cleared'],
  resubmission: ['submission', 'resubmission', 'approved', 'rejected', 'cleared'],
  rejected: ['resubmission', 'approved', 'cleared'],
  // Approved once more (with another condition), taken back, or opened again by another round.
  approved: ['approved', 'rejected', 'resubmission', 'cleared'],
  cleared: [],
});

/** It was sent, and nobody has answered yet. As an entry: a sending. */
export const isOut = (status: ApprovalStatus | null): boolean => status === 'submission' || status === 'resubmission';

/** One entry of a gate's history, as far as its standing depends on it. */
export interface GateEntry {
  status: ApprovalStatus;
  occurredOn: Day;
  /** Of an approval: what must still be seen to. */
  condition: string | null;
}

/** Where a gate stands, and whose turn it is since when. */
export interface Standing {
  status: GateStatus | null;
  /** 0 while nothing was sent. */
  round: number;
  /** Null once approved: nobody is waited for. */
  holder: Holder | null;
  heldSince: Day | null;
  condition: string | null;
}

/** Who judges what is sent: the test laboratory its own tests, the buyer all else. */
const judgeOf = (key: GateKey): Holder => (key === 'qualityTest' ? 'lab' : 'buyer');

/** Who makes the next round: a new price comes from us, all else from the mill. */
const makerOf = (key: GateKey): Holder => (key === 'price' ? 'us' : 'mill');

/**
 * Where a gate stands after its history, given in the order in which things happened (not in which they were recorded).
 * The last entry decides status, holder and condition; the round is counted over all of them.
 * @param madeOn the day from which an untouched gate waits for us
 */
export function standingAfter(key: GateKey, history: readonly GateEntry[], madeOn: Day): Standing {
  const untouched: Standing = { status: null, round: 0, holder: 'us', heldSince: madeOn, condition: null };
  return history.reduce<Standing>((before, { status, occurredOn, condition }) => {
    const since = { heldSince: occurredOn, condition: null };
    switch (status) {
      case 'submission': // of what is out already: the same round once more
        return {
          ...since,
          status: isOut(before.status) ? before.status : status,
          round: Math.max(1, before.round),
          holder: judgeOf(key),
        };
      case 'resubmission':
        return { ...since, status, round: Math.max(1, before.round) + 1, holder: judgeOf(key) };
      case 'rejected':
        return { ...since, status, round: Math.max(1, before.round), holder: makerOf(key) };
      case 'approved':
        return { status, round: Math.max(1, before.round), holder: null, heldSince: null, condition };
      case 'cleared':
        return { ...untouched, heldSince: occurredOn };
    }
  }, untouched);
}

/** The days that whoever holds the gate may take; null when nobody counts, or nobody holds it. */
export function allowedDays({ status, holder }: Pick<Standing, 'status' | 'holder'>, days: GateDays): number | null {
  if (!holder) return null;
  return status === null && holder === 'us' ? days.send : days[holder];
}

/** The last day on which the holder is on time. */
export function dueOn(standing: Pick<Standing, 'status' | 'holder' | 'heldSince'>, days: GateDays): Day | null {
  const allowed = allowedDays(standing, days);
  return allowed === null || !standing.heldSince ? null : addDays(standing.heldSince, allowed);
}
