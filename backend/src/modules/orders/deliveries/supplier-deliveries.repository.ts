import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Day } from '../../../platform/values/day';
import { UNITS } from '../../../platform/values/quantity';
import type { Actor } from '../../auth/access/actor';
import type { Capability } from '../../auth/access/capabilities';
import { trashedOf, visibleTo } from '../order-scope';
import { DELIVERED, SupplierDelivery } from './supplier-delivery.entity';

export const supplierDeliveryList: ListDefinition = {
  alias: 'delivery',
  filters: {
    orderId: { kind: 'id', column: 'delivery.orderId' },
    orderLineId: { kind: 'id', column: 'delivery.orderLineId' },
    styleId: { kind: 'id', column: 'delivery.styleId' },
    kind: { kind: 'choice', column: 'delivery.kind', values: DELIVERED },
    unit: { kind: 'choice', column: 'delivery.unit', values: UNITS },
    deliveryDateFrom: { kind: 'dayFrom', column: 'delivery.deliveryDate' },
    deliveryDateTo: { kind: 'dayTo', column: 'delivery.deliveryDate' },
    challanNumber: { kind: 'contains', column: 'delivery.challanNumber' },
  },
  search: ['order.searchText', 'delivery.challanNumber', 'delivery.notes'],
  ordering: {
    deliveryDate: 'delivery.deliveryDate',
    deliveredQuantity: 'delivery.deliveredQuantity',
    createdAt: 'delivery.createdAt',
  },
  defaultOrdering: '-deliveryDate',
};

/** Yarn of one delivery: for a line, for a style, or for the order as a whole. */
export interface YarnDelivery extends Pick<SupplierDelivery, 'orderLineId' | 'styleId' | 'unit'> {
  day: Day;
  quantity: string;
}

@Injectable()
export class SupplierDeliveriesRepository extends VersionedRepository<SupplierDelivery> {
  constructor(transaction: Transaction) {
    super(transaction, SupplierDelivery);
  }

  list(asked: ListQuery, actor: Actor): Promise<Page<SupplierDelivery>> {
    return paginate(this.visible(actor, 'supplier_delivery.read'), supplierDeliveryList, asked);
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<SupplierDelivery> {
    const query = this.visible(actor, 'supplier_delivery.read').andWhere('delivery.id = :id', { id });
    const delivery = await query.getOne();
    if (!delivery) throw new ResourceNotFound('supplier delivery');
    return delivery;
  }

  /** Locks its order, then the row. @throws ResourceNotFound 404, StaleVersion 412 */
  async getForUpdate(id: string, actor: Actor, expected?: number): Promise<SupplierDelivery> {
    const delivery = await this.visible(actor, 'supplier_delivery.write')
      .andWhere('delivery.id = :id', { id })
      .setLock('pessimistic_write', undefined, ['"order"', 'delivery'])
      .getOne();
    if (!delivery) throw new ResourceNotFound('supplier delivery');
    expectVersion(delivery, expected);
    return delivery;
  }

  /** Yarn that came for orders. */
  async yarnOf(orderIds: readonly string[]): Promise<(YarnDelivery & { orderId: string })[]> {
    const rows = await this.rows.find({
      select: {
        ...{ id: true, orderId: true, orderLineId: true, styleId: true },
        ...{ deliveryDate: true, deliveredQuantity: true, unit: true },
      },
      where: { orderId: In([...orderIds]), kind: 'yarn' },
    });
    return rows.map(({ orderId, orderLineId, styleId, deliveryDate: day, deliveredQuantity: quantity, unit }) => {
      return { orderId, orderLineId, styleId, day, quantity, unit };
    });
  }

  /** From the trash, its order not; locked after it. @throws ResourceNotFound 404 */
  getTrashed(id: string, actor: Actor): Promise<SupplierDelivery> {
    return trashedOf(this.visible(actor, 'supplier_delivery.write'), id, 'supplier delivery');
  }

  private visible(actor: Actor, capability: Capability) {
    const query = this.rows
      .createQueryBuilder('delivery')
      .innerJoin('delivery.order', 'order')
      .addSelect(['order.id', 'order.orderNumber', 'order.customerName', 'order.rowVersion'])
      .leftJoin('delivery.orderLine', 'line')
      .addSelect([
        'line.id',
        'line.unit',
        'line.colorName',
        'line.colorCode',
        'line.cadName',
        'line.cadCode',
        'line.part',
      ])
      .leftJoinAndSelect('delivery.style', 'style')
      .leftJoin('delivery.createdBy', 'person')
      .addSelect(['person.id', 'person.fullName']);
    return visibleTo(query, actor, capability);
  }
}
