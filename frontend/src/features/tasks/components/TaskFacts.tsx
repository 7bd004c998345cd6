import { DoorOpen } from 'lucide-react';
import type { TaskDto } from '@/shared/api/generated';
import { daysBetween } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { Badge, UrgencyChip } from '@/shared/ui/Badge';
import { Day } from '@/shared/ui/Values';
import { gateInSentence, isOpen, priorityNames, priorityTones } from '../vocabulary';

/** By when: with the days that are left while it is open. */
export function Due({ task }: { task: TaskDto }) {
  if (!task.dueDate) return <span className="text-muted">no day</span>;
  if (!isOpen(task)) return <Day day={task.dueDate} />;
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-x-2 gap-y-1 @2xl:justify-start">
      <Day day={task.dueDate} />
      <UrgencyChip days={daysBetween(today(), task.dueDate)} of="Due" />
    </span>
  );
}

export function PriorityBadge({ task: { priority } }: { task: Pick<TaskDto, 'priority'> }) {
  return <Badge tone={priorityTones[priority]}>{priorityNames[priority]}</Badge>;
}

/** That it will be done by itself. */
export function ClosesWithGate({ task: { closesWithGate } }: { task: Pick<TaskDto, 'closesWithGate'> }) {
  if (!closesWithGate) return null;
  return (
    <span className="inline-flex items-center gap-1 text-xs text-muted">
      <DoorOpen aria-hidden className="size-3.5 shrink-0" />
      done when the {gateInSentence(closesWithGate)} is approved
    </span>
  );
}
