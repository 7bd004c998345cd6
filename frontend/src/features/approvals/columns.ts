import { CircleCheck, Factory, type LucideIcon, RefreshCw, Send, UserRound } from 'lucide-react';
import type { ListLineGatesData } from '@/shared/api/generated';

export type ColumnKey = 'toSend' | 'atMill' | 'withBuyer' | 'rework' | 'approved';

export interface BoardColumn {
  key: ColumnKey;
  title: string;
  icon: LucideIcon;
  query: NonNullable<ListLineGatesData['query']>;
  /** What would put a card here. */
  empty: string;
}

const sound = ['untouched', 'submission', 'resubmission'] as const;

/** By who must act: so a card's age is that of whoever holds it. Every gate that waits stands in one of these. */
export const columns: readonly BoardColumn[] = [
  {
    key: 'toSend',
    title: 'To send',
    icon: Send,
    query: { holder: ['us'], status: [...sound], waiting: ['true'] },
    empty: 'A gate comes here with its line, until the first round is sent.',
  },
  {
    key: 'atMill',
    title: 'Mill or lab',
    icon: Factory,
    query: { holder: ['mill', 'lab'], status: [...sound], waiting: ['true'] },
    empty: 'Hand a gate over to the mill or the laboratory, and it waits here.',
  },
  {
    key: 'withBuyer',
    title: 'With the buyer',
    icon: UserRound,
    query: { holder: ['buyer'], waiting: ['true'] },
    empty: 'A round that was sent waits here for the buyer.',
  },
  {
    key: 'rework',
    title: 'Rework',
    icon: RefreshCw,
    query: { holder: ['us', 'mill', 'lab'], status: ['rejected'], waiting: ['true'] },
    empty: 'What the buyer rejects comes here, with us or at the mill, until the next round is sent.',
  },
];

export const approvedColumn: BoardColumn = {
  key: 'approved',
  title: 'Approved',
  icon: CircleCheck,
  query: { status: ['approved'] },
  empty: 'What the buyer approves comes here.',
};
