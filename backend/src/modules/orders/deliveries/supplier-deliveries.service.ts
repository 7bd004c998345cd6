import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import { InvalidInput } from '../../../platform/errors/domain-error';
import { changesBetween, isUnchanged, type EventSubject } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import { today } from '../../../platform/values/day';
import { pastDay } from '../../../platform/values/past-day';
import { isWeight, quantityText, type Unit } from '../../../platform/values/quantity';
import type { Actor } from '../../auth/access/actor';
import { User } from '../../auth/users/user.entity';
import type { OrderLine } from '../line/line.entity';
import { LinesRepository } from '../line/lines.repository';
import { lineLabel } from '../line/lines.dto';
import { refuseFraction } from '../order/order-factory';
import type { Order } from '../order/order.entity';
import { OrdersRepository } from '../order/orders.repository';
import { OrderReferences } from '../order-references';
import { NoSuchReference } from '../orders.errors';
import { StylesRepository } from '../style/styles.repository';
import type {
  CreateSupplierDeliveriesDto,
  CreateSupplierDeliveryDto,
  UpdateSupplierDeliveryDto,
} from './supplier-deliveries.dto';
import { SupplierDelivery } from './supplier-delivery.entity';
import {
  SupplierDeliveryAdded,
  SupplierDeliveryDeleted,
  SupplierDeliveryRecorded,
  SupplierDeliveryRestored,
  SupplierDeliveryUpdated,
} from './supplier-delivery.events';
import { SupplierDeliveriesRepository } from './supplier-deliveries.repository';

const TOLD = [
  'orderLineId',
  'styleId',
  'kind',
  'deliveryDate',
  'deliveredQuantity',
  'unit',
  'challanNumber',
  'rollCount',
  'notes',
] as const;

