import { Anchor, CalendarClock, FileClock, ListTodo, type LucideIcon, Milestone, Ship } from 'lucide-react';
import type { CalendarEntryDto } from '@/shared/api/generated';
import type { Tone } from '@/shared/ui/Badge';

export type CalendarKind = CalendarEntryDto['kind'];

export const kindNames: Record<CalendarKind, string> = {
  lc_expiry: 'LC expires',
  lc_latest_shipment: 'Latest shipment',
  etd: 'ETD',
  eta: 'ETA',
  task: 'Task',
  step: 'Step due',
};

export const kindLooks: Record<CalendarKind, { icon: LucideIcon; tone: Tone }> = {
  lc_expiry: { icon: FileClock, tone: 'bad' },
  lc_latest_shipment: { icon: CalendarClock, tone: 'urgent' },
  etd: { icon: Ship, tone: 'accent' },
  eta: { icon: Anchor, tone: 'good' },
  task: { icon: ListTodo, tone: 'info' },
  step: { icon: Milestone, tone: 'calm' },
};
