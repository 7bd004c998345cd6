import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../../platform/database/versioned.repository';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import { applyFilters, CURRENCY, type ListDefinition, type ListQuery } from '../../../platform/listing/list-definition';
import { paginate, type Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import { scopeOf, type Capability } from '../../auth/access/capabilities';
import { keptPapers, keptTotal } from '../../orders/kept-totals';
import { trashedOf } from '../../orders/order-scope';
import { askedOfKept, keptFor, totalsOfKept, type CreditTotal } from '../summary/paper-totals';
import { CHECK_VERDICTS, VERDICT } from './check/credit-check';
import { onVisibleOrders } from './credit-scope';
import { LetterOfCredit } from './letter-of-credit.entity';
import { LETTER_OF_CREDIT_STATUSES } from './letter-of-credit.lifecycle';

/** By the names of the order or the bank's number; each arm has its trigram index (an OR over both tables would have none). */
const FOUND = `credit.id IN (
  SELECT x.letter_of_credit_id FROM orders o JOIN letter_of_credit_orders x ON x.order_id = o.id
    WHERE o.search_text ILIKE :word AND (o.order_number ILIKE :word OR o.customer_name ILIKE :word)
  UNION ALL SELECT l.id FROM letters_of_credit l WHERE l.lc_number ILIKE :word)`;

const ON_ORDERS =
  'credit.id IN (SELECT x.letter_of_credit_id FROM letter_of_credit_orders x WHERE x.order_id IN (:values))';

export const CREDIT_FACTS = ['amended', 'amendment_pending', 'drawn', 'closed'] as const;
/** Each arm is looked up only where it was asked for. */
const FACT = `(
  'amended' IN (:values) AND credit.id IN (SELECT a.letter_of_credit_id FROM letter_of_credit_amendments a
    WHERE a.status = 'accepted' AND a.deleted_at IS NULL)
  OR 'amendment_pending' IN (:values) AND credit.id IN (SELECT a.letter_of_credit_id FROM letter_of_credit_amendments a
    WHERE a.status = 'pending' AND a.deleted_at IS NULL)
  OR 'drawn' IN (:values) AND credit.id IN (SELECT d.letter_of_credit_id FROM letter_of_credit_drawings d
    WHERE d.deleted_at IS NULL)
  OR 'closed' IN (:values) AND credit.closedOn IS NOT NULL)`;

const CHECKED = `credit.id IN (SELECT k.letter_of_credit_id FROM letter_of_credit_checks k WHERE ${VERDICT} IN (:values))`;

/** Its days still bind somebody. */
const LIVE = `(credit.status <> 'expired' AND credit.closedOn IS NULL)`;

export const letterOfCreditList: ListDefinition = {
  alias: 'credit',
  filters: {
    orderId: { kind: 'custom', where: ON_ORDERS, format: 'uuid', description: 'Any order on it.' },
    status: { kind: 'choice', column: 'credit.status', values: LETTER_OF_CREDIT_STATUSES },
    currency: {
      kind: 'custom',
      where: 'credit.currency IN (:values)',
      known: CURRENCY,
      description: 'May be given more than once.',
    },
    issueDateFrom: { kind: 'dayFrom', column: 'credit.issueDate' },
    issueDateTo: { kind: 'dayTo', column: 'credit.issueDate' },
    expiryFrom: { kind: 'dayFrom', column: 'credit.expiryDate' },
    expiryTo: { kind: 'dayTo', column: 'credit.expiryDate' },
    latestShipmentFrom: { kind: 'dayFrom', column: 'credit.latestShipmentDate' },
    latestShipmentTo: { kind: 'dayTo', column: 'credit.latestShipmentDate' },
    presentByFrom: { kind: 'dayFrom', column: 'credit.presentBy' },
    presentByTo: { kind: 'dayTo', column: 'credit.presentBy' },
    live: {
      kind: 'custom',
      values: ['true', 'false'],
      where: `${LIVE}::text IN (:values)`,
      description: 'true: neither expired nor closed.',
    },
    check: {
      kind: 'custom',
      where: CHECKED,
      values: CHECK_VERDICTS,
      description: 'What was found when it was held against orders and PIs.',
    },
    fact: {
      kind: 'custom',
      where: FACT,
      values: CREDIT_FACTS,
      description: 'Beside the status: amended, with an amendment to answer, drawn, closed.',
    },
  },
  search: [FOUND],
  ordering: {
    createdAt: 'credit.createdAt',
    issueDate: 'credit.issueDate',
    expiryDate: 'credit.expiryDate',
    latestShipmentDate: 'credit.latestShipmentDate',
    presentBy: 'credit.presentBy',
    amount: 'credit.amount',
    lcNumber: 'credit.lcNumber',
  },
  defaultOrdering: '-createdAt',
};

/** What was drawn on each LC. */
const DRAWN = `(SELECT letter_of_credit_id, sum(amount) AS amount FROM letter_of_credit_drawings
  WHERE deleted_at IS NULL GROUP BY letter_of_credit_id)`;

@Injectable()
export class LettersOfCreditRepository extends VersionedRepository<LetterOfCredit> {
  constructor(transaction: Transaction) {
    super(transaction, LetterOfCredit);
  }

  list(asked: ListQuery, actor: Actor): Promise<Page<LetterOfCredit>> {
    const total = keptTotal(this.transaction.manager, 'credits', actor, 'letter_of_credit.read');
    return paginate(this.visible(actor, 'letter_of_credit.read'), letterOfCreditList, asked, total);
  }

  /** Of what the list shows on all its pages, a currency each. One statement. */
  async totals(asked: ListQuery, actor: Actor): Promise<CreditTotal[]> {
    if (scopeOf(actor.role, 'letter_of_credit.read') === 'house' && askedOfKept(asked)) return this.keptTotals(asked);
    const query = this.rows
      .createQueryBuilder('credit')
      .innerJoin('credit.order', 'order')
      .leftJoin(DRAWN, 'drawn', 'drawn.letter_of_credit_id = credit.id');
    return applyFilters(onVisibleOrders(query, actor, 'letter_of_credit.read'), letterOfCreditList, asked)
      .select('credit.currency', 'currency')
      .addSelect('count(*)::int', 'count')
      .addSelect(`(count(*) FILTER (WHERE NOT ${LIVE}))::int`, 'over')
      .addSelect(`coalesce(sum(credit.amount) FILTER (WHERE ${LIVE}), 0)`, 'amount')
      .addSelect(`coalesce(sum(drawn.amount) FILTER (WHERE ${LIVE}), 0)`, 'drawn')
      .groupBy('credit.currency')
      .orderBy('credit.currency')
      .getRawMany<CreditTotal>();
  }

  private async keptTotals(asked: ListQuery): Promise<CreditTotal[]> {
    const kept = keptFor(await keptPapers(this.transaction.manager, ['credits', 'drawn']), asked);
    const credits = kept.filter(({ figure }) => figure === 'credits');
    const drawn = kept.filter(({ figure }) => figure === 'drawn');
    const drawnOf = new Map(totalsOfKept(drawn, () => false).map(({ currency, amount }) => [currency, amount]));
    return totalsOfKept(credits, ({ status, closed }) => status === 'expired' || closed).map((total) => ({
      ...total,
      drawn: drawnOf.get(total.currency) ?? '0',
    }));
  }

  /** @throws ResourceNotFound 404 */
  async get(id: string, actor: Actor): Promise<LetterOfCredit> {
    const credit = await this.visible(actor, 'letter_of_credit.read').andWhere('credit.id = :id', { id }).getOne();
    if (!credit) throw new ResourceNotFound('letter of credit');
    return credit;
  }

  /** Locks its order, then the LC. @throws ResourceNotFound 404, StaleVersion 412 */
  async getForUpdate(id: string, actor: Actor, capability: Capability, expected?: number): Promise<LetterOfCredit> {
    const credit = await this.visible(actor, capability)
      .andWhere('credit.id = :id', { id })
      .setLock('pessimistic_write', undefined, ['"order"', 'credit'])
      .getOne();
    if (!credit) throw new ResourceNotFound('letter of credit');
    expectVersion(credit, expected);
    return credit;
  }

  /** Anybody's. Null where it is gone. */
  find(id: string): Promise<LetterOfCredit | null> {
    return this.rows.findOneBy({ id });
  }

  /** The same, locked. */
  lock(id: string): Promise<LetterOfCredit | null> {
    return this.rows.findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** One of these numbers that the actor sees, however its letters are written. */
  findByNumber(numbers: readonly string[], actor: Actor): Promise<LetterOfCredit | null> {
    return this.visible(actor, 'letter_of_credit.read')
      .andWhere('upper(credit.lcNumber) IN (:...numbers)', { numbers: numbers.map((number) => number.toUpperCase()) })
      .limit(1)
      .getOne();
  }

  /** Whether an LC of the house, anybody's, has this number. */
  isNumberTaken(lcNumber: string): Promise<boolean> {
    return this.rows
      .createQueryBuilder('credit')
      .where('upper(credit.lcNumber) = upper(:lcNumber)', { lcNumber })
      .getExists();
  }

  /** From the trash, its order not; locked after it. @throws ResourceNotFound 404 */
  getTrashed(id: string, actor: Actor): Promise<LetterOfCredit> {
    return trashedOf(this.visible(actor, 'letter_of_credit.write'), id, 'letter of credit');
  }

  private visible(actor: Actor, capability: Capability) {
    const query = this.rows
      .createQueryBuilder('credit')
      .innerJoin('credit.order', 'order')
      .addSelect(['order.id', 'order.orderNumber', 'order.customerName'])
      .leftJoin('credit.createdBy', 'creator')
      .addSelect(['creator.id', 'creator.fullName']);
    return onVisibleOrders(query, actor, capability);
  }
}
