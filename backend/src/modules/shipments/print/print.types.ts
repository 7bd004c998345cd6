import type { Fact, PaperName } from '../../../platform/papers/paper.types';

/** A commercial invoice in the words that stand on it. */
export interface InvoicePaper extends PaperName {
  facts: readonly [readonly Fact[], readonly Fact[]];
  lines: readonly { goods: string; quantity: string; price: string; amount: string }[];
  /** Quantities per unit, side by side, and the amount. */
  total: { quantity: string; amount: string };
  inWords: string;
  /** Where to pay; empty where the house's settings name no bank. */
  bank: readonly Fact[];
  remarks: readonly string[];
  signatures: readonly string[];
}

/** A packing list in the words that stand on it. */
export interface PackingListPaper extends PaperName {
  facts: readonly [readonly Fact[], readonly Fact[]];
  rows: readonly PackingRow[];
  /** Per line and per kind of package, one below the other. */
  totals: readonly Fact[];
  containers: readonly { box: string; holds: string }[];
  signatures: readonly string[];
}

export interface PackingRow {
  numbers: string;
  count: string;
  goods: string;
  each: string;
  quantity: string;
  net: string;
  gross: string;
  measures: string;
}
