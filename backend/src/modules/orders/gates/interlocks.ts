import type { GateStanding } from './gate-standing';
import type { ApprovalType, GateKey, GateStatus } from '../vocabulary';

/** What gates may hold back. `dyeing` and `cutting` wait for a gate; `completion` and `delivery` for open conditions. */
export const GUARDED_STEPS = ['dyeing', 'cutting', 'completion', 'delivery'] as const;
export type GuardedStep = (typeof GUARDED_STEPS)[number];

/** The gate that must be passed before the step. */
export const WAITS_FOR = { dyeing: 'labDip', cutting: 'ppSample' } as const satisfies Partial<
  Record<GuardedStep, ApprovalType>
>;

/** A gate that says no, as it stood then. */
export interface BlockingGate {
  orderLineId: string;
  lineLabel: string;
  gateKey: GateKey;
  gateName: string;
  status: GateStatus | null;
  /** The condition that is still open; null where the gate itself is not passed. */
  condition: string | null;
}

/** What the rules read of a line. */
export interface GuardedLine {
  id: string;
  label: string;
  gates: readonly GateStanding[];
}

const blocking = (line: GuardedLine, gate: GateStanding): BlockingGate => ({
  orderLineId: line.id,
  lineLabel: line.label,
  gateKey: gate.key,
  gateName: gate.name,
  status: gate.status,
  condition: gate.conditionOpen ? gate.condition : null,
});

/**
 * The gates that hold back a step of these lines. A line that has no such gate waits for none.
 * @param together the step is known for all lines at once (output of a day): one approved line lets it begin
 */
export function gatesBefore(
  step: keyof typeof WAITS_FOR,
  lines: readonly GuardedLine[],
  together: boolean,
): BlockingGate[] {
  const key = WAITS_FOR[step];
  const asked = lines.flatMap((line) => {
    const gate = line.gates.find((each) => each.key === key);
    return gate ? [{ line, gate }] : [];
  });
  const shut = asked.filter(({ gate }) => gate.status !== 'approved');
  if (together && shut.length < asked.length) return [];
  return shut.map(({ line, gate }) => blocking(line, gate));
}

/** Approvals of these lines whose condition nobody has ticked yet. */
export function openConditions(lines: readonly GuardedLine[]): BlockingGate[] {
  return lines.flatMap((line) => line.gates.filter((gate) => gate.conditionOpen).map((gate) => blocking(line, gate)));
}
