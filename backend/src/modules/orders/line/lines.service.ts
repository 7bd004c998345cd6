import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import { changesBetween, isUnchanged } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import { IllegalTransition } from '../../../platform/lifecycle/lifecycle';
import type { Actor } from '../../auth/access/actor';
import { ApprovalsService, decisionOf, type RecordedApproval } from '../approvals/approvals.service';
import type { DecideGatesDto, RecordApprovalDto } from '../gates/gate.dto';
import { GateLaying } from '../gates/gate-laying';
import { OrderGate } from '../gates/order-gate';
import { asWritten } from '../order/as-written';
import { newLine, refuseFraction, refuseMoreOnceDelivered } from '../order/order-factory';
import type { Order } from '../order/order.entity';
import { OrdersRepository } from '../order/orders.repository';
import { OrdersService, type WholeOrder } from '../order/orders.service';
import { LastLineOfOrder, LinesCannotMove, NoSuchReference, StyleInTrash, type RefusedLine } from '../orders.errors';
import { LineAdded, LineDeleted, LineRestored, LineRevised, LineStatusChanged, LineUpdated } from '../orders.events';
import { refuseLateSlip } from '../revision/figures';
import type { GivenRevisionDto } from '../revision/given-revision.dto';
import { RevisionsService } from '../revision/revisions.service';
import { StylesRepository } from '../style/styles.repository';
import type { OrderStatus } from '../vocabulary';
import type { OrderLine } from './line.entity';
import { lineLifecycle, stand } from './line.lifecycle';
import { lineLabel, type CreateLineDto, type LineStatusDto, type UpdateLineDto } from './lines.dto';
import { LinesRepository } from './lines.repository';

const TOLD = [
  'colorCode',
  'colorName',
  'cadCode',
  'cadName',
  'quantity',
  'unit',
  'millName',
  'millPrice',
  'provaPrice',
  'commission',
  'currency',
  'etd',
  'eta',
  'submissionDate',
  'approvalDate',
  'notes',
  'swatchReceivedDate',
  'swatchSentDate',
  'finishedFabricQuantity',
  'finishedFabricUnit',
  'processLossPercent',
  'processLossBasis',
  'mixedFabricType',
  'mixedFabricPercent',
  'yarnRequired',
  'screens',
  'sewingLine',
  'deliveryTolerancePercent',
] as const satisfies readonly (keyof OrderLine)[];

