import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Numbers } from '../../../platform/database/numbers';
import { Transaction } from '../../../platform/database/transaction';
import {
  changesBetween,
  isUnchanged,
  type DomainEvent,
  type EventSubject,
} from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import { today } from '../../../platform/values/day';
import { pastDay } from '../../../platform/values/past-day';
import type { Actor } from '../../auth/access/actor';
import { User } from '../../auth/users/user.entity';
import { about, personOf, subject as subjectOf } from '../deletion/deletion-request.entity';
import { DeletionApproved } from '../deletion/deletion-request.events';
import { mayDelete } from '../deletion/deletion-request.rules';
import { DeletionRequestsRepository } from '../deletion/deletion-requests.repository';
import { GateLaying } from '../gates/gate-laying';
import { OrderGate, type Override } from '../gates/order-gate';
import { USUAL_TOLERANCE } from '../deliveries/tolerance';
import type { OrderLine } from '../line/line.entity';
import { LinesRepository } from '../line/lines.repository';
import { AlreadyAtStage, AlreadyDelivered, AlreadyOfType, NotYoursToDelete } from '../orders.errors';
import {
  OrderConverted,
  OrderCreated,
  OrderDeleted,
  OrderDelivered,
  OrderRestored,
  OrderRevised,
  OrderStageChanged,
  OrderUpdated,
} from '../orders.events';
import { StylesRepository } from '../style/styles.repository';
import { categoryOf } from '../line/roll-up';
import { RevisionsService } from '../revision/revisions.service';
import type { OrderStatus, OrderType, Stage } from '../vocabulary';
import { asWritten } from './as-written';
import { newStyle, refuseFraction, refuseWithoutUnit, rollUpInto } from './order-factory';
import { Order } from './order.entity';
import type { CreateOrderDto, UpdateOrderDto } from './given-order.dto';
import { OrdersRepository, type ListedOrder } from './orders.repository';

/** An order with everything of its own: each line carries its style, and a style has at least one line. */
export interface WholeOrder {
  order: Order;
  lines: OrderLine[];
}

const TOLD = [
  'orderNumber',
  'customerName',
  'buyerName',
  'season',
  'baseStyleNumber',
  'styleNumber',
  'cad',
  'fabricType',
  'fabricSpecifications',
  'fabricComposition',
  'gsm',
  'finishType',
  'construction',
  'millName',
  'millPrice',
  'provaPrice',
  'currency',
  'quantity',
  'unit',
  'orderType',
  'etd',
  'eta',
  'orderDate',
  'expectedDeliveryDate',
  'finishedFabricQuantity',
  'finishedFabricUnit',
  'processLossPercent',
  'processLossBasis',
  'mixedFabricType',
  'mixedFabricPercent',
  'deliveryTolerancePercent',
  'notes',
  'metadata',
] as const satisfies readonly (keyof Order)[];

@Injectable()
export class OrdersService {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly styles: StylesRepository,
    private readonly lines: LinesRepository,
    private readonly deletionRequests: DeletionRequestsRepository,
    private readonly revisions: RevisionsService,
    private readonly numbers: Numbers,
    private readonly laying: GateLaying,
    private readonly orderGate: OrderGate,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A page of orders with their lines: two statements and the count. */
  async list(asked: ListQuery, actor: Actor): Promise<Page<{ order: ListedOrder; lines: OrderLine[] }>> {
    const page = await this.orders.list(asked, actor);
    return { ...page, results: await this.withLines(page.results) };
  }

