import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { changesBetween, isUnchanged } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { Actor } from '../../auth/access/actor';
import type { OrderLine } from '../line/line.entity';
import { LinesRepository } from '../line/lines.repository';
import { GateLaying } from '../gates/gate-laying';
import { asWritten } from '../order/as-written';
import { newStyle, refuseMoreOnceDelivered } from '../order/order-factory';
import { OrdersRepository } from '../order/orders.repository';
import { OrdersService } from '../order/orders.service';
import { LastLineOfOrder, StyleAgreed } from '../orders.errors';
import { RevisionsService } from '../revision/revisions.service';
import { StyleAdded, StyleDeleted, StyleRestored, StyleUpdated } from '../orders.events';
import type { OrderStyle } from './style.entity';
import type { CreateStyleDto, UpdateStyleDto } from './styles.dto';
import { StylesRepository } from './styles.repository';

const TOLD = [
  'styleNumber',
  'description',
  'fabricType',
  'fabricSpecifications',
  'fabricComposition',
  'gsm',
  'finishType',
  'construction',
  'cuttableWidth',
  'finishingWidth',
  'consumptionPerPiece',
  'consumptionUnit',
  'rollQuantity',
  'rollUnit',
  'etd',
  'eta',
  'submissionDate',
  'notes',
] as const satisfies readonly (keyof OrderStyle)[];

export interface StyleWithLines {
  style: OrderStyle;
  lines: OrderLine[];
}

@Injectable()
export class StylesService {
  constructor(
    private readonly styles: StylesRepository,
    private readonly lines: LinesRepository,
    private readonly orders: OrdersRepository,
    private readonly ordersService: OrdersService,
    private readonly laying: GateLaying,
    private readonly revisions: RevisionsService,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
  ) {}

  async get(id: string, actor: Actor): Promise<StyleWithLines> {
    const style = await this.styles.get(id, actor);
    return { style, lines: await this.lines.ofOrders([style.orderId]) };
  }

  /** A style with its lines. @param told beside the rest  @throws ResourceNotFound 404 for the order, OrderIsDelivered 409, FractionOfUnit 422 */
  add(
    orderId: string,
    body: CreateStyleDto,
    actor: Actor,
    told: Record<string, unknown> = {},
  ): Promise<StyleWithLines> {
    return this.transaction.run(async () => {
      const order = await this.orders.getForUpdate(orderId, actor, 'order.update');
      refuseMoreOnceDelivered(order);
      const siblings = await this.lines.ofOrders([orderId]);
      const last = (numbers: number[]) => Math.max(0, ...numbers) + 1;
      const made = newStyle(
        order,
        body,
        last(siblings.map((line) => line.style.sequenceNumber)),
        last(siblings.map((line) => line.sequenceNumber)),
        '',
      );
      await this.styles.insert(made.style);
      await this.lines.insert(...made.lines);
      await this.laying.lay(made.lines, order);
      await this.ordersService.rollUp(order);
      await this.outbox.record(
        new StyleAdded({ id: made.style.id, rowVersion: 1, orderId }, actor, {
          before: {},
          after: { styleNumber: body.styleNumber, lines: made.lines.length },
          ...told,
        }),
      );
      return made;
    });
  }

  /** @throws ResourceNotFound 404, StaleVersion 412 */
  update(id: string, body: UpdateStyleDto, actor: Actor, expected?: number): Promise<StyleWithLines> {
    return this.transaction.run(async () => {
      const style = await this.styles.getForUpdate(id, actor, expected);
      const before = { ...style };
      Object.assign(style, body);
      const changes = changesBetween(asWritten(before), asWritten(style), TOLD);
      if (!isUnchanged(changes)) {
        await this.styles.save(style);
        if ('fabricType' in changes.after) await this.layGatesAnew(style, before.fabricType, actor);
        await this.ordersService.rollUp(style.order);
        await this.outbox.record(new StyleUpdated(subject(style), actor, changes));
      }
      return { style, lines: await this.lines.ofOrders([style.orderId]) };
    });
  }

  /** To the trash with its lines. @throws LastLineOfOrder 409 when the order has no other style, StyleAgreed 409 */
  delete(id: string, actor: Actor, expected?: number): Promise<void> {
    return this.transaction.run(async () => {
      const style = await this.styles.getForUpdate(id, actor, expected);
      const all = await this.lines.ofOrders([style.orderId]);
      const own = all.filter((line) => line.styleId === id);
      if (own.length === all.length) throw new LastLineOfOrder();
      const because = await this.revisions.bindingOf(style.order, own);
      if (because) throw new StyleAgreed(because);
      const at = new Date();
      for (const line of own) await this.lines.trash(line, at);
      await this.styles.trash(style, at);
      await this.ordersService.rollUp(style.order);
      await this.outbox.record(
        new StyleDeleted(subject(style), actor, {
          before: { styleNumber: style.styleNumber, lines: own.length },
          after: {},
        }),
      );
    });
  }

  /** From the trash, with the lines that went with it. @throws ResourceNotFound 404 */
  restore(id: string, actor: Actor): Promise<OrderStyle> {
    return this.transaction.run(async () => {
      const style = await this.styles.getTrashed(id, actor);
      const lines = await this.lines.trashedWith(style);
      await this.styles.restore(style);
      for (const line of lines) await this.lines.restore(line);
      await this.ordersService.rollUp(style.order);
      await this.outbox.record(
        new StyleRestored(subject(style), actor, {
          before: {},
          after: { styleNumber: style.styleNumber, lines: lines.length },
        }),
      );
      return style;
    });
  }

  private async layGatesAnew(style: OrderStyle, before: string | null, actor: Actor): Promise<void> {
    const lines = (await this.lines.ofOrders([style.orderId])).filter((line) => line.styleId === style.id);
    const fabric = (own: string | null, { cadName }: OrderLine) => ({
      fabricType: own ?? style.order.fabricType,
      cadName,
    });
    const changed = lines.map((line) => ({ line, from: fabric(before, line), to: fabric(style.fabricType, line) }));
    await this.laying.layAnew(changed, actor);
  }
}

const subject = (style: OrderStyle) => ({ id: style.id, rowVersion: style.rowVersion, orderId: style.orderId });
