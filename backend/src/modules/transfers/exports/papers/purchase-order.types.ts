import type { Fact } from '../../../../platform/papers/paper.types';

/** A purchase order as its paper tells it: everything in the words that stand on it. */
export interface PurchaseOrderPaper {
  house: string;
  orderNumber: string;
  /** Of the head, left and right: `[label, value]`. */
  facts: readonly [readonly Fact[], readonly Fact[]];
  lines: readonly PaperLine[];
  /** Below the lines: quantities per unit, amounts per currency. */
  totals: readonly { label: string; quantity: string; amount: string }[];
  /** What a reader has to know besides: prices that are not agreed, the tolerance, notes. */
  remarks: readonly string[];
  signatures: readonly [string, string];
  /** At the foot of each page, before its number. */
  foot: string;
}

export interface PaperLine {
  title: string;
  detail: string | null;
  etd: string;
  quantity: string;
  price: string;
  amount: string;
}
