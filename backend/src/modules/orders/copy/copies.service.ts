import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import { today } from '../../../platform/values/day';
import type { Actor } from '../../auth/access/actor';
import type { CopyOrderDto } from '../order/given-order.dto';
import { OrdersService, type WholeOrder } from '../order/orders.service';
import type { CopyStyleDto } from '../style/styles.dto';
import { StylesService, type StyleWithLines } from '../style/styles.service';
import { copyOfOrder, copyOfStyle } from './copies';

/** Styles and orders once more, only when somebody asks for it. */
@Injectable()
export class CopiesService {
  constructor(
    private readonly orders: OrdersService,
    private readonly styles: StylesService,
    private readonly transaction: Transaction,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Into the same order, with new lines. @throws ResourceNotFound 404 */
  copyStyle(id: string, { styleNumber }: CopyStyleDto, actor: Actor): Promise<StyleWithLines> {
    return this.transaction.run(async () => {
      const { style, lines } = await this.styles.get(id, actor);
      const body = copyOfStyle(style, lines);
      const named = { ...body, styleNumber: styleNumber ?? style.styleNumber };
      return this.styles.add(style.orderId, named, actor, { copyOf: style.styleNumber });
    });
  }

  /** A new order of who copies it. @throws ResourceNotFound 404 */
  copyOrder(id: string, { orderNumber = null, etd = null }: CopyOrderDto, actor: Actor): Promise<WholeOrder> {
    return this.transaction.run(async () => {
      const { order, lines } = await this.orders.get(id, actor);
      const body = copyOfOrder(order, lines, { orderNumber, etd, orderedOn: today(this.config.TZ_HOUSE) });
      return this.orders.create(body, actor, { copyOf: order.orderNumber });
    });
  }
}
