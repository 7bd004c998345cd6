import { Injectable } from '@nestjs/common';
import { Transaction } from '../database/transaction';
import { DomainEventRow } from './domain-event.entity';

/** One change that somebody made to a row. */
export interface VersionChange {
  version: number | null;
  name: string;
  actorId: string | null;
  occurredAt: string;
  data: Record<string, unknown>;
}

/** What happened to a row since a version of it: the body of a 412. */
@Injectable()
export class VersionHistory {
  constructor(private readonly transaction: Transaction) {}

  async since(subjectId: string, version: number): Promise<VersionChange[]> {
    const rows = await this.transaction.manager
      .createQueryBuilder(DomainEventRow, 'event')
      .where('event.subjectId = :subjectId AND event.subjectVersion > :version', { subjectId, version })
      .orderBy('event.sequence')
      .limit(20)
      .getMany();
    return rows.map((row) => ({
      version: row.subjectVersion,
      name: row.name,
      actorId: row.actorId,
      occurredAt: row.occurredAt.toISOString(),
      data: row.data,
    }));
  }
}
