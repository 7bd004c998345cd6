import { Injectable } from '@nestjs/common';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import { newId } from '../database/base.entity';
import { Transaction } from '../database/transaction';
import { Jobs } from '../jobs/jobs';
import { Deed } from './deed';
import type { DomainEvent } from './domain-event';
import { DomainEventRow } from './domain-event.entity';

export const DOMAIN_EVENTS_QUEUE = 'domain-events';

/** Writes down what happened, in the transaction of the change itself: the row, and the job that will tell others. */
@Injectable()
export class Outbox {
  constructor(
    private readonly transaction: Transaction,
    private readonly jobs: Jobs,
    private readonly deed: Deed,
  ) {}

  /** One INSERT for the events, and one for the job of a stream that this transaction tells of first. @throws Error outside a transaction */
  async record(...events: DomainEvent[]): Promise<void> {
    if (!this.transaction.isActive)
      throw new Error('An event is recorded in the transaction of the change it tells of.');
    if (!events.length) return;
    const { requestId, undoes, from } = this.deed;
    const rows = events.map((event) => ({
      id: newId(),
      sequence: '0', // both are the database's to fill in
      hash: '',
      streamId: event.subject.orderId ?? event.subject.id,
      name: event.name,
      subjectType: event.subjectType,
      subjectId: event.subject.id,
      subjectVersion: event.subject.rowVersion ?? null,
      orderId: event.subject.orderId ?? null,
      orderLineId: event.subject.orderLineId ?? null,
      actorId: event.actor?.id ?? null,
      data: {
        ...event.data,
        ...(undoes ? { undoes } : {}),
        ...(event.tellsFrom ? { from } : {}),
      } as QueryDeepPartialEntity<DomainEventRow>['data'],
      occurredAt: event.occurredAt,
      requestId,
    }));
    await this.transaction.manager
      .createQueryBuilder()
      .insert()
      .into(DomainEventRow)
      .values(rows)
      .updateEntity(false)
      .execute();
    this.deed.add(rows);
    for (const streamId of this.untold(rows.map((row) => row.streamId)))
      await this.jobs.send(DOMAIN_EVENTS_QUEUE, { streamId });
  }

  private untold(streamIds: readonly string[]): string[] {
    const runner = this.transaction.manager.queryRunner as { data: { toldStreams?: Set<string> } };
    const told = (runner.data.toldStreams ??= new Set());
    return [...new Set(streamIds)].filter((streamId) => !told.has(streamId) && told.add(streamId));
  }
}
