import Decimal from 'decimal.js';
import { lineAmount, sumMoney, type Money } from '../../../platform/values/money';
import { sumQuantities, type Quantity } from '../../../platform/values/quantity';
import type { Day } from '../../../platform/values/day';
import {
  ORDER_STATUSES,
  type Approvals,
  type GateKey,
  type GateStatus,
  type OrderCategory,
  type OrderStatus,
} from '../vocabulary';

/** What the roll-up reads of a line. */
export interface RolledLine {
  quantity: string | null;
  unit: string;
  millPrice: string | null;
  provaPrice: string | null;
  commission: string | null;
  currency: string;
  etd: Day | null;
  status: OrderStatus;
  approvalStatus: Approvals;
  /** The gates it has to pass; not known of figures that are no line. */
  gates?: readonly { key: GateKey }[];
}

/** The order figures that come from its lines. */
export interface RollUp {
  status: OrderStatus;
  quantity: string | null;
  unit: string | null;
  earliestEtd: Day | null;
  approvalStatus: Approvals;
}

/** upcoming and in development are upcoming; running and bulk are running; completed and archived are archived. */
export function categoryOf(status: OrderStatus): OrderCategory {
  if (status === 'running' || status === 'bulk') return 'running';
  return status === 'completed' || status === 'archived' ? 'archived' : 'upcoming';
}

/**
 * How lines become an order (docs/domain/roll-up.md): the status of the least advanced line; quantity and unit where
 * all lines share a unit, else neither; the earliest ETD of what is still to leave; each gate approved when every line that has to pass it has it
 * approved, else the worst that any line has. @returns null for an order without lines, which keeps its own figures
 */
export function rollUp(lines: readonly RolledLine[]): RollUp | null {
  if (!lines.length) return null;
  const rank = (status: OrderStatus) => ORDER_STATUSES.indexOf(status);
  const least = lines.reduce((a, b) => (rank(b.status) < rank(a.status) ? b : a));
  const [sum, ...otherUnits] = quantitiesOf(lines);
  return {
    status: least.status,
    quantity: sum && !otherUnits.length ? sum.quantity : null,
    unit: sum && !otherUnits.length ? sum.unit : null,
    earliestEtd: firstEtd(leaving(lines)),
    approvalStatus: rollUpApprovals(lines),
  };
}

/** The earliest ETD of these lines. */
export const firstEtd = (lines: readonly Pick<RolledLine, 'etd'>[]): Day | null =>
  lines.flatMap(({ etd }) => (etd ? [etd] : [])).sort()[0] ?? null;

/** The lines that are still to leave: what has left makes an order late no longer. Of an order that is done, all of them. */
function leaving<T extends Pick<RolledLine, 'status'>>(lines: readonly T[]): readonly T[] {
  const open = lines.filter(({ status }) => categoryOf(status) !== 'archived');
  return open.length ? open : lines;
}

const WORST_FIRST: readonly GateStatus[] = ['rejected', 'resubmission', 'submission'];

function rollUpApprovals(lines: readonly RolledLine[]): Approvals {
  const gates = new Set(lines.flatMap((line) => Object.keys(line.approvalStatus) as GateKey[]));
  return Object.fromEntries(
    [...gates].map((gate) => {
      const states = passing(gate, lines).map((line) => line.approvalStatus[gate]);
      if (states.every((state) => state === 'approved')) return [gate, 'approved'];
      return [gate, WORST_FIRST.find((worst) => states.includes(worst)) ?? 'submission'];
    }),
  );
}

/** The lines that have to pass a gate: those that have it, and those on which it stands all the same. */
function passing<T extends RolledLine>(gate: GateKey, lines: readonly T[]): T[] {
  return lines.filter(
    ({ gates, approvalStatus }) => !gates || gate in approvalStatus || gates.some(({ key }) => key === gate),
  );
}

/** Why a figure of the order is what it is: the lines that make it so. */
export interface RollUpReason {
  /** `status`, `earliestEtd`, or the key of a gate. */
  figure: string;
  value: string;
  lineIds: string[];
  /** Lines that this figure comes from in all. */
  outOf: number;
}

/** Which lines make the order's status, its first ETD and its gates what they are (docs/domain/roll-up.md). */
export function explainRollUp(lines: readonly (RolledLine & { id: string })[]): RollUpReason[] {
  const rolled = rollUp(lines);
  if (!rolled) return [];
  const because = (figure: string, value: string, of: typeof lines, makesIt: (line: RolledLine) => boolean) => ({
    figure,
    value,
    lineIds: of.filter(makesIt).map(({ id }) => id),
    outOf: of.length,
  });
  const { earliestEtd, status } = rolled;
  return [
    because('status', status, lines, (line) => line.status === status),
    ...(earliestEtd ? [because('earliestEtd', earliestEtd, leaving(lines), ({ etd }) => etd === earliestEtd)] : []),
    ...(Object.entries(rolled.approvalStatus) as [GateKey, GateStatus][]).map(([gate, value]) => {
      const of = passing(gate, lines);
      const holdsBack = of.some((line) => line.approvalStatus[gate] === value);
      return because(gate, value, of, ({ approvalStatus }) => {
        const own = approvalStatus[gate];
        // Some approved, some not begun: those that were not begun keep the gate from being approved.
        return holdsBack ? own === value : own !== 'approved';
      });
    }),
  ];
}

/** An order's own figures: what counts where it has no lines. */
export type OwnFigures = Omit<RolledLine, 'unit' | 'commission'> & { unit: string | null };

/** What an order's totals add up from: its lines, or its own quantity and prices where it has none. */
export function figuresOf(order: OwnFigures, lines: readonly RolledLine[]): readonly RolledLine[] {
  if (lines.length) return lines;
  return order.quantity && order.unit ? [{ ...order, unit: order.unit, commission: null }] : [];
}

/** Σ quantity per unit: units never mix. */
export function quantitiesOf(lines: readonly Pick<RolledLine, 'quantity' | 'unit'>[]): Quantity[] {
  return sumQuantities(lines.flatMap(({ quantity, unit }) => (quantity === null ? [] : [{ quantity, unit }])));
}

/** Σ quantity × our price, rounded per line, per currency. */
export function valueOf(lines: readonly RolledLine[]): Money[] {
  return sumMoney(
    lines.flatMap(({ quantity, provaPrice, currency }) =>
      quantity === null || provaPrice === null
        ? []
        : [{ amount: lineAmount(quantity, provaPrice, currency), currency }],
    ),
  );
}

/** Σ (our price − mill price − commission per unit) × quantity, where both prices are known, per currency. */
export function potentialProfitOf(lines: readonly RolledLine[]): Money[] {
  return sumMoney(
    lines.flatMap(({ quantity, provaPrice, millPrice, commission, currency }) => {
      if (quantity === null || provaPrice === null || millPrice === null) return [];
      const margin = new Decimal(provaPrice).minus(millPrice).minus(commission ?? 0);
      return [{ amount: lineAmount(quantity, margin, currency), currency }];
    }),
  );
}
