import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import { CURRENCY, type ListDefinition, type ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import type { Capability } from '../../auth/access/capabilities';
import { trashedOf, visibleTo } from '../../orders/order-scope';
import { PAYMENT_METHODS } from '../receivable/terms';
import { Payment } from './payment.entity';

/** By the names of the order, or by the bank's number and the payer; each arm has its trigram index. */
const FOUND = `payment.id IN (
  SELECT p.id FROM orders o JOIN payments p ON p.order_id = o.id
    WHERE o.search_text ILIKE :word AND (o.order_number ILIKE :word OR o.customer_name ILIKE :word)
  UNION ALL SELECT p.id FROM payments p WHERE coalesce(p.reference, '') || ' ' || coalesce(p.payer, '') ILIKE :word)`;

export const paymentList: ListDefinition = {
  alias: 'payment',
  filters: {
    orderId: { kind: 'id', column: 'payment.orderId' },
    method: { kind: 'choice', column: 'payment.method', values: PAYMENT_METHODS },
    currency: {
      kind: 'custom',
      where: 'payment.currency IN (:values)',
      known: CURRENCY,
      description: 'In this currency: `USD`.',
    },
    receivedFrom: { kind: 'dayFrom', column: 'payment.receivedOn' },
    receivedTo: { kind: 'dayTo', column: 'payment.receivedOn' },
    unmatched: {
      kind: 'custom',
      values: ['true', 'false'],
      where: '(payment.matched < payment.amount + payment.charges)::text IN (:values)',
      description: 'true: a part of it goes to no invoice yet: an advance, or more than was asked.',
    },
  },
  search: [FOUND],
  ordering: { receivedOn: 'payment.receivedOn', amount: 'payment.amount', createdAt: 'payment.createdAt' },
  defaultOrdering: '-receivedOn',
};

@Injectable()
export class PaymentsRepository extends VersionedRepository<Payment> {
  constructor(transaction: Transaction) {
    super(transaction, Payment);
  }

  list(asked: ListQuery, actor: Actor): Promise<Page<Payment>> {
    return paginate(this.visible(actor, 'payment.read'), paymentList, asked);
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<Payment> {
    const payment = await this.visible(actor, 'payment.read').andWhere('payment.id = :id', { id }).getOne();
    if (!payment) throw new ResourceNotFound('payment');
    return payment;
  }

  /** Locks its order, then the row. @throws ResourceNotFound 404, StaleVersion 412 */
  async getForUpdate(id: string, actor: Actor, expected?: number): Promise<Payment> {
    const payment = await this.visible(actor, 'payment.write')
      .andWhere('payment.id = :id', { id })
      .setLock('pessimistic_write', undefined, ['"order"', 'payment'])
      .getOne();
    if (!payment) throw new ResourceNotFound('payment');
    expectVersion(payment, expected);
    return payment;
  }

  /** From the trash, its order not; locked after it. @throws ResourceNotFound 404 */
  getTrashed(id: string, actor: Actor): Promise<Payment> {
    return trashedOf(this.visible(actor, 'payment.write'), id, 'payment');
  }

  private visible(actor: Actor, capability: Capability) {
    const query = this.rows
      .createQueryBuilder('payment')
      .innerJoin('payment.order', 'order')
      .addSelect(['order.id', 'order.orderNumber', 'order.customerName'])
      .leftJoin('payment.createdBy', 'creator')
      .addSelect(['creator.id', 'creator.fullName']);
    return visibleTo(query, actor, capability);
  }
}
