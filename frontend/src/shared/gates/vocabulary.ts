import { CircleCheck, CircleDashed, CircleX, Eraser, ListChecks, type LucideIcon, RefreshCw, Send } from 'lucide-react';
import type { ApprovalStatus, GateDto, HoldingDto } from '../api/generated';
import type { Tone } from '../ui/Badge';

/** The nine gates that every house knows, in the order in which a line passes them. A line's own come after. */
export const gateNames = {
  price: 'Price',
  quality: 'Quality',
  labDip: 'Lab dip',
  strikeOff: 'Strike-off',
  handloom: 'Handloom',
  aop: 'AOP',
  qualityTest: 'Quality test',
  bulkSwatch: 'Bulk swatch',
  ppSample: 'PP sample',
} as const;

export type KnownGate = keyof typeof gateNames;
export const knownGates = Object.keys(gateNames) as KnownGate[];

/** `labDip` → `Lab dip`, `custom_fit_check` → `Fit check`. */
export function gateName(key: string): string {
  if (key in gateNames) return gateNames[key as KnownGate];
  const words = key.replace(/^custom_/, '').replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export type GateHolder = HoldingDto['holder'];
export const holders = ['us', 'mill', 'buyer', 'lab'] as const satisfies GateHolder[];

/** Who has it, as a sentence goes on: “with the buyer”. */
export const heldBy: Record<GateHolder, string> = {
  us: 'with us',
  mill: 'at the mill',
  buyer: 'with the buyer',
  lab: 'at the lab',
};

export type GateStatus = NonNullable<GateDto['status']>;

interface Look {
  tone: Tone;
  icon: LucideIcon;
  word: string;
}

const looks: Record<GateStatus | 'untouched' | 'conditional', Look> = {
  untouched: { tone: 'calm', icon: CircleDashed, word: 'To send' },
  submission: { tone: 'info', icon: Send, word: 'Submitted' },
  resubmission: { tone: 'warn', icon: RefreshCw, word: 'Resubmitted' },
  approved: { tone: 'good', icon: CircleCheck, word: 'Approved' },
  conditional: { tone: 'warn', icon: ListChecks, word: 'Approved on a condition' },
  rejected: { tone: 'bad', icon: CircleX, word: 'Rejected' },
};

export const statusLook = (status: GateStatus | null): Look => looks[status ?? 'untouched'];

/** An approval whose condition is open looks like what it is: not yet done. */
export function gateLook({ status, conditionOpen }: Pick<GateDto, 'status' | 'conditionOpen'>): Look {
  return conditionOpen ? looks.conditional : statusLook(status);
}

/** What was recorded, in the past tense. */
export function entryLook(status: ApprovalStatus): Look {
  return status === 'cleared' ? { tone: 'calm', icon: Eraser, word: 'Cleared' } : looks[status];
}

/** A gate with the line it belongs to: what a cell, a menu and a dialog need. */
export interface GateOfLine {
  orderId: string;
  lineId: string;
  lineLabel: string;
  gate: GateDto;
}

/** It was sent, and nobody has answered yet. As what is recorded: a sending. */
export const isOut = (status: ApprovalStatus | null): boolean => status === 'submission' || status === 'resubmission';

/** What is said of a gate once that was recorded on it. */
export const said: Record<ApprovalStatus, string> = {
  approved: 'approved',
  rejected: 'rejected',
  submission: 'sent',
  resubmission: 'sent again',
  cleared: 'cleared',
};
