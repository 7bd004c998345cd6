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
import { MillOffer } from '../../orders/mill-offers/mill-offer.entity';
import { keptPapers, keptTotal } from '../../orders/kept-totals';
import { trashedOf, visibleTo } from '../../orders/order-scope';
import { askedOfKept, keptFor, totalsOfKept, type PaperTotal } from '../summary/paper-totals';
import type { Writing } from './authorship';
import { ProformaInvoice } from './proforma-invoice.entity';
import { ProformaInvoiceLine } from './proforma-invoice-line.entity';
import { PROFORMA_INVOICE_STATUSES, REVIEW_STATES } from './proforma-invoice.lifecycle';

/** By the names of the order or the PI's number; each arm has its trigram index (an OR over both tables would have none). */
const FOUND = `invoice.id IN (
  SELECT p.id FROM orders o JOIN proforma_invoices p ON p.order_id = o.id
    WHERE o.search_text ILIKE :word AND (o.order_number ILIKE :word OR o.customer_name ILIKE :word)
  UNION ALL SELECT p.id FROM proforma_invoices p WHERE p.pi_number ILIKE :word)`;

/** Who neither raised nor changed it may give its review. */
const REVIEWABLE = `(invoice.review = 'pending' AND NOT EXISTS (SELECT 1 FROM domain_events e
  WHERE e.subject_type = 'proforma_invoice' AND e.subject_id = invoice.id AND e.actor_id IN (:values)
    AND e.name IN ('proforma_invoice.raised', 'proforma_invoice.updated')))`;

