import type { GateSet } from './gate-set.entity';

/** What decides about the set of a line. */
export interface Fabric {
  /** Of the style, else of the order. */
  fabricType: string | null;
  cadName: string | null;
}

/** Whole words only: `check` is no part of `checked`, and hyphens count as blanks. */
const wordsOf = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()} `;

/** Whether one of these words stands in the text. */
export function hasWord(text: string | null, words: readonly string[]): boolean {
  const spoken = wordsOf(text ?? '');
  return words.some((word) => spoken.includes(wordsOf(word)));
}

/**
 * The set of gates for a line: the first, in their order, one of whose words stands in its fabric type; else the first
 * with a word in its CAD; else the default one. Null only in a house that has no default.
 */
export function setFor(fabric: Fabric, sets: readonly GateSet[]): GateSet | null {
  const ordered = [...sets].sort((a, b) => a.position - b.position || a.id.localeCompare(b.id));
  for (const text of [fabric.fabricType, fabric.cadName]) {
    const found = ordered.find(({ words }) => hasWord(text, words));
    if (found) return found;
  }
  return ordered.find(({ isDefault }) => isDefault) ?? null;
}
