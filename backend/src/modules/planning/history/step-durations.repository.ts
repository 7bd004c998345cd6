import { Injectable } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import { Transaction } from '../../../platform/database/transaction';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { FinishedStep } from './counted';
import { STEP } from '../milestone.vocabulary';
import { StepDuration } from './step-duration.entity';

export const stepDurationList: ListDefinition = {
  alias: 'duration',
  filters: {
    step: {
      kind: 'custom',
      where: 'duration.step IN (:values)',
      known: STEP,
      description: 'A key of a step; may be repeated.',
    },
    millName: { kind: 'contains', column: 'duration.millName' },
    wholeHouse: { kind: 'flag', column: '(duration.millName IS NULL)', description: 'true: of all mills together.' },
  },
  search: ['duration.millName'],
  ordering: { step: 'duration.step', samples: 'duration.samples', p50: 'duration.p50' },
  defaultOrdering: 'step',
};

/** The newest that are counted: more than a season, and soon read. */
const MOST_LINES = 2_000;

@Injectable()
export class StepDurationsRepository {
  constructor(private readonly transaction: Transaction) {}

  list(asked: ListQuery): Promise<Page<StepDuration>> {
    return paginate(this.rows.createQueryBuilder('duration').where('TRUE'), stepDurationList, asked);
  }

  all(): Promise<StepDuration[]> {
    return this.rows.find();
  }

  /** Puts what was counted in the place of what was. */
  async replace(durations: readonly StepDuration[]): Promise<void> {
    await this.rows.createQueryBuilder().delete().execute();
    if (durations.length) await this.rows.insert(durations as QueryDeepPartialEntity<StepDuration>[]);
  }

  /** The steps of the finished lines that were planned last, line by line. One statement. */
  finishedSteps(): Promise<FinishedStep[]> {
    return this.transaction.manager.query(
      `WITH finished AS (
         SELECT l.id, coalesce(l.mill_name, o.mill_name) AS mill, coalesce(o.buyer_name, o.customer_name) AS buyer
         FROM line_plans p JOIN order_lines l ON l.id = p.order_line_id JOIN orders o ON o.id = l.order_id
         WHERE l.status IN ('completed', 'archived') AND l.deleted_at IS NULL AND o.deleted_at IS NULL
         ORDER BY p.id DESC LIMIT ${MOST_LINES})
       SELECT m.order_line_id AS "orderLineId", m.milestone, m.label, m.holder, m.days, m.after, m.state,
         m.actual_on::text AS "actualOn", coalesce(m.baseline_on, m.planned_on)::text AS "plannedOn",
         f.mill AS "millName", f.buyer AS "buyerName"
       FROM finished f JOIN line_milestones m ON m.order_line_id = f.id AND m.deleted_at IS NULL
       ORDER BY m.order_line_id, m.position`,
    );
  }

  private get rows() {
    return this.transaction.manager.getRepository(StepDuration);
  }
}
