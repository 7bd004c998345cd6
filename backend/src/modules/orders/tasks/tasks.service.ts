import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import {
  changesBetween,
  isUnchanged,
  type Changes,
  type DomainEvent,
  type EventSubject,
} from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import { User } from '../../auth/users/user.entity';
import { UsersRepository } from '../../auth/users/users.repository';
import { LineGatesRepository } from '../gates/line-gates.repository';
import type { OrderLine } from '../line/line.entity';
import { OrderReferences } from '../order-references';
import { NoSuchReference } from '../orders.errors';
import { APPROVAL_TYPES } from '../vocabulary';
import { mayChange, mayMoveTo } from './task.access';
import { OrderTask } from './task.entity';
import { GateNotWaitedFor, TaskNotYoursToChange } from './task.errors';
import {
  TaskAssigned,
  TaskCancelled,
  TaskCompleted,
  TaskCreated,
  TaskDeleted,
  TaskReopened,
  TaskRestored,
  TaskStarted,
  TaskUpdated,
} from './task.events';
import type { TaskStatus } from './task.lifecycle';
import type { CreateTaskDto, UpdateTaskDto } from './tasks.dto';
import { TasksRepository } from './tasks.repository';

const TOLD = ['orderLineId', 'title', 'description', 'priority', 'dueDate', 'closesWithGate', 'metadata'] as const;
const MOVED = ['status', 'completedAt'] as const;

type TaskEventClass = new (subject: EventSubject, actor: { id: string } | null, data: Changes) => DomainEvent;

const EVENT_OF: Readonly<Record<TaskStatus, TaskEventClass>> = {
  in_progress: TaskStarted,
  completed: TaskCompleted,
  cancelled: TaskCancelled,
  pending: TaskReopened,
};

/** Tasks of orders. Nothing here touches the order itself, its merchandiser or another task. */
@Injectable()
export class TasksService {
  constructor(
    private readonly tasks: TasksRepository,
    private readonly references: OrderReferences,
    private readonly gates: LineGatesRepository,
    private readonly users: UsersRepository,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
  ) {}

  list(asked: ListQuery, actor: Actor): Promise<Page<OrderTask>> {
    return this.tasks.list(asked, actor);
  }

  /** @throws ResourceNotFound 404 */
  get(id: string, actor: Actor): Promise<OrderTask> {
    return this.tasks.get(id, actor);
  }

  /** For its maker, unless told. @throws NoSuchReference 400, GateNotWaitedFor 422 */
  create(body: CreateTaskDto, actor: Actor): Promise<OrderTask> {
    return this.transaction.run(async () => {
      const { orderId, orderLineId, assignedToId = actor.id, priority = 'medium', closesWithGate, ...fields } = body;
      const order = await this.references.lockOrder(orderId, actor, 'task.write');
      const task = Object.assign(new OrderTask(), {
        metadata: {},
        ...fields,
        order,
        orderId,
        status: 'pending' as const,
      });
      task.prioritise(priority);
      const line = orderLineId ? await this.references.lineOf(orderId, orderLineId) : null;
      await this.belong(task, line, closesWithGate ?? null);
      task.giveTo(await this.assignee(assignedToId, actor));
      task.assignedBy = person(actor);
      task.assignedById = actor.id;
      await this.tasks.insert(task);
      const changes = changesBetween(new OrderTask(), task, TOLD);
      await this.outbox.record(new TaskCreated(subject(task), actor, told(task, changes)));
      return task;
    });
  }

  /**
   * Changes what is sent; handing it on is told as an event of its own.
   * @throws ResourceNotFound 404, TaskNotYoursToChange 403, NoSuchReference 400, GateNotWaitedFor 422, StaleVersion 412
   */
  update(id: string, body: UpdateTaskDto, actor: Actor, expected?: number): Promise<OrderTask> {
    return this.transaction.run(async () => {
      const task = await this.changeable(id, actor, expected);
      const before = { ...task };
      const { orderLineId, assignedToId, priority, closesWithGate = task.closesWithGate, ...fields } = body;
      Object.assign(task, fields);
      if (priority) task.prioritise(priority);
      if (orderLineId !== undefined || closesWithGate !== before.closesWithGate)
        await this.belong(task, await this.lineFor(task, orderLineId, actor), closesWithGate);
      if (assignedToId !== undefined && assignedToId !== task.assignedToId)
        task.giveTo(await this.assignee(assignedToId, actor));
      const changes = changesBetween(before, task, TOLD);
      const handed = changesBetween(before, task, ['assignedToId']);
      if (isUnchanged(changes) && isUnchanged(handed)) return task;
      await this.tasks.save(task);
      if (!isUnchanged(changes)) await this.outbox.record(new TaskUpdated(subject(task), actor, told(task, changes)));
      if (!isUnchanged(handed)) await this.outbox.record(new TaskAssigned(subject(task), actor, told(task, handed)));
      return task;
    });
  }

  /** @throws IllegalTransition 409, TaskNotYoursToChange 403, ResourceNotFound 404, StaleVersion 412 */
  move(id: string, status: TaskStatus, actor: Actor, expected?: number, reason?: string | null): Promise<OrderTask> {
    return this.transaction.run(async () => {
      const task = await this.tasks.getForUpdate(id, actor, expected);
      if (!mayMoveTo(task, status, actor)) throw new TaskNotYoursToChange(task.assignedBy?.fullName ?? null);
      await this.bring(task, status, actor, reason ? { reason } : {});
      return task;
    });
  }

