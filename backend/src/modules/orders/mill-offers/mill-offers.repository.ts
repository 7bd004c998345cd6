import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import type { Capability } from '../../auth/access/capabilities';
import { trashedOf, visibleTo } from '../order-scope';
import { MillOffer } from './mill-offer.entity';

/** More than anybody compares. */
const MOST_COMPARED = 200;

export const millOfferList: ListDefinition = {
  alias: 'offer',
  filters: {
    orderId: { kind: 'id', column: 'offer.orderId' },
    orderLineId: { kind: 'id', column: 'offer.orderLineId' },
    millName: { kind: 'contains', column: 'offer.millName' },
    currency: { kind: 'contains', column: 'offer.currency' },
    chosen: { kind: 'flag', column: 'offer.chosen' },
    validFrom: {
      kind: 'dayFrom',
      column: `coalesce(offer.validUntil, 'infinity')`,
      description: 'Still valid on this day; an offer without a last day always is.',
    },
  },
  search: ['order.searchText', 'offer.millName', 'offer.notes'],
  ordering: {
    createdAt: 'offer.createdAt',
    millName: 'offer.millName',
    price: 'offer.price',
    leadTimeDays: 'offer.leadTimeDays',
    validUntil: 'offer.validUntil',
  },
  defaultOrdering: '-createdAt',
};

@Injectable()
export class MillOffersRepository extends VersionedRepository<MillOffer> {
  constructor(transaction: Transaction) {
    super(transaction, MillOffer);
  }

  list(asked: ListQuery, actor: Actor): Promise<Page<MillOffer>> {
    return paginate(this.visible(actor, 'mill_offer.read'), millOfferList, asked);
  }

  /** The offers of a line, oldest first. */
  ofLine(orderLineId: string, actor: Actor): Promise<MillOffer[]> {
    return this.visible(actor, 'mill_offer.read')
      .andWhere('offer.orderLineId = :orderLineId', { orderLineId })
      .orderBy('offer.id')
      .limit(MOST_COMPARED)
      .getMany();
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<MillOffer> {
    const offer = await this.visible(actor, 'mill_offer.read').andWhere('offer.id = :id', { id }).getOne();
    if (!offer) throw new ResourceNotFound('mill offer');
    return offer;
  }

  /** Locks its order, its line, then the offer. @throws ResourceNotFound 404, StaleVersion 412 */
  async getForUpdate(id: string, actor: Actor, capability: Capability, expected?: number): Promise<MillOffer> {
    const offer = await this.visible(actor, capability)
      .andWhere('offer.id = :id', { id })
      .setLock('pessimistic_write', undefined, ['"order"', 'line', 'offer'])
      .getOne();
    if (!offer) throw new ResourceNotFound('mill offer');
    expectVersion(offer, expected);
    return offer;
  }

  /** From the trash, its order and line not; locked after it. @throws ResourceNotFound 404 */
  getTrashed(id: string, actor: Actor): Promise<MillOffer> {
    return trashedOf(this.visible(actor, 'mill_offer.write'), id, 'mill offer');
  }

  /** The chosen one of a line, whose order is locked; null when none is. */
  findChosen(orderLineId: string): Promise<MillOffer | null> {
    return this.rows.findOneBy({ orderLineId, chosen: true });
  }

  private visible(actor: Actor, capability: Capability) {
    const query = this.rows
      .createQueryBuilder('offer')
      .innerJoin('offer.orderLine', 'line')
      .addSelect([
        ...['line.id', 'line.orderId', 'line.styleId', 'line.unit', 'line.currency', 'line.provaPrice'],
        ...['line.colorName', 'line.colorCode', 'line.cadName', 'line.cadCode', 'line.part'],
      ])
      .innerJoin('line.order', 'order')
      .addSelect(['order.id', 'order.orderNumber', 'order.customerName'])
      .innerJoinAndSelect('line.style', 'style')
      .leftJoin('offer.createdBy', 'person')
      .addSelect(['person.id', 'person.fullName']);
    return visibleTo(query, actor, capability);
  }
}
