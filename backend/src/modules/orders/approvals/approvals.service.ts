import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Outbox } from '../../../platform/events/outbox';
import { today, type Day } from '../../../platform/values/day';
import { momentOn, pastDay } from '../../../platform/values/past-day';
import type { Actor } from '../../auth/access/actor';
import type { OrderLine } from '../line/line.entity';
import { LinesRepository } from '../line/lines.repository';
import type { Order } from '../order/order.entity';
import { OrdersService } from '../order/orders.service';
import { ApprovalRecorded } from '../orders.events';
import type { Approvals, ApprovalStatus, ApprovalType } from '../vocabulary';
import { ApprovalHistoryRepository } from './approval-history.repository';

/** A decision on a gate: what, when it happened if not today, and why. */
export interface ApprovalDecision {
  approvalType: ApprovalType;
  status: ApprovalStatus;
  notes?: string | null;
  occurredOn?: Day;
}

/** The gates of a line: each decision is kept, the line shows the latest, the order its least advanced line. */
@Injectable()
export class ApprovalsService {
  constructor(
    private readonly lines: LinesRepository,
    private readonly orders: OrdersService,
    private readonly history: ApprovalHistoryRepository,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Inside the caller's transaction, with the line locked (LinesRepository.getForUpdate). @throws InvalidInput 400 for a day to come */
  record(line: OrderLine, decision: ApprovalDecision, actor: Actor): Promise<void> {
    return this.recordAll(line.order, [{ line, ...decision }], actor);
  }

  /**
   * Several decisions on lines of one order, in the order given; each line is written once, however many gates move.
   * @throws InvalidInput 400 for a day to come
   */
  async recordAll(
    order: Order,
    decisions: readonly (ApprovalDecision & { line: OrderLine })[],
    actor: Actor,
  ): Promise<void> {
    if (!decisions.length) return;
    const recorded = decisions.map(({ line, ...decision }) => ({ line, ...this.apply(line, decision) }));
    for (const line of new Set(recorded.map(({ line }) => line))) await this.lines.save(line);
    await this.history.append(
      ...recorded.map(({ line, approvalType, status, notes, occurredAt }) => ({
        orderId: line.orderId,
        orderLineId: line.id,
        approvalType,
        status,
        changedById: actor.id,
        notes,
        occurredAt,
      })),
    );
    await this.orders.rollUp(order);
    await this.outbox.record(
      ...recorded.map(
        ({ line, approvalType, status, notes, before, occurredAt }) =>
          new ApprovalRecorded(
            { id: line.id, rowVersion: line.rowVersion, orderId: line.orderId, orderLineId: line.id },
            actor,
            {
              before: { [approvalType]: before },
              after: { [approvalType]: status === 'cleared' ? null : status },
              notes,
            },
            occurredAt,
          ),
      ),
    );
  }

  /** Moves the gate on the line, which is not saved yet. */
  private apply(line: OrderLine, { approvalType, status, notes = null, ...decision }: ApprovalDecision) {
    const day = today(this.config.TZ_HOUSE);
    const occurredOn = pastDay('occurredOn', decision.occurredOn, day);
    const occurredAt = momentOn(occurredOn, day);
    const before = line.approvalStatus[approvalType] ?? null;
    line.approvalStatus = withGate(line.approvalStatus, approvalType, status);
    if (status === 'approved') line.approvalDate ??= occurredOn;
    return { approvalType, status, notes, before, occurredAt };
  }
}

function withGate(approvals: Approvals, type: ApprovalType, status: ApprovalStatus): Approvals {
  const { [type]: _cleared, ...others } = approvals;
  return status === 'cleared' ? others : { ...others, [type]: status };
}
