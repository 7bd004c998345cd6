import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import { changesBetween } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { Actor } from '../../auth/access/actor';
import { orderLifecycle } from '../line/line.lifecycle';
import { LinesRepository } from '../line/lines.repository';
import { AlreadyDelivered, StatusFromLines } from '../orders.errors';
import { OrderRevised, OrderStatusChanged } from '../orders.events';
import { refuseLateSlip } from '../revision/figures';
import { RevisionsService } from '../revision/revisions.service';
import type { OrderStatus } from '../vocabulary';
import { rollUpInto } from './order-factory';
import type { Order } from './order.entity';
import type { OrderStatusDto } from './given-order.dto';
import { OrdersRepository } from './orders.repository';
import type { WholeOrder } from './orders.service';

/** The status of an order without lines: set by hand, along the same table as a line's. */
@Injectable()
export class OrderStatusService {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly lines: LinesRepository,
    private readonly revisions: RevisionsService,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws StatusFromLines 409, AlreadyDelivered 409, IllegalTransition 409, RevisionNeeded 422, ResourceNotFound 404, StaleVersion 412 */
  moveTo(id: string, { status, revision }: OrderStatusDto, actor: Actor, expected?: number): Promise<WholeOrder> {
    return this.transaction.run(async () => {
      const order = await this.withoutLines(id, actor, expected);
      const before = { ...order };
      order.status = orderLifecycle.step(order.status, status);
      const revised = await this.revisions.reviseOrderStep(order, before.status, revision, actor);
      rollUpInto(order, []);
      await this.orders.save(order);
      const subject = { id, rowVersion: order.rowVersion, orderId: id };
      const changes = changesBetween(before, order, ['status']);
      await this.outbox.record(
        revised
          ? new OrderRevised(subject, actor, { ...changes, ...revised })
          : new OrderStatusChanged(subject, actor, changes),
      );
      return { order, lines: [] };
    });
  }

  /**
   * To where it stood before a change of status that was a slip, so the lifecycle is not asked.
   * @param set when it was  @throws StepBackAgreed 409 of what has been confirmed since an earlier day
   */
  takeBack(id: string, status: OrderStatus, set: Date, actor: Actor): Promise<void> {
    return this.transaction.run(async () => {
      const order = await this.withoutLines(id, actor);
      refuseLateSlip(order.status, status, set, this.config.TZ_HOUSE);
      const before = { ...order };
      order.status = status;
      rollUpInto(order, []);
      await this.orders.save(order);
      const subject = { id, rowVersion: order.rowVersion, orderId: id };
      await this.outbox.record(new OrderStatusChanged(subject, actor, changesBetween(before, order, ['status'])));
    });
  }

  private async withoutLines(id: string, actor: Actor, expected?: number): Promise<Order> {
    const order = await this.orders.getForUpdate(id, actor, 'order.update', expected);
    if ((await this.lines.ofOrders([id])).length) throw new StatusFromLines();
    if (order.currentStage === 'Delivered') throw new AlreadyDelivered();
    return order;
  }
}
