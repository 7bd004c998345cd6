import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { OnDomainEvent } from '../../../platform/events/event-delivery';
import { LinesRepository } from '../../orders/line/lines.repository';
import { LineMilestone } from '../milestone.entity';
import { MilestonesRepository } from '../milestones.repository';
import { LINE_SPLIT } from './happenings';
import { LinePlan } from './line-plan.entity';
import { LinePlansRepository } from './line-plans.repository';
import { etdOf } from './plan-forecast';
import { PlanKeeper } from './plan-keeper';

/** Gives a part that was split off a line the plan of that line. Runs in the worker; safe to run twice. */
@Injectable()
export class PlanSplitter {
  constructor(
    private readonly lines: LinesRepository,
    private readonly milestones: MilestonesRepository,
    private readonly plans: LinePlansRepository,
    private readonly keeper: PlanKeeper,
  ) {}

  /** What has happened has happened to both; where the part leaves on another day, its open days are laid back from it. */
  @OnDomainEvent(LINE_SPLIT)
  async lineSplit({ orderId, orderLineId, data }: DomainEventRow): Promise<void> {
    const { id: partId } = data['part'] as { id: string };
    if (!orderId || !orderLineId) return;
    const both = await this.lines.lockOfOrder(orderId, null);
    const [line, part] = [orderLineId, partId].map((id) => both.find((each) => each.id === id));
    const known = await this.milestones.ofLinesWithTakenOut([orderLineId, partId]);
    if (!line || !part || known.some((step) => step.orderLineId === partId)) return;
    const rows = known.map((step) => copied(new LineMilestone(), step, partId));
    const plan = await this.plans.findOf(orderLineId);
    const etd = etdOf(part);
    if (plan && etd && etd !== etdOf(line)) await this.keeper.layBack(part, rows, etd);
    await this.milestones.insert(...rows);
    if (!plan) return;
    const own = copied(new LinePlan(), plan, partId);
    await this.keeper.forecast({ plan: own, line: part, rows });
    await this.plans.insert(own);
  }
}

/** The same row once more, of another line: with a key and a version of its own. */
function copied<Row extends LineMilestone | LinePlan>(copy: Row, row: Row, orderLineId: string): Row {
  const { id: _, createdAt: _made, updatedAt: _moved, rowVersion: _version, ...rest } = row;
  return Object.assign(copy, rest, { orderLineId });
}
