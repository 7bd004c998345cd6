import { Injectable } from '@nestjs/common';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import type { LineMilestone } from '../milestone.entity';
import { MilestonesRepository } from '../milestones.repository';
import type { PlanGridLine } from './plan-grid.dto';
import { PlanGridRepository } from './plan-grid.repository';

/** Plans of many lines side by side: what is planned, what is forecast, what happened. */
@Injectable()
export class PlanGridService {
  constructor(
    private readonly plans: PlanGridRepository,
    private readonly milestones: MilestonesRepository,
  ) {}

  /** Two statements and the count, however many lines. */
  async list(asked: ListQuery, actor: Actor): Promise<Page<PlanGridLine>> {
    const page = await this.plans.list(asked, actor);
    const ids = page.results.map(({ orderLineId }) => orderLineId);
    const stepsOf = new Map(ids.map((id): [string, LineMilestone[]] => [id, []]));
    if (ids.length) for (const step of await this.milestones.ofLines(ids)) stepsOf.get(step.orderLineId)?.push(step);
    return {
      ...page,
      results: page.results.map((plan) => ({ plan, steps: stepsOf.get(plan.orderLineId) ?? [] })),
    };
  }
}
