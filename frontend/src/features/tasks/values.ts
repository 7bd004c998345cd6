import type { CreateTaskDto, TaskDto, UpdateTaskDto } from '@/shared/api/generated';
import { changed, filled, textOf } from '@/shared/forms/values';
import { formSpecs, type TaskValues } from './specs';

type Field = keyof TaskValues;

/** A task with its fields as they are written: the person by their id. */
export type ReadTask = TaskDto & { assignedToId: string | null };

export const asRead = (task: TaskDto): ReadTask => ({ ...task, assignedToId: task.assignedTo?.id ?? null });

/** What a form begins with. */
export function taskValues(task: Partial<ReadTask>): TaskValues {
  return { ...textOf<Field>(formSpecs, task), priority: task.priority ?? 'medium' };
}

/** A gate is one of a line's: without the line there is none to wait for. */
const settled = (values: TaskValues): TaskValues => (values.orderLineId ? values : { ...values, closesWithGate: '' });

/** @param values nobody chosen: the task is nobody's yet */
export function newTaskBody(orderId: string, values: TaskValues): CreateTaskDto {
  const assignedToId = values.assignedToId || null;
  return { ...filled(formSpecs, settled(values)), orderId, assignedToId } as CreateTaskDto;
}

/** What differs from the task as it was read. Whoever does not see the order sees neither line, and leaves it. */
export function changedTask(task: ReadTask, values: TaskValues): UpdateTaskDto {
  return changed<Field>(formSpecs, task.orderId ? settled(values) : values, task);
}
