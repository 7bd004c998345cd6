import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Outbox } from '../../../platform/events/outbox';
import { today, type Day } from '../../../platform/values/day';
import { momentOn, pastDay } from '../../../platform/values/past-day';
import type { Actor } from '../../auth/access/actor';
import type { OrderLine } from '../line/line.entity';
import { LinesRepository } from '../line/lines.repository';
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
  async record(line: OrderLine, decision: ApprovalDecision, actor: Actor): Promise<void> {
    const { approvalType, status, notes = null } = decision;
    const day = today(this.config.TZ_HOUSE);
    const occurredOn = pastDay('occurredOn', decision.occurredOn, day);
    const occurredAt = momentOn(occurredOn, day);
    const before = line.approvalStatus[approvalType] ?? null;

    line.approvalStatus = withGate(line.approvalStatus, approvalType, status);
    if (status === 'approved') line.approvalDate ??= occurredOn;
    await this.lines.save(line);
    await this.history.append({
      orderId: line.orderId,
      orderLineId: line.id,
      approvalType,
      status,
      changedById: actor.id,
      notes,
      occurredAt,
    });
    await this.orders.rollUp(line.order);
    await this.outbox.record(
      new ApprovalRecorded(
        { id: line.id, rowVersion: line.rowVersion, orderId: line.orderId, orderLineId: line.id },
        actor,
        { before: { [approvalType]: before }, after: { [approvalType]: status === 'cleared' ? null : status }, notes },
        occurredAt,
      ),
    );
  }
}

function withGate(approvals: Approvals, type: ApprovalType, status: ApprovalStatus): Approvals {
  const { [type]: _cleared, ...others } = approvals;
  return status === 'cleared' ? others : { ...others, [type]: status };
}
