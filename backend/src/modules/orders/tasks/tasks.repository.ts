import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import { today } from '../../../platform/values/day';
import type { Actor } from '../../auth/access/actor';
import { scopeOf, type Capability } from '../../auth/access/capabilities';
import { OrderTask } from './task.entity';
import { trashedOf } from '../order-scope';
import { OPEN_TASK_STATUSES, TASK_PRIORITIES, TASK_STATUSES } from './task.lifecycle';

export const taskList: ListDefinition = {
  alias: 'task',
  filters: {
    mine: { kind: 'flag', column: 'task.assignedToId', description: 'true: those that you are to do.' },
    given: { kind: 'flag', column: 'task.assignedById', description: 'true: those that you gave to others.' },
    assignedTo: { kind: 'id', column: 'task.assignedToId' },
    assignedBy: { kind: 'id', column: 'task.assignedById' },
    orderId: { kind: 'id', column: 'task.orderId' },
    orderLineId: { kind: 'id', column: 'task.orderLineId' },
    status: { kind: 'choice', column: 'task.status', values: TASK_STATUSES },
    priority: { kind: 'choice', column: 'task.priority', values: TASK_PRIORITIES },
    dueFrom: { kind: 'dayFrom', column: 'task.dueDate' },
    dueTo: { kind: 'dayTo', column: 'task.dueDate' },
    overdue: { kind: 'flag', column: 'task.dueDate', description: 'true: to be done before today, and not done.' },
  },
  search: ['task.title', 'task.description', 'order.orderNumber'],
  ordering: {
    dueDate: 'task.dueDate',
    priority: 'task.priorityRank',
    createdAt: 'task.createdAt',
    updatedAt: 'task.updatedAt',
    status: 'task.status',
    title: 'task.title',
  },
  defaultOrdering: 'dueDate,-priority',
};

@Injectable()
export class TasksRepository extends VersionedRepository<OrderTask> {
  constructor(
    transaction: Transaction,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super(transaction, OrderTask);
  }

  list(asked: ListQuery, actor: Actor): Promise<Page<OrderTask>> {
    // These three depend on who asks, or on the day.
    const { mine, given, overdue, ...filters } = asked.filters;
    const query = this.visible(actor, 'task.read');
    const only = (flag: string[], condition: string) =>
      query.andWhere(flag[0] === 'true' ? condition : `(${condition}) IS NOT TRUE`);
    query.setParameters({ me: actor.id, today: today(this.config.TZ_HOUSE), open: [...OPEN_TASK_STATUSES] });
    if (mine) only(mine, 'task.assignedToId = :me');
    if (given) only(given, 'task.assignedById = :me AND task.assignedToId IS DISTINCT FROM :me');
    if (overdue) only(overdue, 'task.dueDate < :today AND task.status IN (:...open)');
    return paginate(query, taskList, { ...asked, filters });
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<OrderTask> {
    const task = await this.visible(actor, 'task.read').andWhere('task.id = :id', { id }).getOne();
    if (!task) throw new ResourceNotFound('task');
    return task;
  }

  /** Locks its order, then the task, in that order as everybody does. @throws ResourceNotFound 404, StaleVersion 412 */
  async getForUpdate(id: string, actor: Actor, expected?: number): Promise<OrderTask> {
    const task = await this.visible(actor, 'task.write')
      .andWhere('task.id = :id', { id })
      .setLock('pessimistic_write', undefined, ['"order"', 'task'])
      .getOne();
    if (!task) throw new ResourceNotFound('task');
    expectVersion(task, expected);
    return task;
  }

  /** The open tasks that close with this gate, locked with their order, if the gate is approved as the line stands now. */
  waitingFor(orderLineId: string, gate: string): Promise<OrderTask[]> {
    return this.ofGate(orderLineId, gate, `= 'approved'`)
      .andWhere({ status: In([...OPEN_TASK_STATUSES]) })
      .getMany();
  }

  /** Those that this gate has done, not a person, locked with their order, if the gate does not stand approved now. */
  closedBy(orderLineId: string, gate: string): Promise<OrderTask[]> {
    return this.ofGate(orderLineId, gate, `IS DISTINCT FROM 'approved'`)
      .andWhere({ status: 'completed' })
      .andWhere(
        `(SELECT event.data ->> 'closedByGate' FROM domain_events event
           WHERE event.subject_id = task.id AND event.name = 'task.completed'
           ORDER BY event.sequence DESC LIMIT 1) = :gate`,
      )
      .getMany();
  }

  private ofGate(orderLineId: string, gate: string, standing: string) {
    return this.rows
      .createQueryBuilder('task')
      .innerJoinAndSelect('task.order', 'order')
      .innerJoinAndSelect('task.orderLine', 'line', `line.approvalStatus ->> :gate ${standing}`)
      .where({ orderLineId, closesWithGate: gate })
      .setParameters({ gate })
      .orderBy('task.id')
      .setLock('pessimistic_write', undefined, ['"order"', 'task']);
  }

  /** From the trash, its order not; locked after it. @throws ResourceNotFound 404 */
  getTrashed(id: string, actor: Actor): Promise<OrderTask> {
    return trashedOf(this.visible(actor, 'task.write'), id, 'task');
  }

  /** Tasks of orders that one sees, and those that were given to or by oneself. Not those of a line in the trash. */
  private visible(actor: Actor, capability: Capability) {
    const query = this.rows
      .createQueryBuilder('task')
      .innerJoinAndSelect('task.order', 'order')
      .leftJoinAndSelect('task.orderLine', 'line')
      .leftJoinAndSelect('line.style', 'style')
      .leftJoinAndSelect('task.assignedTo', 'assignee')
      .leftJoinAndSelect('task.assignedBy', 'giver')
      .where('(task.orderLineId IS NULL OR line.id IS NOT NULL)');
    if (scopeOf(actor.role, capability) === 'house') return query;
    return query.andWhere('(order.merchandiserId = :me OR task.assignedToId = :me OR task.assignedById = :me)', {
      me: actor.id,
    });
  }
}
