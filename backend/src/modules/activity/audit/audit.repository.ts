import { Inject, Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { CONFIG, type Config } from '../../../platform/config/config';
import { hydrationOf } from '../../../platform/database/hydration';
import { inBatches } from '../../../platform/database/snapshot';
import { Transaction } from '../../../platform/database/transaction';
import { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { applyFilters, type ListDefinition, type ListQuery } from '../../../platform/listing/list-definition';
import { applyOrdering, paginate, type Page } from '../../../platform/listing/page';
import { activityList, rowsOf, within, type ActivityRow } from '../activity.repository';
import { wordsAsked } from './audit.words';

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
  // What was typed too: the words of reasons, names and numbers.
  search: ['event.words'],
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

  /** With words: which entries have them is learnt from the history alone; what their sentences name is read of those shown. */
  async list(asked: ListQuery): Promise<Page<ActivityRow>> {
    const { manager } = this.transaction;
    if (!asked.search.length) return this.page(rowsOf(manager), asked) as Promise<Page<ActivityRow>>;
    const page = await this.page(manager.createQueryBuilder(DomainEventRow, 'event'), asked);
    const ids = page.results.map(({ id }) => id);
    return { ...page, results: await this.byIds(ids) };
  }

  /** All that fits, a batch at a time. In a transaction. */
  async *all(asked: ListQuery): AsyncGenerator<ActivityRow[]> {
    const query = rowsOf(this.transaction.manager);
    const left = await this.narrow(query, asked);
    applyOrdering(applyFilters(query, auditList, left), auditList, left);
    const hydrate = hydrationOf(query);
    const [sql, parameters] = query.getQueryAndParameters();
    for await (const rows of inBatches<Record<string, unknown>>(this.transaction, [sql, parameters], ROWS_AT_ONCE))
      yield hydrate(rows) as ActivityRow[];
  }

  private async page(query: SelectQueryBuilder<DomainEventRow>, asked: ListQuery): Promise<Page<DomainEventRow>> {
    return paginate(query, auditList, await this.narrow(query, asked));
  }

  /** To words, and to days of the house. @returns what is still to be narrowed by */
  private async narrow(query: SelectQueryBuilder<DomainEventRow>, asked: ListQuery): Promise<ListQuery> {
    query.where('TRUE');
    if (asked.search.length) {
      const words = await wordsAsked(this.transaction.manager, asked.search);
      query.andWhere('event.words @@ CAST(:words AS tsquery)', { words: words ?? '' });
    }
    return { ...within(query, asked, this.config.TZ_HOUSE), search: [] };
  }

  /** In the order of the ids. */
  private async byIds(ids: readonly string[]): Promise<ActivityRow[]> {
    if (!ids.length) return [];
    const query = rowsOf(this.transaction.manager).where('event.id IN (:...ids)', { ids });
    const rows = hydrationOf(query)(await query.getRawMany()) as ActivityRow[];
    return rows.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
  }
}
