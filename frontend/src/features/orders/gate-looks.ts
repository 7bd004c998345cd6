import { CircleCheck, CircleX, type LucideIcon, RefreshCw, Send } from 'lucide-react';
import type { Tone } from '@/shared/ui/Badge';
import { type GateAt, gateNames, type GateState } from './vocabulary';

interface Look {
  tone: Tone;
  icon: LucideIcon;
  word: string;
}

const looks: Record<GateState, Look> = {
  submission: { tone: 'info', icon: Send, word: 'Submitted' },
  resubmission: { tone: 'warn', icon: RefreshCw, word: 'Resubmitted' },
  approved: { tone: 'good', icon: CircleCheck, word: 'Approved' },
  rejected: { tone: 'bad', icon: CircleX, word: 'Rejected' },
};

export function gateLook(state: GateState): Look {
  return looks[state];
}

export function gateSentence({ gate, state }: GateAt): string {
  return `${gateNames[gate]}: ${looks[state].word.toLowerCase()}`;
}
