import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import type { Capability } from '../../auth/access/capabilities';
import { keptTotal } from '../../orders/kept-totals';
import { trashedOf, visibleTo } from '../../orders/order-scope';
import { Sample } from './sample.entity';
import { SAMPLE_STATUSES, SAMPLE_TYPES, type SampleType } from '../vocabulary';

/** By the words of the order or of the parcel; each arm has its trigram index (an OR over both tables would have none). */
const FOUND = `sample.id IN (
  SELECT s.id FROM orders o JOIN samples s ON s.order_id = o.id
    WHERE o.search_text ILIKE :word AND (o.order_number ILIKE :word OR o.customer_name ILIKE :word)
  UNION ALL SELECT s.id FROM samples s
    WHERE coalesce(s.recipient, '') || ' ' || coalesce(s.awb_number, '') || ' ' || coalesce(s.courier_name, '') ILIKE :word)`;

export const sampleList: ListDefinition = {
  alias: 'sample',
  filters: {
    orderId: { kind: 'id', column: 'sample.orderId' },
    orderLineId: { kind: 'id', column: 'sample.orderLineId' },
    type: { kind: 'choice', column: 'sample.type', values: SAMPLE_TYPES },
    status: { kind: 'choice', column: 'sample.status', values: SAMPLE_STATUSES },
    submissionDateFrom: { kind: 'dayFrom', column: 'sample.submissionDate' },
    submissionDateTo: { kind: 'dayTo', column: 'sample.submissionDate' },
    receivedOnFrom: { kind: 'dayFrom', column: 'sample.receivedOn' },
    receivedOnTo: { kind: 'dayTo', column: 'sample.receivedOn' },
    recipient: { kind: 'contains', column: 'sample.recipient' },
    awbNumber: { kind: 'contains', column: 'sample.awbNumber' },
    parcelId: { kind: 'id', column: 'sample.parcelId' },
    millName: {
      kind: 'custom',
      where: `lower(coalesce(line.millName, order.millName)) IN (SELECT lower(unnest(ARRAY[:values]::text[])))`,
      description: 'Of the line, else of the order; the whole name, in whatever case. May be given more than once.',
    },
    colorName: {
      kind: 'custom',
      where: `lower(coalesce(line.colorName, line.colorCode)) IN (SELECT lower(unnest(ARRAY[:values]::text[])))`,
      description:
        'Of the line; the whole name, in whatever case, or its code where it has none. May be given more than once.',
    },
  },
  search: [FOUND],
  ordering: {
    createdAt: 'sample.createdAt',
    submissionDate: 'sample.submissionDate',
    version: 'sample.version',
    type: 'sample.type',
  },
  defaultOrdering: '-createdAt',
};

@Injectable()
export class SamplesRepository extends VersionedRepository<Sample> {
  constructor(transaction: Transaction) {
    super(transaction, Sample);
  }

  list(asked: ListQuery, actor: Actor): Promise<Page<Sample>> {
    const total = keptTotal(this.transaction.manager, 'samples', actor, 'sample.read');
    return paginate(this.visible(actor, 'sample.read'), sampleList, asked, total);
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<Sample> {
    const sample = await this.visible(actor, 'sample.read').andWhere('sample.id = :id', { id }).getOne();
    if (!sample) throw new ResourceNotFound('sample');
    return sample;
  }

  /** Locks its order, then the sample, in that order as everybody does. @throws ResourceNotFound 404, StaleVersion 412 */
  async getForUpdate(id: string, actor: Actor, capability: Capability, expected?: number): Promise<Sample> {
    const sample = await this.visible(actor, capability)
      .andWhere('sample.id = :id', { id })
      .setLock('pessimistic_write', undefined, ['"order"', 'sample'])
      .getOne();
    if (!sample) throw new ResourceNotFound('sample');
    expectVersion(sample, expected);
    return sample;
  }

  /** Those of these that are theirs, locked: their orders first, always in the same order, so that no two wait for each other. */
  manyForUpdate(where: { id?: string[]; parcelId?: string }, actor: Actor, capability: Capability): Promise<Sample[]> {
    const query = this.visible(actor, capability);
    if (where.id) query.andWhere('sample.id IN (:...ids)', { ids: where.id });
    if (where.parcelId) query.andWhere('sample.parcelId = :parcelId', { parcelId: where.parcelId });
    return query
      .orderBy('order.id')
      .addOrderBy('sample.id')
      .setLock('pessimistic_write', undefined, ['"order"', 'sample'])
      .getMany();
  }

  /** One that the caller has shown to be visible. */
  find(id: string): Promise<Sample | null> {
    return this.rows.findOneBy({ id });
  }

  /** The line of a sample of this order, null where it is of the whole order; undefined when there is no such sample. */
  async lineOf(id: string, orderId: string): Promise<string | null | undefined> {
    return (await this.rows.findOneBy({ id, orderId }))?.orderLineId;
  }

  /** The round after all that were ever counted, those in the trash too. The order must be locked. */
  async nextVersion(roundOfId: string, type: SampleType): Promise<number> {
    const last = await this.rows
      .createQueryBuilder('sample')
      .withDeleted()
      .select('max(sample.version)', 'version')
      .where({ roundOfId, type })
      .getRawOne<{ version: number | null }>();
    return (last?.version ?? 0) + 1;
  }

  /** The last round of a track that the buyer has still to decide on, sent or not; null when there is none. */
  findWaiting(roundOfId: string, type: SampleType): Promise<Sample | null> {
    return this.rows.findOne({
      where: { roundOfId, type, status: In(['pending', 'submitted']) },
      order: { version: 'DESC' },
      loadEagerRelations: false,
    });
  }

  /** From the trash, its order not; locked after it. @throws ResourceNotFound 404 */
  getTrashed(id: string, actor: Actor): Promise<Sample> {
    return trashedOf(this.visible(actor, 'sample.write'), id, 'sample');
  }

  private visible(actor: Actor, capability: Capability) {
    const query = this.rows
      .createQueryBuilder('sample')
      .innerJoinAndSelect('sample.order', 'order')
      .leftJoinAndSelect('sample.orderLine', 'line')
      .leftJoinAndSelect('line.style', 'style')
      .leftJoinAndSelect('sample.decidedBy', 'decider');
    return visibleTo(query, actor, capability);
  }
}
