import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import type { ListDefinition, ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import type { Capability } from '../../auth/access/capabilities';
import { trashedOf, visibleTo } from '../../orders/order-scope';
import { ProformaInvoice } from './proforma-invoice.entity';
import { PROFORMA_INVOICE_STATUSES } from './proforma-invoice.lifecycle';

/** By the names of the order or the PI's number; each arm has its trigram index (an OR over both tables would have none). */
const FOUND = `invoice.id IN (
  SELECT p.id FROM orders o JOIN proforma_invoices p ON p.order_id = o.id
    WHERE o.search_text ILIKE :word AND (o.order_number ILIKE :word OR o.customer_name ILIKE :word)
  UNION ALL SELECT p.id FROM proforma_invoices p WHERE p.pi_number ILIKE :word)`;

export const proformaInvoiceList: ListDefinition = {
  alias: 'invoice',
  filters: {
    orderId: { kind: 'id', column: 'invoice.orderId' },
    status: { kind: 'choice', column: 'invoice.status', values: PROFORMA_INVOICE_STATUSES },
    currency: { kind: 'custom', where: 'invoice.currency IN (:values)', description: 'May be given more than once.' },
    issueDateFrom: { kind: 'dayFrom', column: 'invoice.issueDate' },
    issueDateTo: { kind: 'dayTo', column: 'invoice.issueDate' },
  },
  search: [FOUND],
  ordering: {
    createdAt: 'invoice.createdAt',
    issueDate: 'invoice.issueDate',
    amount: 'invoice.amount',
    piNumber: 'invoice.piNumber',
  },
  defaultOrdering: '-createdAt',
};

@Injectable()
export class ProformaInvoicesRepository extends VersionedRepository<ProformaInvoice> {
  constructor(transaction: Transaction) {
    super(transaction, ProformaInvoice);
  }

  list(asked: ListQuery, actor: Actor): Promise<Page<ProformaInvoice>> {
    return paginate(this.visible(actor, 'proforma_invoice.read'), proformaInvoiceList, asked);
  }

  /** With its people. @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<ProformaInvoice> {
    const invoice = await this.visible(actor, 'proforma_invoice.read').andWhere('invoice.id = :id', { id }).getOne();
    if (!invoice) throw new ResourceNotFound('proforma invoice');
    return invoice;
  }

  /** Locks its order, then the PI. @throws ResourceNotFound 404, StaleVersion 412 */
  async getForUpdate(id: string, actor: Actor, capability: Capability, expected?: number): Promise<ProformaInvoice> {
    const invoice = await this.visible(actor, capability)
      .andWhere('invoice.id = :id', { id })
      .setLock('pessimistic_write', undefined, ['"order"', 'invoice'])
      .getOne();
    if (!invoice) throw new ResourceNotFound('proforma invoice');
    expectVersion(invoice, expected);
    return invoice;
  }

  /** A PI of this order, whose row the caller has locked; null when there is none. */
  findOfOrder(id: string, orderId: string): Promise<ProformaInvoice | null> {
    return this.rows.findOneBy({ id, orderId });
  }

  /** The version of the order's next PI; trashed ones count. Only under the lock of the order's row. */
  async nextVersion(orderId: string): Promise<number> {
    const row = await this.rows
      .createQueryBuilder('invoice')
      .withDeleted()
      .select('max(invoice.version)', 'last')
      .where('invoice.orderId = :orderId', { orderId })
      .getRawOne<{ last: number | null }>();
    return (row?.last ?? 0) + 1;
  }

  /** From the trash, its order not; locked after it. @throws ResourceNotFound 404 */
  getTrashed(id: string, actor: Actor): Promise<ProformaInvoice> {
    return trashedOf(this.visible(actor, 'proforma_invoice.write'), id, 'proforma invoice');
  }

  private visible(actor: Actor, capability: Capability) {
    const query = this.rows
      .createQueryBuilder('invoice')
      .innerJoin('invoice.order', 'order')
      .addSelect(['order.id', 'order.orderNumber', 'order.customerName'])
      .leftJoin('invoice.createdBy', 'creator')
      .addSelect(['creator.id', 'creator.fullName'])
      .leftJoin('invoice.confirmedBy', 'confirmer')
      .addSelect(['confirmer.id', 'confirmer.fullName'])
      .leftJoin('invoice.replaces', 'replaced')
      .addSelect(['replaced.id', 'replaced.piNumber']);
    return visibleTo(query, actor, capability);
  }
}
