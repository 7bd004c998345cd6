import type { TaskDto } from '@/shared/api/generated';
import { gateName } from '@/shared/gates/vocabulary';
import type { Tone } from '@/shared/ui/Badge';
import type { Option } from '@/shared/ui/Input';

export type TaskStatus = TaskDto['status'];
export type Priority = TaskDto['priority'];

export const statuses = ['pending', 'in_progress', 'completed', 'cancelled'] as const satisfies readonly TaskStatus[];
export const openStatuses = ['pending', 'in_progress'] as const satisfies readonly TaskStatus[];

export const statusNames: Record<TaskStatus, string> = {
  pending: 'To do',
  in_progress: 'Started',
  completed: 'Done',
  cancelled: 'Cancelled',
};

/** The most urgent first, as lists show them. */
export const priorities = ['urgent', 'high', 'medium', 'low'] as const satisfies readonly Priority[];

export const priorityNames: Record<Priority, string> = { urgent: 'Urgent', high: 'High', medium: 'Medium', low: 'Low' };

export const priorityTones: Record<Priority, Tone> = { urgent: 'bad', high: 'warn', medium: 'calm', low: 'calm' };

export const statusOptions: readonly Option[] = statuses.map((value) => ({ value, label: statusNames[value] }));
export const priorityOptions: readonly Option[] = priorities.map((value) => ({ value, label: priorityNames[value] }));

export const isOpen = ({ status }: Pick<TaskDto, 'status'>): boolean =>
  status === 'pending' || status === 'in_progress';

/** In the middle of a sentence: `lab dip`, but `PP sample`. */
export const gateInSentence = (key: string): string =>
  gateName(key).replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase());
