import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../platform/events/domain-event.entity';
import { Restores, Undoes, UndoesBeginning, valuesBefore } from '../../platform/events/undoing';
import type { Actor } from '../auth/access/actor';
import { OrderLine } from './line/line.entity';
import type { UpdateLineDto } from './line/lines.dto';
import { LinesService } from './line/lines.service';
import { SplitsService } from './line/splits.service';
import { AssignmentsService } from './order/assignments.service';
import { OrderStatusService } from './order/order-status.service';
import { Order } from './order/order.entity';
import type { UpdateOrderDto } from './order/given-order.dto';
import { OrdersService } from './order/orders.service';
import { NothingBefore } from './orders.errors';
import type { GivenRevisionDto } from './revision/given-revision.dto';
import { OrderStyle } from './style/style.entity';
import type { UpdateStyleDto } from './style/styles.dto';
import { StylesService } from './style/styles.service';
import type { GateKey, GateStatus, OrderStatus, OrderType, Stage } from './vocabulary';

/** What can be taken back of orders, styles, lines and their gates: by the same services, so under the same rules. */
@Injectable()
export class OrdersUndo {
  constructor(
    private readonly orders: OrdersService,
    private readonly styles: StylesService,
    private readonly lines: LinesService,
    private readonly splits: SplitsService,
    private readonly assignments: AssignmentsService,
    private readonly status: OrderStatusService,
  ) {}

  @Undoes('order.updated')
  undoOrderUpdate(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.orders.update(event.subjectId, valuesBefore<UpdateOrderDto>(event), actor);
  }

  /** Back to the stage it had; where that was Delivered, on the day it was delivered. */
  @Undoes('order.stage_changed')
  undoStage(event: DomainEventRow, actor: Actor): Promise<unknown> {
    const { currentStage, actualDeliveryDate } = valuesBefore<{ currentStage: Stage; actualDeliveryDate?: string }>(
      event,
    );
    return currentStage === 'Delivered'
      ? this.orders.deliver(event.subjectId, actualDeliveryDate ? { deliveredOn: actualDeliveryDate } : {}, actor)
      : this.orders.moveToStage(event.subjectId, currentStage, actor);
  }

  @Undoes('order.delivered')
  undoDelivery(event: DomainEventRow, actor: Actor): Promise<unknown> {
    const before = valuesBefore<{ currentStage: Stage; status?: OrderStatus }>(event);
    return this.orders.moveToStage(event.subjectId, before.currentStage, actor, undefined, before.status);
  }

  @Undoes('order.status_changed')
  undoOrderStatus(event: DomainEventRow, actor: Actor): Promise<unknown> {
    const { status } = valuesBefore<{ status: OrderStatus }>(event);
    return this.status.takeBack(event.subjectId, status, event.recordedAt, actor);
  }

  @Undoes('order.assigned')
  undoAssignment(event: DomainEventRow, actor: Actor): Promise<unknown> {
    const { merchandiserId } = valuesBefore<{ merchandiserId: string | null }>(event);
    if (!merchandiserId) throw new NothingBefore('Nobody had this order before: hand it to somebody else instead.');
    return this.assignments.assign(event.subjectId, merchandiserId, actor);
  }

  /** To the trash, with what came with it: the lines, and of an import its plan and its approvals. */
  @UndoesBeginning('order.created')
  undoOrderCreation(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.orders.delete(event.subjectId, actor);
  }

  /** What was agreed changes by a revision only: so does the way back. A step back is taken forward again. */
  @Undoes('order.revised')
  undoOrderRevision(event: DomainEventRow, actor: Actor): Promise<unknown> {
    const { status, ...before } = valuesBefore<UpdateOrderDto & { status?: OrderStatus }>(event);
    if (status) return this.status.takeBack(event.subjectId, status, event.recordedAt, actor);
    return this.orders.update(event.subjectId, { ...before, revision: backFrom(event, actor) }, actor);
  }

  @Undoes('order.restored')
  undoOrderRestoring(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.orders.delete(event.subjectId, actor);
  }

  @Restores('order', Order)
  restoreOrder(id: string, actor: Actor): Promise<unknown> {
    return this.orders.restore(id, actor);
  }

  @Undoes('style.updated')
  undoStyleUpdate(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.styles.update(event.subjectId, valuesBefore<UpdateStyleDto>(event), actor);
  }

  @Undoes('style.added', 'style.restored')
  undoStyleAdding(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.styles.delete(event.subjectId, actor);
  }

  @Restores('style', OrderStyle)
  restoreStyle(id: string, actor: Actor): Promise<unknown> {
    return this.styles.restore(id, actor);
  }

  @Undoes('line.updated')
  undoLineUpdate(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.lines.update(event.subjectId, valuesBefore<UpdateLineDto>(event), actor);
  }

  @Undoes('line.revised')
  undoLineRevision(event: DomainEventRow, actor: Actor): Promise<unknown> {
    const { status, ...before } = valuesBefore<UpdateLineDto & { status?: OrderStatus }>(event);
    if (status) return this.lines.takeBackStatus(event.subjectId, status, event.recordedAt, actor);
    return this.lines.update(event.subjectId, { ...before, revision: backFrom(event, actor) }, actor);
  }

  @Undoes('line.status_changed', 'line.short_closed')
  undoLineStatus(event: DomainEventRow, actor: Actor): Promise<unknown> {
    const { status } = valuesBefore<{ status: OrderStatus }>(event);
    return this.lines.takeBackStatus(event.subjectId, status, event.recordedAt, actor);
  }

  /** A part that was split off goes without a revision: its quantity returns to the line, which is one. */
  @Undoes('line.added', 'line.restored')
  undoLineAdding(event: DomainEventRow, actor: Actor): Promise<unknown> {
    if (event.data['splitFrom']) return this.splits.discardPart(event.subjectId, actor);
    return this.lines.delete(event.subjectId, actor);
  }

  /** The line has all of its quantity again; its part goes by the event that tells of it. */
  @Undoes('line.split')
  undoSplit(event: DomainEventRow, actor: Actor): Promise<unknown> {
    const revision = 'number' in event.data ? { revision: backFrom(event, actor) } : {};
    return this.lines.update(event.subjectId, { ...valuesBefore<UpdateLineDto>(event), ...revision }, actor);
  }

  @Restores('line', OrderLine)
  restoreLine(id: string, actor: Actor): Promise<unknown> {
    return this.lines.restore(id, actor);
  }

  /** Its gates come back with the fabric, whose change is undone with it. */
  @Undoes('line.gates_relaid')
  undoRelaying(): Promise<void> {
    return Promise.resolve();
  }

  /** The gate stands as before by an entry of its own: what was recorded stays recorded. */
  @Undoes('approval.recorded')
  undoApproval(event: DomainEventRow, actor: Actor): Promise<unknown> {
    const { after } = event.data as { after: Record<GateKey, GateStatus | null> };
    const [[gateKey, status] = ['']] = Object.entries(after);
    const mistake = { gateKey: gateKey as GateKey, status: status ?? 'cleared', occurredAt: event.occurredAt } as const;
    return this.lines.takeBackApproval(event.subjectId, mistake, actor);
  }

  @Undoes('order.converted')
  undoConversion(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.orders.convert(event.subjectId, valuesBefore<{ orderType: OrderType }>(event).orderType, actor);
  }
}

/** The revision by which one that was a mistake is taken back: nobody agreed to that one. */
const backFrom = ({ data }: DomainEventRow, actor: Actor): GivenRevisionDto => ({
  reason: `Revision ${String(data['number'])} was a mistake.`,
  agreedBy: actor.fullName,
});
