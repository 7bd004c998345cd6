import type { Fact } from '../../../../platform/papers/paper.types';

/** A PI as its paper tells it: everything in the words that stand on it. */
export interface ProformaPaper {
  house: string;
  /** `PI-00042` */
  number: string;
  foot: string;
  /** Of the head, left and right. */
  facts: readonly [readonly Fact[], readonly Fact[]];
  lines: readonly ProformaPaperLine[];
  /** One a unit; the first has the amount. */
  totals: readonly { label: string; quantity: string; amount: string }[];
  inWords: string;
  terms: readonly Fact[];
  bank: readonly Fact[];
  notes: string | null;
  signatures: readonly [seller: string, buyer: string];
}

export interface ProformaPaperLine {
  title: string;
  detail: string | null;
  quantity: string;
  price: string;
  amount: string;
}
