import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { VersionedRepository } from '../../../platform/database/versioned.repository';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import { visibleTo } from '../../orders/order-scope';
import { STEP_HOLDERS } from '../calendar/calendar.vocabulary';
import { LinePlan } from '../plan/line-plan.entity';
import { linePlanList } from '../plan/line-plans.repository';

/** Still to leave: with a forecast against an ETD, and neither completed nor archived. Each arm is looked up only where it was asked for. */
const STANDING = `(
  'open' IN (:values) AND plan.slackDays IS NOT NULL AND line.status NOT IN ('completed', 'archived')
  OR 'closed' IN (:values) AND (plan.slackDays IS NULL OR line.status IN ('completed', 'archived')))`;
const ETD = 'COALESCE(line.etd, order.etd)';

export const planGridList: ListDefinition = {
  ...linePlanList,
  filters: {
    ...linePlanList.filters,
    standing: {
      kind: 'custom',
      values: ['open', 'closed'],
      where: STANDING,
      description: '`open`: still to leave, with a forecast against its ETD; `closed`: all others.',
    },
    holder: {
      kind: 'custom',
      values: STEP_HOLDERS,
      where: `plan.chain -> 0 ->> 'holder' IN (:values)`,
      description: 'Who holds the first step of the chain that decides when the line leaves.',
    },
    etdFrom: { kind: 'custom', format: 'date', where: `${ETD} >= ALL(ARRAY[:values]::date[])` },
    etdTo: { kind: 'custom', format: 'date', where: `${ETD} <= ALL(ARRAY[:values]::date[])` },
  },
};

/** Lines that have a plan, whether they are still to leave or not. */
@Injectable()
export class PlanGridRepository extends VersionedRepository<LinePlan> {
  constructor(transaction: Transaction) {
    super(transaction, LinePlan);
  }

  list(asked: ListQuery, actor: Actor): Promise<Page<LinePlan>> {
    const query = this.rows
      .createQueryBuilder('plan')
      .innerJoinAndSelect('plan.order', 'order')
      .leftJoinAndSelect('order.merchandiser', 'merchandiser')
      .innerJoinAndSelect('plan.orderLine', 'line')
      .innerJoinAndSelect('line.style', 'style');
    return paginate(visibleTo(query, actor, 'milestone.read'), planGridList, asked);
  }
}
