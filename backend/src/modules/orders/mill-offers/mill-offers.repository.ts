import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import { CURRENCY, type ListDefinition, type ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import { scopeOf, type Capability } from '../../auth/access/capabilities';
import { OrderLine } from '../line/line.entity';
import { trashedOf, visibleTo } from '../order-scope';
import { MillOffer } from './mill-offer.entity';
import { JUDGED_LINES } from './mill-record';

/** More than anybody compares. */
const MOST_COMPARED = 200;

export const millOfferList: ListDefinition = {
  alias: 'offer',
  filters: {
    orderId: { kind: 'id', column: 'offer.orderId' },
    orderLineId: { kind: 'id', column: 'offer.orderLineId' },
    millName: { kind: 'contains', column: 'offer.millName' },
    currency: { kind: 'custom', where: 'offer.currency IN (:values)', known: CURRENCY },
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

  /**
   * The last lines of these mills that are done, with what came of them: of each at most `JUDGED_LINES`, of orders that the
   * actor may see. None is asked for where no mill is named.
   */
  madeBy(millNames: readonly string[], actor: Actor): Promise<OrderLine[]> {
    if (!millNames.length) return Promise.resolve([]);
    const mine = scopeOf(actor.role, 'supplier_delivery.read') === 'house' ? null : actor.id;
    const lines = this.transaction.manager.createQueryBuilder(OrderLine, 'line');
    return visibleTo(lines.innerJoin('line.order', 'order'), actor, 'supplier_delivery.read')
      .innerJoinAndSelect('line.style', 'style')
      .andWhere(
        `line.id IN (SELECT last.id FROM unnest(CAST(:mills AS text[])) mill CROSS JOIN LATERAL (
           SELECT l.id FROM order_lines l JOIN orders o ON o.id = l.order_id AND o.deleted_at IS NULL
            WHERE lower(l.mill_name) = mill AND l.deleted_at IS NULL AND l.status IN ('completed', 'archived')
              AND (CAST(:mine AS uuid) IS NULL OR o.merchandiser_id = :mine)
            ORDER BY l.etd DESC LIMIT ${JUDGED_LINES}) last)`,
        { mills: [...new Set(millNames.map((name) => name.toLowerCase()))], mine },
      )
      .getMany();
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
