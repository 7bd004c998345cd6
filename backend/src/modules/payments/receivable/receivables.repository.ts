import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import { applyFilters, CURRENCY, type ListDefinition, type ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Day } from '../../../platform/values/day';
import type { Actor } from '../../auth/access/actor';
import { scopeOf, type Capability } from '../../auth/access/capabilities';
import { visibleTo } from '../../orders/order-scope';
import { Receivable, type PresentedDays, type Standing } from './receivable.entity';
import { PAYMENT_METHODS } from './terms';

/** By the names of the order or the invoice's number; each arm has its trigram index (an OR over both tables would have none). */
const FOUND = `receivable.id IN (
  SELECT r.id FROM orders o JOIN receivables r ON r.order_id = o.id
    WHERE o.search_text ILIKE :word AND (o.order_number ILIKE :word OR o.customer_name ILIKE :word)
  UNION ALL SELECT r.id FROM receivables r WHERE r.invoice_number ILIKE :word)`;

/** What is asked of the buyer and has not come, what came too much, and what is settled. */
export const RECEIVABLE_STATES = ['open', 'overpaid', 'settled'] as const;
const STATE = `(
  'open' IN (:values) AND receivable.outstanding > 0
  OR 'overpaid' IN (:values) AND receivable.outstanding < 0
  OR 'settled' IN (:values) AND receivable.outstanding = 0)`;

export const receivableList: ListDefinition = {
  alias: 'receivable',
  filters: {
    state: { kind: 'custom', values: RECEIVABLE_STATES, where: STATE, description: 'What is left to come.' },
    orderId: { kind: 'id', column: 'receivable.orderId' },
    shipmentId: { kind: 'id', column: 'receivable.shipmentId' },
    letterOfCreditId: { kind: 'id', column: 'receivable.letterOfCreditId' },
    method: { kind: 'choice', column: 'receivable.method', values: PAYMENT_METHODS },
    currency: {
      kind: 'custom',
      where: 'receivable.currency IN (:values)',
      known: CURRENCY,
      description: 'Invoices in this currency: `USD`.',
    },
    dueFrom: { kind: 'dayFrom', column: 'receivable.dueOn' },
    dueTo: { kind: 'dayTo', column: 'receivable.dueOn' },
    issuedFrom: { kind: 'dayFrom', column: 'receivable.issuedOn' },
    issuedTo: { kind: 'dayTo', column: 'receivable.issuedOn' },
    undated: {
      kind: 'custom',
      values: ['true', 'false'],
      where: '(receivable.dueOn IS NULL)::text IN (:values)',
      description: 'true: nobody knows yet when it is due.',
    },
  },
  search: [FOUND],
  ordering: {
    dueOn: 'receivable.dueOn',
    issuedOn: 'receivable.issuedOn',
    outstanding: 'receivable.outstanding',
    amount: 'receivable.amount',
    invoiceNumber: 'receivable.invoiceNumber',
    createdAt: 'receivable.createdAt',
  },
  defaultOrdering: 'dueOn',
};

/** What is outstanding in one currency, by how long it is overdue. */
export interface Ageing {
  currency: string;
  invoices: number;
  outstanding: string;
  notDue: string;
  undated: string;
  days1To30: string;
  days31To60: string;
  days61To90: string;
  over90: string;
  overpaid: string;
  oldestDueOn: Day | null;
}

const overdue = (condition: string) =>
  `coalesce(sum(receivable.outstanding) FILTER (WHERE receivable.outstanding > 0 AND ${condition}), 0)`;

/** An invoice tells of all orders that go with its shipment: who has every one of them sees what is owed for it. */
const ALONE = `NOT EXISTS (SELECT 1 FROM shipment_orders x JOIN orders other ON other.id = x.order_id
  WHERE x.shipment_id = receivable.shipmentId AND other.deleted_at IS NULL
    AND other.merchandiser_id IS DISTINCT FROM :actorId)`;

