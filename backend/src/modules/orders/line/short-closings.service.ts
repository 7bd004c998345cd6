import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import { changesBetween } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import { today } from '../../../platform/values/day';
import { pastDay } from '../../../platform/values/past-day';
import type { Actor } from '../../auth/access/actor';
import { deliveryOf } from '../deliveries/delivery-figures';
import { OrderGate } from '../gates/order-gate';
import { OrdersService } from '../order/orders.service';
import { LineNotShort } from '../orders.errors';
import { LineShortClosed } from '../orders.events';
import type { OrderLine } from './line.entity';
import { lineLifecycle, stand } from './line.lifecycle';
import type { ShortClosingDto } from './lines.dto';
import { LinesRepository } from './lines.repository';

/** Ends lines of which less came than was ordered: the rest is not coming, and it is said why. */
@Injectable()
export class ShortClosingsService {
  constructor(
    private readonly lines: LinesRepository,
    private readonly orders: OrdersService,
    private readonly orderGate: OrderGate,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Completes the line; what was ordered stays as it was agreed.
   * @throws LineNotShort 409, IllegalTransition 409, GateNotPassed 409, InvalidInput 400 for a day to come, ResourceNotFound 404, StaleVersion 412
   */
  close(
    id: string,
    { reason, closedOn, override }: ShortClosingDto,
    actor: Actor,
    expected?: number,
  ): Promise<OrderLine> {
    return this.transaction.run(async () => {
      const line = await this.lines.getForUpdate(id, actor, 'order.update', expected);
      const { verdict, sentence, shortageExcessQuantity } = deliveryOf(line);
      const before = { ...line };
      stand(line, lineLifecycle.step(line.status, 'completed'));
      if (verdict !== 'short' && verdict !== 'nothing') throw new LineNotShort(sentence);
      await this.orderGate.ends('completion', line.order, [line], override, actor);
      line.shortClosedOn = pastDay('closedOn', closedOn, today(this.config.TZ_HOUSE));
      line.shortCloseReason = reason;
      await this.lines.save(line);
      await this.orders.rollUp(line.order);
      await this.outbox.record(
        new LineShortClosed({ id, rowVersion: line.rowVersion, orderId: line.orderId, orderLineId: id }, actor, {
          ...changesBetween(before, line, ['status', 'shortClosedOn']),
          reason,
          shortageExcessQuantity,
        }),
      );
      return line;
    });
  }
}
