import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/access/actor';
import type { Capability } from '../auth/access/capabilities';
import type { OrderLine } from './line/line.entity';
import { LinesRepository } from './line/lines.repository';
import type { Order } from './order/order.entity';
import { OrdersRepository } from './order/orders.repository';
import { NoSuchReference } from './orders.errors';

/** Orders and lines that another module's request names in its body: looked up under the actor's own scope. */
@Injectable()
export class OrderReferences {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly lines: LinesRepository,
  ) {}

  /** Locks the order until the use case ends. @throws NoSuchReference 400 on `orderId`, also when it is not theirs */
  async lockOrder(orderId: string, actor: Actor, capability: Capability): Promise<Order> {
    if (!(await this.orders.find(orderId, actor, capability))) throw new NoSuchReference('orderId', 'order');
    return this.orders.getForUpdate(orderId, actor, capability);
  }

  /** @throws NoSuchReference 400 on `orderId` */
  async order(orderId: string, actor: Actor, capability: Capability): Promise<Order> {
    const order = await this.orders.find(orderId, actor, capability);
    if (!order) throw new NoSuchReference('orderId', 'order');
    return order;
  }

  /** @throws NoSuchReference 400 on `orderLineId` when the line is none of this order's */
  async lineOf(orderId: string, orderLineId: string): Promise<OrderLine> {
    const line = await this.lines.findOfOrder(orderLineId, orderId);
    if (!line) throw new NoSuchReference('orderLineId', 'line in this order');
    return line;
  }
}