/** What mills delivered. Whoever changes it holds the lock of its order, whose version moves on: its totals follow. */
@Injectable()
export class SupplierDeliveriesService {
  constructor(
    private readonly deliveries: SupplierDeliveriesRepository,
    private readonly orders: OrdersRepository,
    private readonly lines: LinesRepository,
    private readonly styles: StylesRepository,
    private readonly references: OrderReferences,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(asked: ListQuery, actor: Actor): Promise<Page<SupplierDelivery>> {
    return this.deliveries.list(asked, actor);
  }

  /** @throws ResourceNotFound 404 */
  get(id: string, actor: Actor): Promise<SupplierDelivery> {
    return this.deliveries.get(id, actor);
  }

  /** @throws NoSuchReference 400, InvalidInput 400 for a day to come, FractionOfUnit 422 */
  record(body: CreateSupplierDeliveryDto, actor: Actor): Promise<SupplierDelivery> {
    return this.transaction.run(async () => {
      const order = await this.references.lockOrder(body.orderId, actor, 'supplier_delivery.write');
      const { unit, ...fields } = body;
      const delivery = this.made(order, actor, fields);
      await this.place(delivery);
      delivery.unit = unit ?? usual(delivery, delivery.orderLine?.unit ?? order.unit ?? 'meters');
      refuseUnit(delivery);
      await this.deliveries.insert(delivery);
      await this.orders.save(order);
      await this.outbox.record(new SupplierDeliveryRecorded(subject(delivery), actor, facts(delivery)));
      return delivery;
    });
  }

  /**
   * Several lines of an order that came together; all or none.
   * @throws ResourceNotFound 404 for the order, NoSuchReference 400, InvalidInput 400, FractionOfUnit 422
   */
  recordAll(orderId: string, body: CreateSupplierDeliveriesDto, actor: Actor): Promise<SupplierDelivery[]> {
    return this.transaction.run(async () => {
      const order = await this.orders.getForUpdate(orderId, actor, 'supplier_delivery.write');
      const { lines: came, ...shared } = body;
      const lines = new Map((await this.lines.ofOrders([orderId])).map((line) => [line.id, line]));
      const made = came.map(({ unit, ...fields }, index) => {
        const line = lines.get(fields.orderLineId);
        if (!line) throw new NoSuchReference(`lines.${index}.orderLineId`, 'line in this order');
        const delivery = ofLine(this.made(order, actor, { ...shared, ...fields }), line);
        delivery.unit = unit ?? usual(delivery, line.unit);
        refuseUnit(delivery, `lines.${index}.`);
        return delivery;
      });
      await this.deliveries.insert(...made);
      await this.orders.save(order);
      const [first, ...others] = made as [SupplierDelivery, ...SupplierDelivery[]];
      await this.outbox.record(
        new SupplierDeliveryRecorded(subject(first), actor, { ...facts(first), others: others.length }),
        ...others.map((delivery) => new SupplierDeliveryAdded(subject(delivery), actor, facts(delivery))),
      );
      return made;
    });
  }

  /** @throws ResourceNotFound 404, StaleVersion 412, NoSuchReference 400, InvalidInput 400, FractionOfUnit 422 */
  update(id: string, body: UpdateSupplierDeliveryDto, actor: Actor, expected?: number): Promise<SupplierDelivery> {
    return this.transaction.run(async () => {
      const delivery = await this.deliveries.getForUpdate(id, actor, expected);
      const before = told(delivery);
      Object.assign(delivery, body);
      delivery.deliveryDate = pastDay('deliveryDate', delivery.deliveryDate, this.today);
      // Who names another line means its style; who names another style, without a line, takes it off the line.
      if (body.orderLineId && body.styleId === undefined) delivery.styleId = null;
      if (body.orderLineId !== undefined || body.styleId !== undefined) await this.place(delivery);
      refuseUnit(delivery);
      const changes = changesBetween(before, told(delivery), TOLD);
      if (isUnchanged(changes)) return delivery;
      await this.deliveries.save(delivery);
      await this.orders.save(delivery.order);
      await this.outbox.record(new SupplierDeliveryUpdated(subject(delivery), actor, changes));
      return delivery;
    });
  }

  /** @throws ResourceNotFound 404, StaleVersion 412 */
  delete(id: string, actor: Actor, expected?: number): Promise<void> {
    return this.transaction.run(async () => {
      const delivery = await this.deliveries.getForUpdate(id, actor, expected);
      await this.deliveries.trash(delivery);
      await this.orders.save(delivery.order);
      await this.outbox.record(
        new SupplierDeliveryDeleted(subject(delivery), actor, { before: told(delivery), after: {} }),
      );
    });
  }

  /** From the trash. @throws ResourceNotFound 404 */
  restore(id: string, actor: Actor): Promise<SupplierDelivery> {
    return this.transaction.run(async () => {
      const delivery = await this.deliveries.getTrashed(id, actor);
      await this.deliveries.restore(delivery);
      await this.orders.save(delivery.order);
      await this.outbox.record(new SupplierDeliveryRestored(subject(delivery), actor, facts(delivery)));
      return delivery;
    });
  }

  private get today() {
    return today(this.config.TZ_HOUSE);
  }

  private made(order: Order, actor: Actor, fields: Omit<Partial<SupplierDelivery>, 'unit'>): SupplierDelivery {
    return Object.assign(new SupplierDelivery(), {
      orderLineId: null,
      orderLine: null,
      styleId: null,
      style: null,
      kind: 'goods' as const,
      challanNumber: null,
      rollCount: null,
      notes: null,
      ...fields,
      deliveryDate: pastDay('deliveryDate', fields.deliveryDate, this.today),
      order,
      orderId: order.id,
      createdBy: Object.assign(new User(), { id: actor.id, fullName: actor.fullName }),
      createdById: actor.id,
    });
  }

  /** Finds the line and the style that are named. @throws NoSuchReference 400 on the one that is not of this order */
  private async place(delivery: SupplierDelivery): Promise<void> {
    const { orderId, orderLineId, styleId } = delivery;
    if (orderLineId) {
      ofLine(delivery, await this.references.lineOf(orderId, orderLineId));
      if (styleId && styleId !== delivery.styleId) throw new NoSuchReference('styleId', 'style of this line');
      return;
    }
    const style = styleId ? await this.styles.findOfOrder(styleId, orderId) : null;
    if (styleId && !style) throw new NoSuchReference('styleId', 'style in this order');
    Object.assign(delivery, { orderLine: null, orderLineId: null, style, styleId: style?.id ?? null });
  }
}

const ofLine = (delivery: SupplierDelivery, line: OrderLine): SupplierDelivery =>
  Object.assign(delivery, { orderLine: line, orderLineId: line.id, style: line.style, styleId: line.styleId });

/** Where nobody names one: yarn by the kilogram, whatever the line counts. */
const usual = ({ kind }: SupplierDelivery, unit: string): Unit =>
  kind === 'yarn' && !isWeight(unit) ? 'kg' : (unit as Unit);

/** @throws InvalidInput 400 for yarn that is not weighed, FractionOfUnit 422 */
function refuseUnit({ kind, deliveredQuantity, unit }: SupplierDelivery, at = ''): void {
  if (kind === 'yarn' && !isWeight(unit))
    throw new InvalidInput({ [`${at}unit`]: ['Yarn is counted by weight: in kg, g or lbs.'] });
  refuseFraction({ quantity: deliveredQuantity, unit }, at, 'deliveredQuantity');
}

const told = (delivery: SupplierDelivery) => ({
  orderLineId: delivery.orderLineId,
  styleId: delivery.styleId,
  kind: delivery.kind,
  deliveryDate: delivery.deliveryDate,
  deliveredQuantity: quantityText(delivery.deliveredQuantity),
  unit: delivery.unit,
  challanNumber: delivery.challanNumber,
  rollCount: delivery.rollCount,
  notes: delivery.notes,
});

/** As its first event tells it: all that a reader, or an undo, needs. */
const facts = (delivery: SupplierDelivery) => ({
  before: {},
  after: told(delivery),
  of: delivery.orderLine
    ? lineLabel(delivery.orderLine, delivery.style?.styleNumber ?? '')
    : (delivery.style?.styleNumber ?? null),
});

const subject = (delivery: SupplierDelivery): EventSubject => ({
  id: delivery.id,
  rowVersion: delivery.rowVersion,
  orderId: delivery.orderId,
  orderLineId: delivery.orderLineId,
});
