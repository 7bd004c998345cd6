import { Injectable } from '@nestjs/common';
import { Transaction } from '../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../platform/errors/domain-error';
import type { ListDefinition, ListQuery } from '../../platform/listing/list-definition';
import { paginate, type Page } from '../../platform/listing/page';
import type { Actor } from '../auth/access/actor';
import { scopeOf, type Capability } from '../auth/access/capabilities';
import { trashedOf } from '../orders/order-scope';
import { Shipment } from './shipment.entity';
import { onVisibleOrders } from './shipment-scope';
import { SHIPMENT_STATUSES } from './shipment.lifecycle';

/** By the order's number or the shipment's own words; each arm has its trigram index (an OR over both tables would have none). */
const FOUND = `shipment.id IN (
  SELECT x.shipment_id FROM orders o JOIN shipment_orders x ON x.order_id = o.id
    WHERE o.search_text ILIKE :word AND o.order_number ILIKE :word
  UNION ALL SELECT s.id FROM shipments s WHERE s.awb_number || ' ' || s.carrier_name ILIKE :word)`;

const WITH_ORDERS = 'shipment.id IN (SELECT x.shipment_id FROM shipment_orders x WHERE x.order_id IN (:values))';

export const shipmentList: ListDefinition = {
  alias: 'shipment',
  filters: {
    orderId: { kind: 'custom', where: WITH_ORDERS, format: 'uuid', description: 'Any order that goes with it.' },
    status: { kind: 'choice', column: 'shipment.status', values: SHIPMENT_STATUSES },
    carrierName: { kind: 'contains', column: 'shipment.carrierName' },
    shippingDateFrom: { kind: 'dayFrom', column: 'shipment.shippingDate' },
    shippingDateTo: { kind: 'dayTo', column: 'shipment.shippingDate' },
  },
  search: [FOUND],
  ordering: {
    shippingDate: 'shipment.shippingDate',
    createdAt: 'shipment.createdAt',
    estimatedArrival: 'shipment.estimatedArrival',
    carrierName: 'shipment.carrierName',
  },
  defaultOrdering: '-shippingDate',
};

@Injectable()
export class ShipmentsRepository extends VersionedRepository<Shipment> {
  constructor(transaction: Transaction) {
    super(transaction, Shipment);
  }

  list(asked: ListQuery, actor: Actor): Promise<Page<Shipment>> {
    const seesAll = scopeOf(actor.role, 'shipment.read') === 'house';
    return paginate(this.visible(actor, 'shipment.read'), shipmentList, asked, seesAll ? () => this.countAll() : null);
  }

  /** All of which an order is not in the trash: nearly each, so that the few others are looked for. */
  private async countAll(): Promise<number> {
    const [counted] = await this.transaction.manager.query<{ total: string }[]>(
      `SELECT (SELECT count(*) FROM shipments WHERE deleted_at IS NULL) - (SELECT count(*) FROM shipments s
         WHERE s.deleted_at IS NULL AND s.id IN (
             SELECT x.shipment_id FROM orders o JOIN shipment_orders x ON x.order_id = o.id WHERE o.deleted_at IS NOT NULL)
           AND NOT EXISTS (SELECT 1 FROM shipment_orders x JOIN orders o ON o.id = x.order_id
             WHERE x.shipment_id = s.id AND o.deleted_at IS NULL)) AS total`,
    );
    return Number(counted?.total);
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<Shipment> {
    const shipment = await this.visible(actor, 'shipment.read').andWhere('shipment.id = :id', { id }).getOne();
    if (!shipment) throw new ResourceNotFound('shipment');
    return shipment;
  }

  /** Locks the row until the use case ends. @throws ResourceNotFound 404, StaleVersion 412 */
  async getForUpdate(id: string, actor: Actor, capability: Capability, expected?: number): Promise<Shipment> {
    const shipment = await this.visible(actor, capability)
      .andWhere('shipment.id = :id', { id })
      .setLock('pessimistic_write', undefined, ['shipment'])
      .getOne();
    if (!shipment) throw new ResourceNotFound('shipment');
    expectVersion(shipment, expected);
    return shipment;
  }

  /** For what tells of all its orders. @throws ResourceNotFound 404, GoesWithOthers 403 */
  async getWhole(id: string, actor: Actor): Promise<Shipment> {
    const shipment = await this.get(id, actor);
    shipment.refuseOthers(actor);
    return shipment;
  }

  /** Likewise, locked. @throws ResourceNotFound 404, GoesWithOthers 403, StaleVersion 412 */
  async getWholeForUpdate(id: string, actor: Actor, expected?: number): Promise<Shipment> {
    const shipment = await this.getForUpdate(id, actor, 'shipment.write', expected);
    // What the locking statement read beside the row may be older than the row: it began before it had the lock.
    shipment.orders = (await this.get(id, actor)).orders;
    shipment.refuseOthers(actor);
    return shipment;
  }

  /** From the trash, its order not; locked after it. @throws ResourceNotFound 404 */
  getTrashed(id: string, actor: Actor): Promise<Shipment> {
    const query = this.visible(actor, 'shipment.write').innerJoinAndSelect('shipment.order', 'order');
    return trashedOf(query, id, 'shipment');
  }

  private visible(actor: Actor, capability: Capability) {
    return onVisibleOrders(this.rows.createQueryBuilder('shipment'), actor, capability);
  }
}
