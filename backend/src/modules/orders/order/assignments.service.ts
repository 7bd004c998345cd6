import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { changesBetween, isUnchanged } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { Actor } from '../../auth/access/actor';
import type { User } from '../../auth/users/user.entity';
import { UsersRepository } from '../../auth/users/users.repository';
import { NoSuchReference } from '../orders.errors';
import { OrderAssigned } from '../orders.events';
import type { Order } from './order.entity';
import { OrdersRepository } from './orders.repository';

/** Handing orders over: they leave one merchandiser's sight and enter the other's. */
@Injectable()
export class AssignmentsService {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly users: UsersRepository,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
  ) {}

  /** @throws NoSuchReference 400, ResourceNotFound 404, StaleVersion 412 */
  assign(id: string, merchandiserId: string, actor: Actor, expected?: number): Promise<void> {
    return this.transaction.run(async () => {
      const order = await this.orders.getForUpdate(id, actor, 'order.reassign', expected);
      await this.handOver([order], merchandiserId, actor);
    });
  }

  /** All of them, or none. @throws NoSuchReference 400 */
  assignAll(ids: readonly string[], merchandiserId: string, actor: Actor): Promise<void> {
    return this.transaction.run(async () => {
      const orders = await this.orders.getAllForUpdate(ids, actor, 'order.reassign');
      if (orders.length < new Set(ids).size) throw new NoSuchReference('orderIds', 'order');
      await this.handOver(orders, merchandiserId, actor);
    });
  }

  private async handOver(orders: readonly Order[], merchandiserId: string, actor: Actor): Promise<void> {
    const next = await this.users.findActive(merchandiserId);
    if (!next) throw new NoSuchReference('merchandiserId', 'user');
    for (const order of orders) await this.give(order, next, actor);
  }

  private async give(order: Order, next: User, actor: Actor): Promise<void> {
    const before = { ...order };
    Object.assign(order, { merchandiserId: next.id, merchandiser: next }); // the loaded relation would outweigh the id
    const changes = changesBetween(before, order, ['merchandiserId']);
    if (isUnchanged(changes)) return;
    await this.orders.save(order);
    const subject = { id: order.id, rowVersion: order.rowVersion, orderId: order.id };
    const told = { ...changes, predecessorId: before.merchandiserId, assigneeName: next.fullName };
    await this.outbox.record(new OrderAssigned(subject, actor, told));
  }
}
