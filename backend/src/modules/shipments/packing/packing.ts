import Decimal from 'decimal.js';
import { quantityText } from '../../../platform/values/quantity';
import { PACKAGE_KINDS, type PackageKind } from '../shipment.vocabulary';

/** A row of a packing list: packages `firstNumber` to `lastNumber`, each with the same in it. Weights in kg, measures in cm, of one package. */
export interface PackedRow {
  kind: PackageKind;
  firstNumber: number;
  lastNumber: number;
  contents: readonly { orderLineId: string; quantity: string }[];
  netKg: string | null;
  grossKg: string | null;
  lengthCm: string | null;
  widthCm: string | null;
  heightCm: string | null;
  /** Of the container that they go in; null: not said. */
  containerNumber: string | null;
}

export interface PackingTotals {
  packages: { kind: PackageKind; count: number }[];
  /** All packages. */
  count: number;
  netKg: Decimal;
  grossKg: Decimal;
  volumeCm3: Decimal;
  /** Packages of which the gross weight is not known, and those of which the measures are not. */
  unweighed: number;
  unmeasured: number;
  /** Of each line, in its own unit. */
  byLine: ReadonlyMap<string, Decimal>;
}

export const countOf = ({ firstNumber, lastNumber }: Pick<PackedRow, 'firstNumber' | 'lastNumber'>): number =>
  lastNumber - firstNumber + 1;

/** `48 rolls`, `12 cartons and 3 pallets`. */
export function packagesWords(rows: readonly Pick<PackedRow, 'kind' | 'firstNumber' | 'lastNumber'>[]): string {
  const told = PACKAGE_KINDS.flatMap((kind) => {
    const count = rows.filter((row) => row.kind === kind).reduce((sum, row) => sum + countOf(row), 0);
    return count ? [kindWords(count, kind)] : [];
  });
  return told.join(' and ');
}

/** Their numbers, those that follow one another in one: `rolls 1–178, 180`. */
export function numbersWords(rows: readonly Pick<PackedRow, 'kind' | 'firstNumber' | 'lastNumber'>[]): string {
  const told = PACKAGE_KINDS.flatMap((kind) => {
    const ranges: [first: number, last: number][] = [];
    const ofKind = rows.filter((row) => row.kind === kind).sort((a, b) => a.firstNumber - b.firstNumber);
    for (const { firstNumber, lastNumber } of ofKind) {
      const before = ranges.at(-1);
      if (before && firstNumber === before[1] + 1) before[1] = lastNumber;
      else ranges.push([firstNumber, lastNumber]);
    }
    const numbers = ranges.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`));
    return numbers.length ? [`${kind}s ${numbers.join(', ')}`] : [];
  });
  return told.join('; ');
}

export const kindWords = (count: number, kind: PackageKind): string => `${count} ${kind}${count === 1 ? '' : 's'}`;

export function packingTotals(rows: readonly PackedRow[]): PackingTotals {
  const counts = new Map<PackageKind, number>();
  const byLine = new Map<string, Decimal>();
  const totals = { netKg: new Decimal(0), grossKg: new Decimal(0), volumeCm3: new Decimal(0) };
  let [count, unweighed, unmeasured] = [0, 0, 0];
  for (const row of rows) {
    const packages = countOf(row);
    count += packages;
    counts.set(row.kind, (counts.get(row.kind) ?? 0) + packages);
    for (const { orderLineId, quantity } of row.contents)
      byLine.set(orderLineId, new Decimal(quantity).times(packages).plus(byLine.get(orderLineId) ?? 0));
    totals.netKg = totals.netKg.plus(new Decimal(row.netKg ?? 0).times(packages));
    totals.grossKg = totals.grossKg.plus(new Decimal(row.grossKg ?? 0).times(packages));
    if (row.grossKg === null) unweighed += packages;
    const { lengthCm, widthCm, heightCm } = row;
    if (lengthCm && widthCm && heightCm)
      totals.volumeCm3 = totals.volumeCm3.plus(new Decimal(lengthCm).times(widthCm).times(heightCm).times(packages));
    else unmeasured += packages;
  }
  return {
    ...totals,
    ...{ count, unweighed, unmeasured, byLine },
    packages: PACKAGE_KINDS.flatMap((kind) => {
      const held = counts.get(kind);
      return held ? [{ kind, count: held }] : [];
    }),
  };
}

/** cm³ as cubic metres, three decimals. */
export const cubicMetres = (volumeCm3: Decimal): string => quantityText(volumeCm3.div(1_000_000).toDecimalPlaces(3));

/** The first row of which a number stands in an earlier row of the same kind as well, and that number; null where each stands once. */
export function numberedTwice(rows: readonly PackedRow[]): { row: number; number: number } | null {
  const ordered = rows
    .map((row, index) => ({ ...row, index }))
    .sort((a, b) => a.kind.localeCompare(b.kind) || a.firstNumber - b.firstNumber || a.index - b.index);
  for (const [at, row] of ordered.entries()) {
    const before = ordered[at - 1];
    if (before?.kind === row.kind && before.lastNumber >= row.firstNumber)
      return { row: Math.max(before.index, row.index), number: row.firstNumber };
  }
  return null;
}
