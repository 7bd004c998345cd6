import type { GateOfSet, GateSet } from './gate-set.entity';
import type { LineGate } from './line-gate.entity';

/** What another set of gates does to a line. */
export interface Relaying {
  /** Undecided ones of the old set that the new one does not name. */
  gone: LineGate[];
  /** Those of the new set that the line has not. */
  come: GateOfSet[];
  /** Decided ones of the old set that the new one does not name: they stay. */
  kept: LineGate[];
}

/**
 * What a line's gates become when its fabric makes another set its own (docs/domain/gates.md). What was decided stays,
 * and so does what somebody added by hand: neither set names it.
 * @param own the gates of the line  @returns null where the set is the same
 */
export function relaying(before: GateSet | null, after: GateSet | null, own: readonly LineGate[]): Relaying | null {
  if (before?.id === after?.id) return null;
  const names = (set: GateSet | null) => new Set(set?.gates.map(({ key }) => key) ?? []);
  const [old, wanted] = [names(before), names(after)];
  const left = own.filter(({ gateKey }) => old.has(gateKey) && !wanted.has(gateKey));
  const has = new Set(own.map(({ gateKey }) => gateKey));
  return {
    gone: left.filter(({ status }) => status === null),
    come: after?.gates.filter(({ key }) => !has.has(key)) ?? [],
    kept: left.filter(({ status }) => status !== null),
  };
}

/** The gates of a line in their order: as the set has them, then what else it has, as it was. */
export function inOrderOf(after: GateSet | null, gates: readonly LineGate[]): LineGate[] {
  const place = new Map(after?.gates.map(({ key }, index) => [key, index]) ?? []);
  const at = ({ gateKey }: LineGate) => place.get(gateKey) ?? place.size;
  return [...gates].sort((a, b) => at(a) - at(b) || a.position - b.position);
}