export const proformaInvoiceList: ListDefinition = {
  alias: 'invoice',
  filters: {
    orderId: { kind: 'id', column: 'invoice.orderId' },
    status: { kind: 'choice', column: 'invoice.status', values: PROFORMA_INVOICE_STATUSES },
    review: { kind: 'choice', column: 'invoice.review', values: REVIEW_STATES },
    reviewableBy: {
      kind: 'custom',
      where: REVIEWABLE,
      format: 'uuid',
      description: 'Waits for a review that this person may give, who neither raised nor changed it.',
    },
    currency: {
      kind: 'custom',
      where: 'invoice.currency IN (:values)',
      known: CURRENCY,
      description: 'May be given more than once.',
    },
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
    const total = keptTotal(this.transaction.manager, 'invoices', actor, 'proforma_invoice.read');
    return paginate(this.visible(actor, 'proforma_invoice.read'), proformaInvoiceList, asked, total);
  }

  /** Of what the list shows on all its pages, a currency each. One statement. */
  async totals(asked: ListQuery, actor: Actor): Promise<PaperTotal[]> {
    if (scopeOf(actor.role, 'proforma_invoice.read') === 'house' && askedOfKept(asked)) {
      const kept = await keptPapers(this.transaction.manager, ['invoices']);
      return totalsOfKept(keptFor(kept, asked), ({ status }) => status === 'cancelled');
    }
    const query = this.rows.createQueryBuilder('invoice').innerJoin('invoice.order', 'order');
    return applyFilters(visibleTo(query, actor, 'proforma_invoice.read'), proformaInvoiceList, asked)
      .select('invoice.currency', 'currency')
      .addSelect('count(*)::int', 'count')
      .addSelect(`(count(*) FILTER (WHERE invoice.status = 'cancelled'))::int`, 'over')
      .addSelect(`coalesce(sum(invoice.amount) FILTER (WHERE invoice.status <> 'cancelled'), 0)`, 'amount')
      .groupBy('invoice.currency')
      .orderBy('invoice.currency')
      .getRawMany<PaperTotal>();
  }

  /** With its people; null where the actor has none. */
  find(id: string, actor: Actor): Promise<ProformaInvoice | null> {
    return this.visible(actor, 'proforma_invoice.read').andWhere('invoice.id = :id', { id }).getOne();
  }

  /** With its people, its lines and where they come from. One statement. @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<ProformaInvoice> {
    const invoice = await withLines(this.visible(actor, 'proforma_invoice.read'))
      .andWhere('invoice.id = :id', { id })
      .getOne();
    if (!invoice) throw new ResourceNotFound('proforma invoice');
    return invoice;
  }

  /** The same; locks its order, then the PI. @throws ResourceNotFound 404, StaleVersion 412 */
  async getForUpdate(id: string, actor: Actor, capability: Capability, expected?: number): Promise<ProformaInvoice> {
    const invoice = await withLines(this.visible(actor, capability))
      .andWhere('invoice.id = :id', { id })
      .setLock('pessimistic_write', undefined, ['"order"', 'invoice'])
      .getOne();
    if (!invoice) throw new ResourceNotFound('proforma invoice');
    expectVersion(invoice, expected);
    return invoice;
  }

  /** A PI of this order, whose row the caller has locked; null when there is none. */
  findOfOrder(id: string, orderId: string): Promise<ProformaInvoice | null> {
    return withLines(this.rows.createQueryBuilder('invoice'))
      .where('invoice.id = :id AND invoice.orderId = :orderId', { id, orderId })
      .getOne();
  }

  /** The version of its order before it that is not in the trash; null for the first. */
  findBefore({ orderId, version }: ProformaInvoice): Promise<ProformaInvoice | null> {
    return withLines(this.rows.createQueryBuilder('invoice'))
      .where(
        `invoice.id = (SELECT e.id FROM proforma_invoices e WHERE e.order_id = :orderId AND e.version < :version
           AND e.deleted_at IS NULL ORDER BY e.version DESC LIMIT 1)`,
        { orderId, version },
      )
      .getOne();
  }

  /** Puts these in the place of the lines that it has. */
  async replaceLines(invoice: ProformaInvoice, lines: ProformaInvoiceLine[]): Promise<void> {
    const rows = this.transaction.manager.getRepository(ProformaInvoiceLine);
    await rows.delete({ proformaInvoiceId: invoice.id });
    for (const line of lines) line.proformaInvoiceId = invoice.id;
    if (lines.length) await rows.insert(lines as QueryDeepPartialEntity<ProformaInvoiceLine>[]);
    invoice.lines =
      (await withLines(this.rows.createQueryBuilder('invoice')).where({ id: invoice.id }).getOneOrFail()).lines ?? [];
  }

  /** The chosen offers of an order's lines: their ids, by line. */
  async chosenOffers(orderId: string): Promise<Map<string, string>> {
    const offers = await this.transaction.manager.findBy(MillOffer, { orderId, chosen: true });
    return new Map(offers.map(({ id, orderLineId }) => [orderLineId, id]));
  }

  /** Whether this person raised the PI or changed what it says. */
  async isWrittenBy(id: string, userId: string): Promise<boolean> {
    const [row] = await this.transaction.manager.query<{ wrote: boolean }[]>(
      `SELECT EXISTS (SELECT 1 FROM domain_events WHERE subject_type = 'proforma_invoice' AND subject_id = $1 AND actor_id = $2
         AND name IN ('proforma_invoice.raised', 'proforma_invoice.updated')) AS wrote`,
      [id, userId],
    );
    return row?.wrote ?? false;
  }

  /** Who wrote what of a PI after that moment, the latest first: its raising, and each change. */
  writingsOf(id: string, after: Date | null): Promise<Writing[]> {
    return this.transaction.manager.query<Writing[]>(
      `SELECT e.name = 'proforma_invoice.raised' AS raised, e.recorded_at AS "at", e.data,
         CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'fullName', u.full_name) END AS "by"
       FROM domain_events e LEFT JOIN user_profiles u ON u.id = e.actor_id
       WHERE e.subject_type = 'proforma_invoice' AND e.subject_id = $1 AND e.recorded_at > coalesce($2::timestamptz, '-infinity')
         AND e.name IN ('proforma_invoice.raised', 'proforma_invoice.updated') ORDER BY e.sequence DESC`,
      [id, after],
    );
  }

  /**
   * What a manager last approved of this order: this PI before it was changed, else an earlier version that was approved,
   * or confirmed. Null when nothing was yet.
   */
  async lastApproved({ id, orderId, version }: ProformaInvoice): Promise<ProformaInvoice | null> {
    return withLines(this.rows.createQueryBuilder('invoice'))
      .addSelect('invoice.approvedContent')
      .leftJoin('invoice.reviewedBy', 'reviewer')
      .addSelect(['reviewer.id', 'reviewer.fullName'])
      .leftJoin('invoice.confirmedBy', 'confirmer')
      .addSelect(['confirmer.id', 'confirmer.fullName'])
      .where(
        `invoice.id = (SELECT a.id FROM proforma_invoices a WHERE a.order_id = :orderId AND a.version <= :version
           AND a.deleted_at IS NULL AND (a.approved_content IS NOT NULL OR (a.confirmed_at IS NOT NULL AND a.id <> :id))
         ORDER BY a.version DESC LIMIT 1)`,
        { id, orderId, version },
      )
      .getOne();
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
      .leftJoin('invoice.reviewedBy', 'reviewer')
      .addSelect(['reviewer.id', 'reviewer.fullName'])
      .leftJoin('invoice.replaces', 'replaced')
      .addSelect(['replaced.id', 'replaced.piNumber']);
    return visibleTo(query, actor, capability);
  }
}

/** Its lines, each with the order's line and the mill's offer that it came from. */
const withLines = (query: SelectQueryBuilder<ProformaInvoice>): SelectQueryBuilder<ProformaInvoice> =>
  query
    .leftJoinAndMapMany('invoice.lines', ProformaInvoiceLine, 'line', 'line.proformaInvoiceId = invoice.id')
    .leftJoin('line.orderLine', 'orderLine')
    .addSelect(['orderLine.id', 'orderLine.quantity', 'orderLine.unit', 'orderLine.provaPrice', 'orderLine.currency'])
    .leftJoin('line.millOffer', 'offer')
    .addSelect(['offer.id', 'offer.millName', 'offer.price', 'offer.currency', 'offer.unit', 'offer.chosen'])
    .orderBy('line.position');
