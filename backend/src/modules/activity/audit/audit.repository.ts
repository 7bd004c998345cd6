import { Inject, Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { CONFIG, type Config } from '../../../platform/config/config';
import { hydrationOf } from '../../../platform/database/hydration';
import { inBatches } from '../../../platform/database/snapshot';
import { Transaction } from '../../../platform/database/transaction';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { applyFilters, type ListDefinition, type ListQuery } from '../../../platform/listing/list-definition';
import { applyOrdering, paginate, type Page } from '../../../platform/listing/page';
import { activityList, rowsOf, within, type ActivityRow } from '../activity.repository';

const { orderId, actorId, name, kind, recordedLate, occurredFrom, occurredTo } = activityList.filters;

export const auditList: ListDefinition = {
  ...activityList,
  filters: {
    ...({ orderId, actorId, name, kind, recordedLate, occurredFrom, occurredTo } as ListDefinition['filters']),
    subjectId: { kind: 'id', column: 'event.subjectId', description: 'What it happened to; may be repeated.' },
    requestId: {
      kind: 'custom',
      where: 'event.requestId IN (:values)',
      description: 'All that one request did, as `X-Request-Id` named it; may be repeated.',
    },
  },
  // What was typed too: the words of reasons, names and numbers stand in the data.
  search: ['event.name', 'actor.fullName', 'order.orderNumber', 'CAST(event.data AS text)'],
};

/** One batch of a download. */
const ROWS_AT_ONCE = 500;

/** All that ever happened in the house, of orders and of what is no order's; whose it is does not matter here. */
@Injectable()
export class AuditRepository {
  constructor(
    private readonly transaction: Transaction,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(asked: ListQuery): Promise<Page<ActivityRow>> {
    const [query, left] = this.between(asked);
    return paginate(query, auditList, left) as Promise<Page<ActivityRow>>;
  }

  /** All that fits, a batch at a time. In a transaction. */
  async *all(asked: ListQuery): AsyncGenerator<ActivityRow[]> {
    const [query, left] = this.between(asked);
    applyOrdering(applyFilters(query, auditList, left), auditList, left);
    const hydrate = hydrationOf(query);
    const [sql, parameters] = query.getQueryAndParameters();
    for await (const rows of inBatches<Record<string, unknown>>(this.transaction, [sql, parameters], ROWS_AT_ONCE))
      yield hydrate(rows) as ActivityRow[];
  }

  private between(asked: ListQuery): [SelectQueryBuilder<DomainEventRow>, ListQuery] {
    const query = rowsOf(this.transaction.manager).where('TRUE');
    return [query, within(query, asked, this.config.TZ_HOUSE)];
  }
}