/** What a shipment owes as it stands elsewhere. */
const STANDING = `
  SELECT s.order_id AS "orderId", i.id AS "invoiceId", i.invoice_number AS "invoiceNumber", i.amount::text AS amount,
    i.currency, i.issue_date::text AS "issuedOn",
    CASE WHEN s.status <> 'pending' THEN s.shipping_date::text END AS "shippedOn", s.delivered_on::text AS "arrivedOn",
    (SELECT coalesce(sum(m.amount), 0)::text FROM receivables r
      JOIN payment_matches m ON m.receivable_id = r.id JOIN payments p ON p.id = m.payment_id AND p.deleted_at IS NULL
      WHERE r.shipment_id = s.id AND p.currency = coalesce(i.currency, r.currency)) AS received
  FROM shipments s LEFT JOIN commercial_invoices i ON i.shipment_id = s.id AND i.status = 'issued'
  WHERE s.id = $1`;

@Injectable()
export class ReceivablesRepository extends VersionedRepository<Receivable> {
  constructor(transaction: Transaction) {
    super(transaction, Receivable);
  }

  list(asked: ListQuery, actor: Actor): Promise<Page<Receivable>> {
    return paginate(this.named(actor, 'payment.read'), receivableList, asked);
  }

  /** Of what the list shows on all its pages, a currency each. One statement. */
  ageing(asked: ListQuery, actor: Actor, today: Day): Promise<Ageing[]> {
    return applyFilters(this.visible(actor, 'payment.read'), receivableList, asked)
      .select('receivable.currency', 'currency')
      .addSelect('(count(*) FILTER (WHERE receivable.outstanding > 0))::int', 'invoices')
      .addSelect(overdue('TRUE'), 'outstanding')
      .addSelect(overdue('receivable.dueOn >= :today'), 'notDue')
      .addSelect(overdue('receivable.dueOn IS NULL'), 'undated')
      .addSelect(overdue(`:today::date - receivable.dueOn BETWEEN 1 AND 30`), 'days1To30')
      .addSelect(overdue(`:today::date - receivable.dueOn BETWEEN 31 AND 60`), 'days31To60')
      .addSelect(overdue(`:today::date - receivable.dueOn BETWEEN 61 AND 90`), 'days61To90')
      .addSelect(overdue(`:today::date - receivable.dueOn > 90`), 'over90')
      .addSelect('coalesce(-sum(receivable.outstanding) FILTER (WHERE receivable.outstanding < 0), 0)', 'overpaid')
      .addSelect(
        'min(receivable.dueOn) FILTER (WHERE receivable.outstanding > 0 AND receivable.dueOn < :today)::text',
        'oldestDueOn',
      )
      .setParameter('today', today)
      .groupBy('receivable.currency')
      .having('bool_or(receivable.outstanding <> 0)')
      .orderBy('receivable.currency')
      .getRawMany<Ageing>();
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<Receivable> {
    return found(await this.named(actor, 'payment.read').andWhere('receivable.id = :id', { id }).getOne());
  }

  /** Locks its order, then the row. @throws ResourceNotFound 404, StaleVersion 412 */
  async getForUpdate(id: string, actor: Actor, expected?: number): Promise<Receivable> {
    const row = found(
      await this.visible(actor, 'payment.write')
        .andWhere('receivable.id = :id', { id })
        .setLock('pessimistic_write', undefined, ['"order"', 'receivable'])
        .getOne(),
    );
    expectVersion(row, expected);
    return row;
  }

  /** Which of these the actor may pay in: the others do not exist for them. */
  async seen(ids: readonly string[], actor: Actor): Promise<Set<string>> {
    if (!ids.length) return new Set();
    const rows = await this.visible(actor, 'payment.write')
      .andWhere('receivable.id IN (:...ids)', { ids })
      .select('receivable.id', 'id')
      .getRawMany<{ id: string }>();
    return new Set(rows.map(({ id }) => id));
  }

  /** Locked in the order of their keys, so that two payments never wait for one another. */
  lockAll(ids: readonly string[]): Promise<Receivable[]> {
    if (!ids.length) return Promise.resolve([]);
    return this.rows
      .createQueryBuilder('receivable')
      .where('receivable.id IN (:...ids)', { ids })
      .orderBy('receivable.id')
      .setLock('pessimistic_write')
      .getMany();
  }

  /** What is paid under an LC, locked likewise. */
  lockUnder(letterOfCreditId: string): Promise<Receivable[]> {
    return this.rows
      .createQueryBuilder('receivable')
      .where('receivable.letterOfCreditId = :letterOfCreditId', { letterOfCreditId })
      .orderBy('receivable.id')
      .setLock('pessimistic_write')
      .getMany();
  }

  /** Locks the shipment and what it owes; null where there is none yet. */
  async lockOf(shipmentId: string): Promise<Receivable | null> {
    await this.transaction.manager.query('SELECT 1 FROM shipments WHERE id = $1 FOR UPDATE', [shipmentId]);
    return this.rows
      .createQueryBuilder('receivable')
      .where('receivable.shipmentId = :shipmentId', { shipmentId })
      .setLock('pessimistic_write')
      .getOne();
  }

  /** Null of a shipment that is not there. */
  async standing(shipmentId: string): Promise<Standing | null> {
    const [row] = await this.transaction.manager.query<Standing[]>(STANDING, [shipmentId]);
    return row ?? null;
  }

  /** The drawing that was named, else the one that bears the number of the invoice or of the bank's bill. */
  async drawingOf(row: Receivable): Promise<PresentedDays | null> {
    const { letterOfCreditId, drawingId, invoiceNumber, bankReference } = row;
    const [found] = await this.transaction.manager.query<PresentedDays[]>(
      `SELECT id, presented_on::text AS "presentedOn", accepted_on::text AS "acceptedOn", matures_on::text AS "maturesOn"
        FROM letter_of_credit_drawings WHERE letter_of_credit_id = $1 AND deleted_at IS NULL
          AND (id = $2 OR upper(reference) IN (upper($3), upper($4)))
        ORDER BY id = $2 DESC NULLS LAST, presented_on DESC, id DESC LIMIT 1`,
      [letterOfCreditId, drawingId, invoiceNumber, bankReference],
    );
    return found ?? null;
  }

  async isUnder(drawingId: string, letterOfCreditId: string | null): Promise<boolean> {
    const found = await this.transaction.manager.query<unknown[]>(
      'SELECT 1 FROM letter_of_credit_drawings WHERE id = $1 AND letter_of_credit_id = $2',
      [drawingId, letterOfCreditId],
    );
    return found.length > 0;
  }

  /** How the order's last shipment before was paid: the next one usually is paid alike. */
  lastOfOrder(orderId: string): Promise<Receivable | null> {
    return this.rows.findOne({ where: { orderId }, order: { createdAt: 'DESC' } });
  }

  async shipmentOf(invoiceId: string): Promise<string | null> {
    const [row] = await this.transaction.manager.query<{ shipment_id: string | null }[]>(
      'SELECT shipment_id FROM commercial_invoices WHERE id = $1',
      [invoiceId],
    );
    return row?.shipment_id ?? null;
  }

  private named(actor: Actor, capability: Capability) {
    return this.visible(actor, capability)
      .addSelect(['order.id', 'order.orderNumber', 'order.customerName'])
      .leftJoin('receivable.letterOfCredit', 'credit')
      .addSelect(['credit.id', 'credit.lcNumber'])
      .leftJoin('receivable.drawing', 'drawing')
      .addSelect(['drawing.id', 'drawing.reference']);
  }

  private visible(actor: Actor, capability: Capability) {
    const query = this.rows.createQueryBuilder('receivable').innerJoin('receivable.order', 'order');
    const seen = visibleTo(query, actor, capability);
    return scopeOf(actor.role, capability) === 'own' ? seen.andWhere(ALONE, { actorId: actor.id }) : seen;
  }
}

function found(row: Receivable | null): Receivable {
  if (!row) throw new ResourceNotFound('receivable');
  return row;
}
