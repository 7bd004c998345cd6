import { GateNotPassed, GateRoundWaits, GatesCannotFollow } from './gates.errors';
import type { GuardedStep } from './interlocks';

/** The refusal of a step, as the contract shows it. */
export const aShutGate = (step: GuardedStep): GateNotPassed =>
  new GateNotPassed(step, [
    {
      orderLineId: '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21',
      lineLabel: 'MT-2291 · White',
      gateKey: step === 'cutting' ? 'ppSample' : 'labDip',
      gateName: step === 'cutting' ? 'PP sample' : 'Lab dip',
      status: step === 'completion' || step === 'delivery' ? 'approved' : 'rejected',
      condition: step === 'completion' || step === 'delivery' ? 'Bulk a shade bluer.' : null,
    },
  ]);

/** The refusal of a second sending, as the contract shows it. */
export const aRoundThatWaits = new GateRoundWaits('Lab dip', 'MT-2291 · White', { round: 1, heldSince: '2026-11-20' });

/** Two of several lines refuse a sending, as the contract shows it. */
export const aDecisionSomeRefuse = new GatesCannotFollow(
  ['White', 'Black'].map((colour, index) => ({
    orderLineId: `0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c2${index + 1}`,
    label: `MT-2291 · ${colour}`,
    reason: aRoundThatWaits.detail.replace('White', colour),
    code: aRoundThatWaits.code,
  })),
  5,
);
