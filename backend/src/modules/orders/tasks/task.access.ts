import type { Actor } from '../../auth/access/actor';
import { seesOrder } from '../order-scope';
import type { OrderTask } from './task.entity';
import type { TaskStatus } from './task.lifecycle';

/** Whether the order of the task is theirs to see; else the task tells them its number only. */
export const seesOrderOf = (task: OrderTask, actor: Actor): boolean => seesOrder(task.order, actor, 'task.read');

/** Change, hand on, cancel, delete: who gave it, and who has the order. */
export const mayChange = (task: OrderTask, actor: Actor): boolean =>
  task.assignedById === actor.id || seesOrder(task.order, actor, 'task.write');

/** Start it, mark it done, take that back: also the person who is to do it. */
export function mayMoveTo(task: OrderTask, status: TaskStatus, actor: Actor): boolean {
  const called = task.status === 'cancelled' || status === 'cancelled';
  return mayChange(task, actor) || (task.assignedToId === actor.id && !called);
}
