import { IllegalTransition } from '../../../platform/lifecycle/lifecycle';
import type { Actor } from '../../auth/access/actor';
import { Order } from '../order/order.entity';
import { mayChange, mayMoveTo, seesOrderOf } from './task.access';
import { OrderTask } from './task.entity';
import { TASK_STATUSES, taskLifecycle, type TaskStatus } from './task.lifecycle';

const taskIn = (status: TaskStatus): OrderTask =>
  Object.assign(new OrderTask(), {
    status,
    completedAt: null,
    assignedToId: 'rafi',
    assignedById: 'rina',
    order: Object.assign(new Order(), { merchandiserId: 'mitu' }),
  });

const actor = (id: string, role: Actor['role'] = 'merchandiser') => ({ id, role }) as Actor;

describe('the life of a task', () => {
  it.each(TASK_STATUSES)('%s goes where the table says, and nowhere else', (from) => {
    for (const to of TASK_STATUSES) {
      const task = taskIn(from);
      if (taskLifecycle.nextOf(from).includes(to)) {
        task.moveTo(to);
        expect([task.status, task.completedAt !== null]).toEqual([to, to === 'completed']);
      } else expect(() => task.moveTo(to)).toThrow(IllegalTransition);
    }
  });

  it('can be brought from each status to each other one, in as many steps as it takes', () => {
    for (const from of TASK_STATUSES) {
      const reached = new Set<TaskStatus>([from]);
      for (const status of reached) taskLifecycle.nextOf(status).forEach((next) => reached.add(next));
      expect([...reached].sort()).toEqual([...TASK_STATUSES].sort());
    }
  });

  it('forgets when it was done as soon as it is to be done again', () => {
    const task = taskIn('pending');
    task.moveTo('completed', new Date('2026-11-20T08:00:00Z'));
    expect(task.completedAt).toEqual(new Date('2026-11-20T08:00:00Z'));
    task.moveTo('pending');
    expect(task.completedAt).toBeNull();
  });
});

describe('who may do what with a task', () => {
  const people = {
    assignee: actor('rafi'),
    giver: actor('rina'),
    merchandiser: actor('mitu'),
    manager: actor('m', 'manager'),
  };

  it('is changed by who gave it, by who has the order, and by managers', () => {
    const may = Object.entries(people).filter(([, who]) => mayChange(taskIn('pending'), who));
    expect(may.map(([name]) => name)).toEqual(['giver', 'merchandiser', 'manager']);
  });

  it('is done by its assignee too, who neither cancels it nor brings it back from there', () => {
    expect(mayMoveTo(taskIn('pending'), 'in_progress', people.assignee)).toBe(true);
    expect(mayMoveTo(taskIn('in_progress'), 'completed', people.assignee)).toBe(true);
    expect(mayMoveTo(taskIn('completed'), 'pending', people.assignee)).toBe(true);
    expect(mayMoveTo(taskIn('pending'), 'cancelled', people.assignee)).toBe(false);
    expect(mayMoveTo(taskIn('cancelled'), 'pending', people.assignee)).toBe(false);
    expect(mayMoveTo(taskIn('pending'), 'completed', actor('a stranger'))).toBe(false);
  });

  it('shows its order to nobody who did not see it before', () => {
    const sees = Object.entries(people).filter(([, who]) => seesOrderOf(taskIn('pending'), who));
    expect(sees.map(([name]) => name)).toEqual(['merchandiser', 'manager']);
  });
});