  /** To where it stood before a move that was a slip. @throws TaskNotYoursToChange 403, ResourceNotFound 404 */
  takeBack(id: string, status: TaskStatus, completedAt: Date | null, actor: Actor): Promise<OrderTask> {
    return this.transaction.run(async () => {
      const task = await this.tasks.getForUpdate(id, actor);
      if (!mayMoveTo(task, status, actor)) throw new TaskNotYoursToChange(task.assignedBy?.fullName ?? null);
      const before = { ...task };
      task.takeBack(status, completedAt);
      await this.moved(before, task, actor);
      return task;
    });
  }

  /** To the trash. @throws TaskNotYoursToChange 403, ResourceNotFound 404, StaleVersion 412 */
  delete(id: string, actor: Actor, expected?: number): Promise<void> {
    return this.transaction.run(async () => {
      const task = await this.changeable(id, actor, expected);
      await this.tasks.trash(task);
      const { before, after } = changesBetween(task, new OrderTask(), [...TOLD, 'status']);
      await this.outbox.record(new TaskDeleted(subject(task), actor, told(task, { before, after })));
    });
  }

  /** From the trash, by who might have put it there. @throws TaskNotYoursToChange 403, ResourceNotFound 404 */
  restore(id: string, actor: Actor): Promise<OrderTask> {
    return this.transaction.run(async () => {
      const task = await this.tasks.getTrashed(id, actor);
      if (!mayChange(task, actor)) throw new TaskNotYoursToChange(task.assignedBy?.fullName ?? null);
      await this.tasks.restore(task);
      const { before, after } = changesBetween(new OrderTask(), task, [...TOLD, 'status']);
      await this.outbox.record(new TaskRestored(subject(task), actor, told(task, { before, after })));
      return task;
    });
  }

  /** The tasks that waited for this gate of the line are done, if it is approved still. @param approver null: the house */
  async closeWithGate(orderLineId: string, gate: string, approver: { id: string } | null): Promise<void> {
    for (const task of await this.tasks.waitingFor(orderLineId, gate))
      await this.bring(task, 'completed', approver, { closedByGate: gate });
  }

  /** What this gate has done is to be done again, if the gate is not approved any more. @param actor who took it back; null: the house */
  async reopenWithGate(orderLineId: string, gate: string, actor: { id: string } | null): Promise<void> {
    for (const task of await this.tasks.closedBy(orderLineId, gate))
      await this.bring(task, 'pending', actor, { reopenedByGate: gate });
  }

  private async bring(
    task: OrderTask,
    status: TaskStatus,
    actor: { id: string } | null,
    beside: Record<string, unknown>,
  ): Promise<void> {
    const before = { ...task };
    task.moveTo(status);
    await this.moved(before, task, actor, beside);
  }

  private async moved(
    before: Pick<OrderTask, (typeof MOVED)[number]>,
    task: OrderTask,
    actor: { id: string } | null,
    beside: Record<string, unknown> = {},
  ): Promise<void> {
    await this.tasks.save(task);
    const data = { ...told(task, changesBetween(before, task, MOVED)), ...beside };
    await this.outbox.record(new EVENT_OF[task.status](subject(task), actor, data));
  }

  private async changeable(id: string, actor: Actor, expected?: number): Promise<OrderTask> {
    const task = await this.tasks.getForUpdate(id, actor, expected);
    if (!mayChange(task, actor)) throw new TaskNotYoursToChange(task.assignedBy?.fullName ?? null);
    return task;
  }

  /** @throws NoSuchReference 400 on `assignedToId`: unknown, or no longer in the house */
  private async assignee(id: string | null, actor: Actor): Promise<User | null> {
    if (id === null) return null;
    if (id === actor.id) return person(actor);
    const found = await this.users.findActive(id);
    if (!found) throw new NoSuchReference('assignedToId', 'active colleague');
    return found;
  }

  /** The line of a change: another of the same order, none, or the one it has. @throws NoSuchReference 400 */
  private async lineFor(task: OrderTask, asked: string | null | undefined, actor: Actor): Promise<OrderLine | null> {
    if (asked === undefined || asked === task.orderLineId) return task.orderLine;
    if (asked === null) return null;
    await this.references.order(task.orderId, actor, 'task.write');
    return this.references.lineOf(task.orderId, asked);
  }

  /** @throws GateNotWaitedFor 422 */
  private async belong(task: OrderTask, line: OrderLine | null, gate: string | null): Promise<void> {
    const isNew = gate !== task.closesWithGate || line?.id !== task.orderLineId;
    task.belongTo(line, gate);
    if (!gate || !line || !isNew) return;
    const found = (await this.gates.ofLines([line.id])).find(({ gateKey }) => gateKey === gate);
    // One of the nine that its set does not name comes to a line with the first thing that is recorded on it.
    if (!found && !(APPROVAL_TYPES as readonly string[]).includes(gate)) throw new GateNotWaitedFor('no gate');
    if (found?.status === 'approved') throw new GateNotWaitedFor('approved');
  }
}

const subject = (task: OrderTask): EventSubject => ({
  id: task.id,
  rowVersion: task.rowVersion,
  orderId: task.orderId,
  orderLineId: task.orderLineId,
});

/** The changes, with what a sentence or a notice names. */
const told = (task: OrderTask, changes: Changes): Changes & Record<string, unknown> => ({
  ...changes,
  title: task.title,
  dueDate: task.dueDate,
  assignedToId: task.assignedToId,
  assignedById: task.assignedById,
  assigneeName: task.assignedTo?.fullName ?? null,
});

const person = ({ id, fullName }: Actor): User => Object.assign(new User(), { id, fullName });
