import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import { applyFilters, CURRENCY, type ListDefinition, type ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import { scopeOf, type Capability } from '../../auth/access/capabilities';
import { onVisibleOrdersAlone } from '../shipment-scope';
import { CommercialInvoice, CommercialInvoiceLine } from './commercial-invoice.entity';
import { COMMERCIAL_INVOICE_STATUSES } from './commercial-invoice.lifecycle';

/** By its own number and buyer, or by the names of its orders; each arm has its trigram index. */
const FOUND = `invoice.id IN (
  SELECT i.id FROM commercial_invoices i WHERE i.invoice_number || ' ' || i.buyer ILIKE :word
  UNION ALL SELECT i.id FROM orders o JOIN shipment_orders x ON x.order_id = o.id JOIN commercial_invoices i ON i.shipment_id = x.shipment_id
    WHERE o.search_text ILIKE :word AND (o.order_number ILIKE :word OR o.customer_name ILIKE :word))`;

const FOR_ORDERS = 'invoice.shipmentId IN (SELECT x.shipment_id FROM shipment_orders x WHERE x.order_id IN (:values))';

export const commercialInvoiceList: ListDefinition = {
  alias: 'invoice',
  filters: {
    orderId: { kind: 'custom', where: FOR_ORDERS, format: 'uuid', description: 'Any order that it is for.' },
    status: { kind: 'choice', column: 'invoice.status', values: COMMERCIAL_INVOICE_STATUSES },
    currency: {
      kind: 'custom',
      where: 'invoice.currency IN (:values)',
      known: CURRENCY,
      description: 'In this currency: `USD`.',
    },
    issuedFrom: { kind: 'dayFrom', column: 'invoice.issueDate' },
    issuedTo: { kind: 'dayTo', column: 'invoice.issueDate' },
  },
  search: [FOUND],
  ordering: {
    issueDate: 'invoice.issueDate',
    invoiceNumber: 'invoice.invoiceNumber',
    amount: 'invoice.amount',
    createdAt: 'invoice.createdAt',
  },
  defaultOrdering: '-issueDate',
};

/** What invoices come to in one currency; those that were cancelled are counted, and not in the amount. */
export interface InvoiceTotal {
  currency: string;
  invoices: number;
  amount: string;
  cancelled: number;
}

@Injectable()
export class InvoicesRepository extends VersionedRepository<CommercialInvoice> {
  constructor(transaction: Transaction) {
    super(transaction, CommercialInvoice);
  }

  /** Without their lines. One statement, and one for the count. */
  list(asked: ListQuery, actor: Actor): Promise<Page<CommercialInvoice>> {
    return paginate(this.seen(this.rows.createQueryBuilder('invoice'), actor), commercialInvoiceList, asked);
  }

  /** Of what the list shows on all its pages, a currency each. One statement. */
  totals(asked: ListQuery, actor: Actor): Promise<InvoiceTotal[]> {
    const query = this.seen(this.rows.createQueryBuilder('invoice'), actor);
    return applyFilters(query, commercialInvoiceList, asked)
      .select('invoice.currency', 'currency')
      .addSelect(`(count(*) FILTER (WHERE invoice.status = 'issued'))::int`, 'invoices')
      .addSelect(`coalesce(sum(invoice.amount) FILTER (WHERE invoice.status = 'issued'), 0)`, 'amount')
      .addSelect(`(count(*) FILTER (WHERE invoice.status = 'cancelled'))::int`, 'cancelled')
      .groupBy('invoice.currency')
      .orderBy('invoice.currency')
      .getRawMany<InvoiceTotal>();
  }

  /** Of a shipment that the caller has shown to be visible, the latest first. */
  ofShipment(shipmentId: string): Promise<CommercialInvoice[]> {
    return this.withLines()
      .leftJoinAndSelect('invoice.createdBy', 'createdBy')
      .where('invoice.shipmentId = :shipmentId', { shipmentId })
      .orderBy('invoice.createdAt', 'DESC')
      .addOrderBy('line.sequenceNumber')
      .getMany();
  }

  /** The one that stands; null where none does. */
  findIssued(shipmentId: string): Promise<CommercialInvoice | null> {
    return this.withLines()
      .where(`invoice.shipmentId = :shipmentId AND invoice.status = 'issued'`, { shipmentId })
      .orderBy('line.sequenceNumber')
      .getOne();
  }

  /** Any, whether it stands or was cancelled; null where none was ever issued. */
  findAny(shipmentId: string): Promise<CommercialInvoice | null> {
    return this.rows.findOne({ where: { shipmentId }, order: { createdAt: 'DESC' } });
  }

  /** With its lines and shipment. @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<CommercialInvoice> {
    const invoice = await this.visible(actor, 'shipment.read')
      .andWhere('invoice.id = :id', { id })
      .orderBy('line.sequenceNumber')
      .getOne();
    if (!invoice) throw new ResourceNotFound('commercial invoice');
    return invoice;
  }

  /** Locks the row. @throws ResourceNotFound 404, StaleVersion 412 */
  async getForUpdate(id: string, actor: Actor, expected?: number): Promise<CommercialInvoice> {
    const invoice = await this.visible(actor, 'shipment.write')
      .andWhere('invoice.id = :id', { id })
      .orderBy('line.sequenceNumber')
      .setLock('pessimistic_write', undefined, ['invoice'])
      .getOne();
    if (!invoice) throw new ResourceNotFound('commercial invoice');
    expectVersion(invoice, expected);
    return invoice;
  }

  async insertLines(lines: CommercialInvoiceLine[]): Promise<void> {
    await this.transaction.manager.insert(
      CommercialInvoiceLine,
      lines as QueryDeepPartialEntity<CommercialInvoiceLine>[],
    );
  }

  private withLines() {
    return this.rows.createQueryBuilder('invoice').innerJoinAndSelect('invoice.lines', 'line');
  }

  private visible(actor: Actor, capability: Capability) {
    return this.seen(this.withLines(), actor, capability).leftJoinAndSelect('invoice.createdBy', 'createdBy');
  }

  /** One whose orders are gone, or lie in the trash, is nobody's own: who sees the house sees it. */
  private seen(query: SelectQueryBuilder<CommercialInvoice>, actor: Actor, capability: Capability = 'shipment.read') {
    query.leftJoinAndSelect('invoice.shipment', 'shipment');
    if (scopeOf(actor.role, capability) === 'house') return query.where('TRUE');
    return onVisibleOrdersAlone(query, actor, capability);
  }
}