  /** The latest that carry one of these PO numbers, whatever their case, blanks and dashes; at most 50. */
  async withNumbers(numbers: readonly string[], actor: Actor): Promise<WholeOrder[]> {
    return numbers.length ? this.withLines(await this.orders.withNumbers(numbers, actor, 50)) : [];
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<WholeOrder> {
    return { order: await this.orders.get(id, actor), lines: await this.lines.ofOrders([id]) };
  }

  /** The creator becomes its merchandiser. @param told beside the rest  @throws FractionOfUnit 422, QuantityWithoutUnit 422 */
  create(body: CreateOrderDto, actor: Actor, told: Record<string, unknown> = {}): Promise<WholeOrder> {
    return this.transaction.run(async () => {
      const { styles: bodies = [], ...fields } = body;
      refuseFraction(fields);
      const order = Object.assign(new Order(), {
        currency: 'USD',
        status: 'upcoming',
        category: 'upcoming',
        orderType: 'foreign',
        currentStage: 'Design',
        approvalStatus: {},
        metadata: {},
        revisionCount: 0,
        deliveryTolerancePercent: USUAL_TOLERANCE,
        ...fields,
        orderNumber: fields.orderNumber ?? (await this.nextNumber()),
        merchandiserId: actor.id,
        createdById: actor.id,
      } satisfies Partial<Order>);
      let lineCount = 0;
      const made = bodies.map((style, index) => {
        const rows = newStyle(order, style, index + 1, lineCount + 1, `styles.${index}.`);
        lineCount += rows.lines.length;
        return rows;
      });
      const styles = made.map(({ style }) => style);
      const lines = made.flatMap((each) => each.lines);
      rollUpInto(order, lines);
      refuseWithoutUnit(order);
      await this.orders.insert(order);
      await this.styles.insert(...styles);
      await this.lines.insert(...lines);
      await this.laying.lay(lines, order);
      await this.outbox.record(
        new OrderCreated(this.subject(order), actor, {
          before: {},
          after: { orderNumber: order.orderNumber, customerName: order.customerName, lines: lines.length },
          ...told,
        }),
      );
      const creator = Object.assign(new User(), { id: actor.id, fullName: actor.fullName });
      return { order: Object.assign(order, { merchandiser: creator, createdBy: creator }), lines };
    });
  }

  /**
   * Changes what is sent, and nothing else; what was agreed only with a revision.
   * @throws ResourceNotFound 404, StaleVersion 412, FractionOfUnit 422, QuantityWithoutUnit 422, RevisionNeeded 422
   */
  update(id: string, body: UpdateOrderDto, actor: Actor, expected?: number): Promise<WholeOrder> {
    return this.transaction.run(async () => {
      const order = await this.orders.getForUpdate(id, actor, 'order.update', expected);
      const before = { ...order };
      const { orderNumber, revision, ...fields } = body;
      Object.assign(order, fields, orderNumber ? { orderNumber } : {});
      refuseFraction(order);
      const lines = await this.lines.ofOrders([id]);
      rollUpInto(order, lines);
      const changes = changesBetween(asWritten(before), asWritten(order), TOLD); // of what its lines let stand
      if (isUnchanged(changes)) return { order: Object.assign(order, before), lines };
      if ('quantity' in changes.after || 'unit' in changes.after) refuseWithoutUnit(order);
      const revised = await this.revisions.reviseOrder(before, order, lines, revision, actor);
      if ('fabricType' in changes.after && (await this.layGatesAnew(before.fabricType, order, lines, actor)))
        rollUpInto(order, lines);
      await this.orders.save(order);
      const subject = this.subject(order);
      await this.outbox.record(
        revised
          ? new OrderRevised(subject, actor, { ...changes, ...revised })
          : new OrderUpdated(subject, actor, changes),
      );
      return { order, lines };
    });
  }

  /** To the trash with everything under it. @throws NotYoursToDelete 403, ResourceNotFound 404, StaleVersion 412 */
  delete(id: string, actor: Actor, expected?: number): Promise<void> {
    return this.transaction.run(async () => {
      const order = await this.orders.getForDeletion(id, actor, expected);
      if (!mayDelete(order, actor)) throw new NotYoursToDelete(order.createdBy?.fullName ?? null);
      await this.moveToTrash(order, actor, null);
    });
  }

  /** Of a locked order, by who may. Whoever asked for it has their answer with it. */
  async moveToTrash(order: Order, actor: Actor, note: string | null): Promise<void> {
    await this.orders.trash(order);
    const deleted = { before: { orderNumber: order.orderNumber, customerName: order.customerName }, after: {} };
    await this.outbox.record(new OrderDeleted(this.subject(order), actor, deleted));
    const request = await this.deletionRequests.findPending(order.id);
    if (!request) return;
    request.settle('approved', personOf(actor), note);
    await this.deletionRequests.save(request);
    await this.outbox.record(new DeletionApproved(subjectOf(request), actor, { ...about(request), reason: note }));
  }

  /** From the trash with everything that went with it. @throws ResourceNotFound 404 */
  restore(id: string, actor: Actor): Promise<Order> {
    return this.transaction.run(async () => {
      const order = await this.orders.restore(await this.orders.getTrashed(id, actor));
      const restored = { before: {}, after: { orderNumber: order.orderNumber, customerName: order.customerName } };
      await this.outbox.record(new OrderRestored(this.subject(order), actor, restored));
      return order;
    });
  }

  /** By hand; leaving Delivered takes the delivery back. @param status of an order without lines, then  @throws ResourceNotFound 404, AlreadyAtStage 409, StaleVersion 412 */
  moveToStage(
    id: string,
    stage: Stage,
    actor: Actor,
    expected?: number,
    status: OrderStatus = 'running',
  ): Promise<WholeOrder> {
    return this.change(id, actor, expected, (order, lines) => {
      if (order.currentStage === stage) throw new AlreadyAtStage(stage);
      const before = { ...order };
      order.currentStage = stage;
      if (before.currentStage === 'Delivered') {
        order.actualDeliveryDate = null;
        if (!lines.length) order.status = status;
      }
      const changes = changesBetween(before, order, ['currentStage', 'actualDeliveryDate']);
      return (subject) => new OrderStageChanged(subject, actor, changes);
    });
  }

  /** From foreign to local or back: nothing that was typed is lost. @throws AlreadyOfType 409 */
  convert(id: string, orderType: OrderType, actor: Actor, expected?: number): Promise<WholeOrder> {
    return this.change(id, actor, expected, (order) => {
      if (order.orderType === orderType) throw new AlreadyOfType(orderType);
      const before = { ...order };
      order.orderType = orderType;
      const changes = changesBetween(before, order, ['orderType']);
      return (subject) => new OrderConverted(subject, actor, changes);
    });
  }

  /** Stage Delivered, status completed, put in the archive, dated. @throws AlreadyDelivered 409, InvalidInput 400 for a day to come, GateNotPassed 409 while a condition is open */
  deliver(
    id: string,
    { deliveredOn, override }: { deliveredOn?: string; override?: Override },
    actor: Actor,
    expected?: number,
  ): Promise<WholeOrder> {
    return this.change(id, actor, expected, async (order, lines) => {
      if (order.currentStage === 'Delivered') throw new AlreadyDelivered();
      await this.orderGate.ends('delivery', order, lines, override, actor);
      const before = { ...order };
      order.currentStage = 'Delivered';
      order.status = 'completed';
      order.category = categoryOf('completed');
      order.actualDeliveryDate = pastDay('deliveredOn', deliveredOn, today(this.config.TZ_HOUSE));
      const changes = changesBetween(before, order, ['currentStage', 'status', 'actualDeliveryDate']);
      return (subject) => new OrderDelivered(subject, actor, changes);
    });
  }

  /**
   * Brings the order up to date with its lines; called by whoever changed a line, in the same transaction.
   * @param changed whether the order is to be saved in any case
   */
  async rollUp(order: Order, changed = false): Promise<void> {
    const before = { ...order };
    rollUpInto(order, await this.lines.ofOrders([order.id]));
    const rolled = ['status', 'category', 'quantity', 'unit', 'earliestEtd', 'approvalStatus', 'searchText'] as const;
    if (changed || !isUnchanged(changesBetween(asWritten(before), asWritten(order), rolled)))
      await this.orders.save(order);
  }

  /** Of the styles that go by the fabric of their order. @returns whether any line has other gates now */
  private layGatesAnew(before: string, { fabricType }: Order, lines: readonly OrderLine[], actor: Actor) {
    const changed = lines
      .filter(({ style }) => style.fabricType === null)
      .map((line) => ({
        line,
        from: { fabricType: before, cadName: line.cadName },
        to: { fabricType, cadName: line.cadName },
      }));
    return this.laying.layAnew(changed, actor);
  }

  private async withLines<O extends ListedOrder>(orders: readonly O[]): Promise<{ order: O; lines: OrderLine[] }[]> {
    const lines = new Map<string, OrderLine[]>(orders.map(({ id }) => [id, []]));
    for (const line of await this.lines.ofOrders([...lines.keys()])) lines.get(line.orderId)?.push(line);
    return orders.map((order) => ({ order, lines: lines.get(order.id) ?? [] }));
  }

  private change(
    id: string,
    actor: Actor,
    expected: number | undefined,
    apply: (
      order: Order,
      lines: readonly OrderLine[],
    ) => ((subject: EventSubject) => DomainEvent) | Promise<(subject: EventSubject) => DomainEvent>,
  ): Promise<WholeOrder> {
    return this.transaction.run(async () => {
      const order = await this.orders.getForUpdate(id, actor, 'order.update', expected);
      const lines = await this.lines.ofOrders([id]);
      const told = await apply(order, lines);
      rollUpInto(order, lines);
      await this.orders.save(order);
      await this.outbox.record(told(this.subject(order)));
      return { order, lines };
    });
  }

  /** `PB-YYYYMMDD-NNNN`, counted per day of the house. */
  private async nextNumber(): Promise<string> {
    const day = today(this.config.TZ_HOUSE).replaceAll('-', '');
    return `PB-${day}-${String(await this.numbers.next(`order:${day}`)).padStart(4, '0')}`;
  }

  private subject(order: Order): EventSubject {
    return { id: order.id, rowVersion: order.rowVersion, orderId: order.id };
  }
}
