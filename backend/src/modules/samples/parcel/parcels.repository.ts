import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import { scopeOf, type Capability } from '../../auth/access/capabilities';
import { Parcel, type ParcelContent } from './parcel.entity';

export const parcelList: ListDefinition = {
  alias: 'parcel',
  filters: {
    state: {
      kind: 'custom',
      values: ['on_its_way', 'received'],
      where: `(CASE WHEN parcel.receivedOn IS NULL THEN 'on_its_way' ELSE 'received' END) IN (:values)`,
    },
    orderId: {
      kind: 'custom',
      format: 'uuid',
      where: `parcel.id IN (SELECT s.parcel_id FROM samples s WHERE s.order_id IN (:values) AND s.deleted_at IS NULL)`,
      description: 'It carries a sample of one of these orders.',
    },
    sentOnFrom: { kind: 'dayFrom', column: 'parcel.sentOn' },
    sentOnTo: { kind: 'dayTo', column: 'parcel.sentOn' },
    courierName: { kind: 'contains', column: 'parcel.courierName' },
    awbNumber: { kind: 'contains', column: 'parcel.awbNumber' },
  },
  search: [
    `(coalesce(parcel.recipient, '') || ' ' || coalesce(parcel.awb_number, '') || ' ' || parcel.courier_name) ILIKE :word`,
  ],
  ordering: { createdAt: 'parcel.createdAt', sentOn: 'parcel.sentOn', courierName: 'parcel.courierName' },
  defaultOrdering: '-createdAt',
};

/** Of a parcel's contents, what this person may see: what lies under their orders. */
export function mayRead(actor: Actor): (content: ParcelContent) => boolean {
  const scope = scopeOf(actor.role, 'sample.read');
  return ({ merchandiserId }) => scope === 'house' || (scope === 'own' && merchandiserId === actor.id);
}

@Injectable()
export class ParcelsRepository extends VersionedRepository<Parcel> {
  constructor(transaction: Transaction) {
    super(transaction, Parcel);
  }

  list(asked: ListQuery, actor: Actor): Promise<Page<Parcel>> {
    return paginate(this.visible(actor, 'sample.read'), parcelList, asked);
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<Parcel> {
    const parcel = await this.visible(actor, 'sample.read').andWhere('parcel.id = :id', { id }).getOne();
    if (!parcel) throw new ResourceNotFound('parcel');
    return parcel;
  }

  /** Locks the parcel; what it carries must be locked before. @throws ResourceNotFound 404, StaleVersion 412 */
  async getForUpdate(id: string, actor: Actor, expected?: number): Promise<Parcel> {
    const parcel = await this.visible(actor, 'sample.write')
      .andWhere('parcel.id = :id', { id })
      .setLock('pessimistic_write', undefined, ['parcel'])
      .getOne();
    if (!parcel) throw new ResourceNotFound('parcel');
    expectVersion(parcel, expected);
    return parcel;
  }

  /** From the trash, locked: to those who see every parcel, and to whoever packed it. @throws ResourceNotFound 404 */
  async getTrashed(id: string, actor: Actor): Promise<Parcel> {
    const query = this.rows
      .createQueryBuilder('parcel')
      .withDeleted()
      .where('parcel.id = :id AND parcel.deletedAt IS NOT NULL', { id })
      .setLock('pessimistic_write', undefined, ['parcel']);
    if (scopeOf(actor.role, 'sample.write') !== 'house')
      query.andWhere('parcel.createdById = :actorId', { actorId: actor.id });
    const parcel = await query.getOne();
    if (!parcel) throw new ResourceNotFound('parcel');
    return parcel;
  }

  /** Parcels that carry a sample of an order that this person may see; those that carry nothing any more are their packer's. */
  private visible(actor: Actor, capability: Capability): SelectQueryBuilder<Parcel> {
    const query = this.rows.createQueryBuilder('parcel').leftJoinAndSelect('parcel.createdBy', 'creator');
    const scope = scopeOf(actor.role, capability);
    if (scope === 'house') return query.where('TRUE');
    if (scope !== 'own') return query.where('FALSE');
    return query.where(
      `(EXISTS (SELECT 1 FROM samples s JOIN orders o ON o.id = s.order_id AND o.deleted_at IS NULL
                WHERE s.parcel_id = parcel.id AND s.deleted_at IS NULL AND o.merchandiser_id = :actorId)
        OR parcel.created_by_id = :actorId AND NOT EXISTS (SELECT 1 FROM samples s WHERE s.parcel_id = parcel.id))`,
      { actorId: actor.id },
    );
  }
}
