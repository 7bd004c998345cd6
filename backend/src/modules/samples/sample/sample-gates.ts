import { Injectable } from '@nestjs/common';
import type { Day } from '../../../platform/values/day';
import type { Actor } from '../../auth/access/actor';
import { ApprovalsService, type ApprovalDecision } from '../../orders/approvals/approvals.service';
import type { OrderLine } from '../../orders/line/line.entity';
import { LinesRepository } from '../../orders/line/lines.repository';
import type { ApprovalStatus } from '../../orders/vocabulary';
import { GATE_OF } from '../vocabulary';
import type { Sample } from './sample.entity';

/** What happened to a sample, as the gate of its line hears it. */
export interface GateNews {
  sample: Sample;
  status: ApprovalStatus;
  occurredOn: Day;
  notes?: string | null;
  /** What must still come true for an approval to hold: the gate keeps it as an open check. */
  condition?: string | null;
}

/** The gate of a line follows its samples; a line in the trash has none that anybody looks at. */
@Injectable()
export class SampleGates {
  constructor(
    private readonly lines: LinesRepository,
    private readonly approvals: ApprovalsService,
  ) {}

  /** Inside the caller's transaction, with the samples locked. Each line and each order is written once. */
  async tell(news: readonly GateNews[], actor: Actor): Promise<void> {
    const lines = new Map<string, OrderLine>();
    const ofOrders = new Map<string, (ApprovalDecision & { line: OrderLine })[]>();
    for (const { sample, status, occurredOn, notes = null, condition = null } of news) {
      const approvalType = GATE_OF[sample.type];
      if (!approvalType || !sample.orderLine) continue;
      const { id } = sample.orderLine;
      const line = lines.get(id) ?? (await this.lines.getForUpdate(id, actor, 'sample.write'));
      lines.set(id, line);
      const decisions = ofOrders.get(sample.orderId) ?? [];
      ofOrders.set(sample.orderId, [...decisions, { line, approvalType, status, notes, condition, occurredOn }]);
    }
    for (const decisions of ofOrders.values()) {
      const order = decisions[0]?.line.order;
      if (order) await this.approvals.recordAll(order, decisions, actor);
    }
  }

  /** That these went, on the day given, was a mistake: their gates stand as if it had not been told. As `tell` is called. */
  async takeBack(sent: readonly { sample: Sample; on: Day | null }[], actor: Actor): Promise<void> {
    for (const { sample, on } of sent) {
      const approvalType = GATE_OF[sample.type];
      if (!approvalType || !sample.orderLine) continue;
      const line = await this.lines.getForUpdate(sample.orderLine.id, actor, 'sample.write');
      await this.approvals.takeSendingBack(line, approvalType, on, actor);
    }
  }
}
