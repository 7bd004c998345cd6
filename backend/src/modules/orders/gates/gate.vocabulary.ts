import type { Known } from '../../../platform/listing/list-definition';
import { APPROVAL_TYPES, type ApprovalType, type GateKey } from '../vocabulary';

/** The nine gates as people call them. */
export const GATE_NAMES: Readonly<Record<ApprovalType, string>> = {
  labDip: 'Lab dip',
  strikeOff: 'Strike-off',
  handloom: 'Handloom',
  aop: 'AOP',
  qualityTest: 'Quality test',
  quality: 'Quality',
  bulkSwatch: 'Bulk swatch',
  price: 'Price',
  ppSample: 'PP sample',
};

/** Whose turn it is: ours, the mill's, the buyer's, or a test laboratory's. */
export const HOLDERS = ['us', 'mill', 'buyer', 'lab'] as const;
export type Holder = (typeof HOLDERS)[number];

export const MAX_GATE_NAME = 100;
/** `custom_` and a name of a hundred characters. */
export const MAX_GATE_KEY = 120;

/** A key of a gate: one of the nine, or `custom_` and what its name became. */
export const GATE_KEY = new RegExp(`^(${APPROVAL_TYPES.join('|')}|custom_\\S{1,113})$`);

export const isGateKey = (key: string): key is GateKey => GATE_KEY.test(key);

/** As the filter of a list. */
export const GATE: Known = { is: isGateKey, sentence: `Choose from: ${APPROVAL_TYPES.join(', ')}, or custom_….` };

/** `Fit check (2nd)` → `custom_fit_check_2nd`. Names that read alike give the same key. */
export function customKey(name: string): GateKey {
  const slug = name
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
  return `custom_${slug.slice(0, MAX_GATE_NAME)}`;
}

/** The name of a gate that is in no set: `Lab dip`, and of a custom one its key's words. */
export function gateName(key: GateKey): string {
  if (Object.hasOwn(GATE_NAMES, key)) return GATE_NAMES[key as ApprovalType];
  const words = key.replace(/^custom_/, '').replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Days that each holder may take before the gate is late; null: nobody counts. */
export interface GateDays {
  /** From the day the line was made until the first round is sent. */
  send: number | null;
  /** Rework in our own hands. */
  us: number | null;
  mill: number | null;
  buyer: number | null;
  lab: number | null;
}

/** Where a set says nothing else. */
export const USUAL_DAYS: GateDays = { send: 14, us: 3, mill: 7, buyer: 5, lab: 5 };
