import type { Difference } from './differences';
import type { WriteInvoiceLineDto } from './invoice-lines.dto';

/** That a PI was raised, or changed: by whom, when, and what. */
export interface Writing {
  raised: boolean;
  at: Date;
  /** Null: the house itself. */
  by: { id: string; fullName: string } | null;
  data: Record<string, unknown>;
}

export interface SignedDifference extends Difference {
  by: Writing['by'];
  at: Date | null;
}

/**
 * Each difference with who wrote it: of several the latest. What nobody changed since came with the PI when it was raised.
 * @param writings the latest first
 */
export const signed = (differences: readonly Difference[], writings: readonly Writing[]): SignedDifference[] =>
  differences.map((difference) => {
    const writing = writings.find((each) => each.raised || wrote(each, difference));
    return { ...difference, by: writing?.by ?? null, at: writing?.at ?? null };
  });

/** The amount of a line follows its quantity and its price. */
const FIGURES: Readonly<Record<string, readonly string[]>> = { amount: ['quantity', 'price'] };

function wrote({ data }: Writing, { key, field }: Difference): boolean {
  if (key === null) return field in sideOf(data, 'after');
  const [was, is] = [lineIn(sideOf(data, 'before'), key), lineIn(sideOf(data, 'after'), key)];
  if (!was || !is) return was !== is;
  return (FIGURES[field] ?? [field]).some((figure) => was[figure] !== is[figure]);
}

const sideOf = (data: Writing['data'], side: 'before' | 'after') => (data[side] ?? {}) as Record<string, unknown>;

function lineIn(side: Record<string, unknown>, key: string): Record<string, unknown> | undefined {
  const lines = (side['lines'] ?? []) as WriteInvoiceLineDto[];
  return Array.isArray(lines) ? (lines.find(({ orderLineId }) => orderLineId === key) as never) : undefined;
}
