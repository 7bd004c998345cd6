import { Lifecycle } from '../../../platform/lifecycle/lifecycle';

export const TASK_STATUSES = ['pending', 'in_progress', 'completed', 'cancelled'] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** From the least to the most urgent: the place in the list is the rank that lists order by. */
export const TASK_PRIORITIES = ['low', 'medium', 'high', 'urgent'] as const;
export type TaskPriority = (typeof TASK_PRIORITIES)[number];

/** What is still to be done. */
export const OPEN_TASK_STATUSES = ['pending', 'in_progress'] as const satisfies readonly TaskStatus[];

export const taskLifecycle = new Lifecycle<TaskStatus>('task', {
  pending: ['in_progress', 'completed', 'cancelled'],
  in_progress: ['completed', 'cancelled'],
  completed: ['pending'], // a slip of the finger, or it turned out not to be done
  cancelled: ['pending'],
});
