import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { DomainEventRow } from '../../../platform/events/domain-event.entity';

/** More at once is no slip of the hand: a whole workbook, say. */
export const MOST_AT_ONCE = 200;

@Injectable()
export class UndoRepository {
  constructor(private readonly transaction: Transaction) {}

  /** Locks the orders of a deed, also those in the trash, as every change does first. */
  async lockOrders(orderIds: readonly string[]): Promise<void> {
    await this.transaction.manager.query(`SELECT id FROM orders WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE`, [
      orderIds,
    ]);
  }

  /**
   * What was recorded in one transaction with an event, latest first; of a stream that it began the beginning alone.
   * @param beginnings names of such events
   */
  deedOf(event: DomainEventRow, beginnings: ReadonlySet<string>): Promise<DomainEventRow[]> {
    return this.rows
      .where('event.actorId = :actorId AND event.requestId = :requestId', {
        actorId: event.actorId,
        requestId: event.requestId,
      })
      .andWhere('event.xmin = (SELECT same.xmin FROM domain_events same WHERE same.id = :id)', { id: event.id })
      .andWhere(
        `NOT EXISTS (SELECT 1 FROM domain_events first WHERE first.stream_id = event.streamId AND first.xmin = event.xmin
           AND first.name = ANY(:beginnings) AND first.id <> event.id)`,
        { beginnings: [...beginnings] },
      )
      .orderBy('event.sequence', 'DESC')
      .limit(MOST_AT_ONCE + 1)
      .getMany();
  }

  /** What took one of these events back. */
  undoingOf(ids: readonly string[]): Promise<DomainEventRow[]> {
    return this.rows.where(`event.data ->> 'undoes' IN (:...ids)`, { ids }).orderBy('event.sequence').getMany();
  }

  /** What happened to the event's subject and under it since the deed of which it is part, oldest first. */
  since(event: DomainEventRow): Promise<DomainEventRow[]> {
    return this.rows
      .where('event.sequence > :sequence AND event.streamId = :streamId', {
        sequence: event.sequence,
        streamId: event.streamId,
      })
      .andWhere('NOT event.xmin = (SELECT same.xmin FROM domain_events same WHERE same.id = :id)', { id: event.id })
      .andWhere(
        `(event.streamId = :subjectId OR event.subjectId = :subjectId OR event.orderLineId = :subjectId
          OR event.orderLineId IN (SELECT l.id FROM order_lines l WHERE l.style_id = :subjectId)
          OR event.data ->> 'sampleId' = CAST(:subjectId AS text))`,
        { subjectId: event.subjectId },
      )
      .orderBy('event.sequence')
      .getMany();
  }

  private get rows() {
    return this.transaction.manager.createQueryBuilder(DomainEventRow, 'event');
  }
}