/** Lines one by one: editing one never touches another; the order's figures follow. */
@Injectable()
export class LinesService {
  constructor(
    private readonly lines: LinesRepository,
    private readonly styles: StylesRepository,
    private readonly orders: OrdersRepository,
    private readonly ordersService: OrdersService,
    private readonly approvals: ApprovalsService,
    private readonly laying: GateLaying,
    private readonly orderGate: OrderGate,
    private readonly revisions: RevisionsService,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  get(id: string, actor: Actor): Promise<OrderLine> {
    return this.lines.get(id, actor);
  }

  /** @throws ResourceNotFound 404 for the style, OrderIsDelivered 409, FractionOfUnit 422 */
  add(styleId: string, body: CreateLineDto, actor: Actor): Promise<OrderLine> {
    return this.transaction.run(async () => {
      const style = await this.styles.getForUpdate(styleId, actor);
      refuseMoreOnceDelivered(style.order);
      const siblings = await this.lines.ofOrders([style.orderId]);
      const sequence = Math.max(0, ...siblings.map((each) => each.sequenceNumber)) + 1;
      const line = newLine(style.order, style, body, sequence);
      await this.lines.insert(line);
      await this.laying.lay([line], style.order);
      await this.ordersService.rollUp(style.order);
      await this.outbox.record(
        new LineAdded(subject(line), actor, {
          before: {},
          after: { label: lineLabel(line, style.styleNumber), quantity: line.quantity, unit: line.unit },
        }),
      );
      return line;
    });
  }

  /** What was agreed only with a revision. @throws ResourceNotFound 404, StaleVersion 412, FractionOfUnit 422, RevisionNeeded 422 */
  update(id: string, body: UpdateLineDto, actor: Actor, expected?: number): Promise<OrderLine> {
    return this.transaction.run(async () => {
      const line = await this.lines.getForUpdate(id, actor, 'order.update', expected);
      const before = { ...line };
      const { revision, ...fields } = body;
      Object.assign(line, fields);
      refuseFraction(line);
      const changes = changesBetween(asWritten(before), asWritten(line), TOLD);
      if (isUnchanged(changes)) return line;
      const revised = await this.revisions.reviseLine(before, line, revision, actor);
      await this.lines.save(line);
      if ('cadName' in changes.after) {
        const fabricType = line.style.fabricType ?? line.order.fabricType;
        const [from, to] = [before, line].map(({ cadName }) => ({ fabricType, cadName }));
        if (from && to) await this.laying.layAnew([{ line, from, to }], actor);
      }
      await this.ordersService.rollUp(line.order, revised !== null);
      await this.outbox.record(
        revised
          ? new LineRevised(subject(line), actor, { ...changes, ...revised })
          : new LineUpdated(subject(line), actor, changes),
      );
      return line;
    });
  }

  /**
   * To the trash; a style that has no line left goes with it. What was agreed only with a revision.
   * @throws LastLineOfOrder 409, ResourceNotFound 404, RevisionNeeded 422
   */
  delete(id: string, actor: Actor, expected?: number, revision?: GivenRevisionDto): Promise<void> {
    return this.transaction.run(async () => {
      const line = await this.lines.getForUpdate(id, actor, 'order.update', expected);
      const all = await this.lines.ofOrders([line.orderId]);
      const siblings = all.filter((each) => each.id !== id);
      if (!siblings.length) throw new LastLineOfOrder();
      const revised = await this.revisions.reviseRemoval(line, all, revision, actor);
      const at = new Date();
      await this.lines.trash(line, at);
      if (!siblings.some((each) => each.styleId === line.styleId)) await this.styles.trash(line.style, at);
      await this.ordersService.rollUp(line.order, revised !== null);
      await this.outbox.record(
        new LineDeleted(subject(line), actor, {
          before: { label: lineLabel(line, line.style.styleNumber), quantity: line.quantity },
          after: {},
          ...revised,
        }),
      );
    });
  }

  /** From the trash, with its style where that went with it. @throws StyleInTrash 409, ResourceNotFound 404, 409 when its colour was added anew */
  restore(id: string, actor: Actor): Promise<OrderLine> {
    return this.transaction.run(async () => {
      const line = await this.lines.getTrashed(id, actor);
      const { style } = line;
      if (style.deletedAt) {
        if (style.deletedAt.getTime() !== line.deletedAt?.getTime()) throw new StyleInTrash(style.styleNumber);
        await this.styles.restore(style);
      }
      await this.lines.restore(line);
      await this.ordersService.rollUp(line.order);
      await this.outbox.record(
        new LineRestored(subject(line), actor, {
          before: {},
          after: { label: lineLabel(line, style.styleNumber), quantity: line.quantity, unit: line.unit },
        }),
      );
      return line;
    });
  }

  /**
   * To where it stood before a change of status that was a slip: no step of production, so the lifecycle is not asked.
   * @param set when it was  @throws StepBackAgreed 409 of what has been confirmed since an earlier day
   */
  takeBackStatus(id: string, status: OrderStatus, set: Date, actor: Actor): Promise<OrderLine> {
    return this.transaction.run(async () => {
      const line = await this.lines.getForUpdate(id, actor, 'order.update');
      refuseLateSlip(line.status, status, set, this.config.TZ_HOUSE);
      const before = { ...line };
      stand(line, status);
      await this.lines.save(line);
      await this.outbox.record(new LineStatusChanged(subject(line), actor, changesBetween(before, line, ['status'])));
      await this.ordersService.rollUp(line.order);
      return line;
    });
  }

  /** @throws IllegalTransition 409, GateNotPassed 409, RevisionNeeded 422, ResourceNotFound 404, StaleVersion 412 */
  moveTo(id: string, body: LineStatusDto, actor: Actor, expected?: number): Promise<OrderLine> {
    return this.transaction.run(async () => {
      const line = await this.lines.getForUpdate(id, actor, 'order.update', expected);
      await this.step(line.order, [line], body, actor);
      return line;
    });
  }

  /**
   * Several lines of an order, or all of them; those that are there already stay.
   * @throws LinesCannotMove 409, GateNotPassed 409, RevisionNeeded 422: then none moves
   */
  moveAll(
    orderId: string,
    { lineIds, ...body }: LineStatusDto & { lineIds?: readonly string[] },
    actor: Actor,
  ): Promise<WholeOrder> {
    return this.transaction.run(async () => {
      const order = await this.orders.getForUpdate(orderId, actor, 'order.update');
      const all = await this.lines.ofOrders([orderId]);
      if (lineIds?.some((id) => !all.some((line) => line.id === id)))
        throw new NoSuchReference('lineIds', 'line in this order');
      const moving = all.filter((line) => line.status !== body.status && (!lineIds || lineIds.includes(line.id)));
      const refused = moving.flatMap((line) => refusalOf(line, body.status) ?? []);
      if (refused.length) throw new LinesCannotMove(refused, moving.length);
      await this.step(order, moving, body, actor);
      return { order, lines: all };
    });
  }

  /** Records a decision on one gate of a line. @throws IllegalTransition 409, InvalidInput 400, ResourceNotFound 404 */
  recordApproval(id: string, body: RecordApprovalDto, actor: Actor): Promise<OrderLine> {
    return this.transaction.run(async () => {
      const line = await this.lines.getForUpdate(id, actor, 'approval.record');
      await this.approvals.decide([line], decisionOf(body.approvalType, body), actor);
      return line;
    });
  }

  /** A gate as if this had not been recorded on it. @throws ResourceNotFound 404 */
  takeBackApproval(id: string, mistake: RecordedApproval, actor: Actor): Promise<OrderLine> {
    return this.transaction.run(async () => {
      const line = await this.lines.getForUpdate(id, actor, 'approval.record');
      await this.approvals.takeBack(line, mistake, actor);
      return line;
    });
  }

  /**
   * The same decision on one gate of several lines, or of none.
   * @throws GatesCannotFollow 409 with all that refuse (what a line alone says where it is the only one), NoSuchReference 400
   */
  decideGates({ lineIds, gateKey, ...body }: DecideGatesDto, actor: Actor): Promise<OrderLine[]> {
    return this.transaction.run(async () => {
      const lines = await this.lines.getAllForUpdate(lineIds, actor, 'approval.record');
      if (lines.length < new Set(lineIds).size) throw new NoSuchReference('lineIds', 'line');
      await this.approvals.decide(lines, decisionOf(gateKey, body), actor);
      return lines;
    });
  }

  private async step(
    order: Order,
    lines: readonly OrderLine[],
    { status, override, revision }: LineStatusDto,
    actor: Actor,
  ): Promise<void> {
    const moved = lines.map((line) => ({ line, before: { ...line } }));
    for (const { line } of moved) stand(line, lineLifecycle.step(line.status, status));
    if (status === 'completed') await this.orderGate.ends('completion', order, lines, override, actor);
    const steps = moved.map(({ line, before }) => ({ line, from: before.status }));
    const revised = await this.revisions.reviseSteps(order, steps, revision, actor);
    for (const { line } of moved) await this.lines.save(line);
    await this.ordersService.rollUp(order, revised.size > 0);
    await this.outbox.record(
      ...moved.map(({ line, before }) => {
        const changes = changesBetween(before, line, ['status']);
        const back = revised.get(line.id);
        return back
          ? new LineRevised(subject(line), actor, { ...changes, ...back })
          : new LineStatusChanged(subject(line), actor, changes);
      }),
    );
  }
}

function refusalOf(line: OrderLine, status: OrderStatus): RefusedLine | null {
  try {
    lineLifecycle.step(line.status, status);
    return null;
  } catch (error) {
    if (!(error instanceof IllegalTransition)) throw error;
    return { orderLineId: line.id, label: lineLabel(line, line.style.styleNumber), reason: error.detail };
  }
}

const subject = (line: OrderLine) => ({
  id: line.id,
  rowVersion: line.rowVersion,
  orderId: line.orderId,
  orderLineId: line.id,
});
