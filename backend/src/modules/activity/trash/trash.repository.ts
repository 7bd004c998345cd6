import { Injectable } from '@nestjs/common';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import { Transaction } from '../../../platform/database/transaction';
import { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { Undoing } from '../../../platform/events/undoing';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import { scopeOf } from '../../auth/access/capabilities';
import { rowsOf, type ActivityRow } from '../activity.repository';
import { heldByBooks } from './books';

/** For so long a thing lies in the trash. */
export const TRASH_DAYS = 30;

export const trashList: ListDefinition = {
  alias: 'event',
  filters: {
    kind: { kind: 'custom', where: 'event.subjectType IN (:values)', description: 'Such as line; may be repeated.' },
    orderId: { kind: 'id', column: 'event.orderId' },
    subjectId: { kind: 'id', column: 'event.subjectId' },
    deletedById: { kind: 'id', column: 'event.actorId' },
  },
  search: ['order.orderNumber', `CAST(event.data -> 'before' AS text)`],
  ordering: { deletedAt: 'event.recordedAt' },
  defaultOrdering: '-deletedAt',
};

/** With itself as `book` where the books hold it. */
export type TrashRow = ActivityRow & { book: { id: string } | null };

/** What was deleted, as its event tells it, and lies in the trash still. */
@Injectable()
export class TrashRepository {
  constructor(
    private readonly transaction: Transaction,
    private readonly undoing: Undoing,
  ) {}

  /** One statement, and one for the count. */
  list(asked: ListQuery, actor: Actor): Promise<Page<TrashRow>> {
    return paginate(this.visible(actor), trashList, asked) as Promise<Page<TrashRow>>;
  }

  find(id: string, actor: Actor): Promise<TrashRow | null> {
    return this.visible(actor).andWhere('event.id = :id', { id }).getOne() as Promise<TrashRow | null>;
  }

  /**
   * Under an order that is in the trash itself only the order is shown: the rest comes back with it. So is what went with
   * something else; it has no event of its own.
   */
  private visible(actor: Actor): SelectQueryBuilder<DomainEventRow> {
    const kinds = this.undoing.trashKinds;
    const { dataSource } = this.transaction.manager;
    const query = rowsOf(this.transaction.manager)
      .where('event.name IN (:...deleted)', { deleted: kinds.map(({ deleted }) => deleted) })
      .andWhere(`event.name ~ '\\.(deleted|removed)$'`) // as the index says it
      .andWhere(`(order.deletedAt IS NULL OR event.subjectType = 'order')`)
      .andWhere(
        `NOT EXISTS (SELECT 1 FROM domain_events l WHERE l.subject_id = event.subjectId AND l.sequence > event.sequence
           AND l.name IN (:...turns))`,
        { turns: kinds.flatMap(({ kind, deleted }) => [deleted, `${kind}.restored`]) },
      )
      .andWhere(
        new Brackets((any) => {
          for (const { kind, entity } of kinds) {
            const { tableName } = dataSource.getMetadata(entity);
            any.orWhere(
              `(event.subjectType = '${kind}' AND EXISTS (SELECT 1 FROM ${tableName} t WHERE t.id = event.subjectId AND t.deleted_at IS NOT NULL))`,
            );
          }
        }),
      );
    const held = kinds.map(
      (of) => `(event.subjectType = '${of.kind}' AND (${heldByBooks(dataSource, of, 'event.subjectId')}))`,
    );
    query.leftJoinAndMapOne(
      'event.book',
      DomainEventRow,
      'book',
      `book.sequence = event.sequence AND (${held.join(' OR ')})`,
    );
    if (scopeOf(actor.role, 'trash.read') === 'house') return query;
    return query.andWhere(
      `(order.merchandiserId = :actorId OR (event.subjectType = 'order' AND order.createdById = :actorId)
        OR (event.orderId IS NULL AND event.actorId = :actorId))`,
      { actorId: actor.id },
    );
  }
}
