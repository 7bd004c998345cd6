import { Injectable } from '@nestjs/common';
import type { EntityTarget } from 'typeorm';
import { Transaction } from '../../../platform/database/transaction';
import { sumMoney } from '../../../platform/values/money';
import type { Actor } from '../../auth/access/actor';
import { scopeOf, type Capability } from '../../auth/access/capabilities';
import { keptPapers, type KeptPapers } from '../../orders/kept-totals';
import { visibleTo } from '../../orders/order-scope';
import { CoveredOrder } from '../letter-of-credit/coverage/covered-order.entity';
import { onVisibleOrders } from '../letter-of-credit/credit-scope';
import { LetterOfCredit } from '../letter-of-credit/letter-of-credit.entity';
import { LETTER_OF_CREDIT_STATUSES, type LetterOfCreditStatus } from '../letter-of-credit/letter-of-credit.lifecycle';
import { ProformaInvoice } from '../proforma-invoice/proforma-invoice.entity';
import { PROFORMA_INVOICE_STATUSES } from '../proforma-invoice/proforma-invoice.lifecycle';
import type { FinancialSummaryDto } from './financial-summary.dto';
import { totalsByStatus, type CountedAmount } from './financial-totals';

/** An LC of several orders counts on each. */
const COVERED = 'covered.letterOfCreditId = paper.id AND covered.orderId = :orderId';

/** A bank's promise stands. */
const COVERING: readonly string[] = ['issued', 'confirmed'] satisfies LetterOfCreditStatus[];

/** What stands open in PIs and LCs, over all orders that the actor may see, or on one of them. */
@Injectable()
export class FinancialSummaryService {
  constructor(private readonly transaction: Transaction) {}

  /** Two statements, one for each; of the whole house one, of what is kept. */
  async summarise(actor: Actor, orderId?: string): Promise<FinancialSummaryDto> {
    const { invoices, credits } = await this.amounts(actor, orderId);
    return {
      proformaInvoices: totalsByStatus(PROFORMA_INVOICE_STATUSES, invoices),
      lettersOfCredit: totalsByStatus(LETTER_OF_CREDIT_STATUSES, credits),
      covered: sumMoney(credits.filter(({ status }) => COVERING.includes(status))),
    };
  }

  private async amounts(actor: Actor, orderId?: string): Promise<Record<'invoices' | 'credits', CountedAmount[]>> {
    const seesAll = (capability: Capability) => scopeOf(actor.role, capability) === 'house';
    if (!orderId && seesAll('proforma_invoice.read') && seesAll('letter_of_credit.read')) {
      const kept = await keptPapers(this.transaction.manager, ['invoices', 'credits']);
      const of = (name: KeptPapers['figure']) => kept.filter(({ figure }) => figure === name);
      return { invoices: of('invoices'), credits: of('credits') };
    }
    return {
      invoices: await this.amountsOf(ProformaInvoice, actor, 'proforma_invoice.read', orderId),
      credits: await this.amountsOf(LetterOfCredit, actor, 'letter_of_credit.read', orderId),
    };
  }

  private amountsOf(
    target: EntityTarget<ProformaInvoice | LetterOfCredit>,
    actor: Actor,
    capability: Capability,
    orderId?: string,
  ): Promise<CountedAmount[]> {
    const query = this.transaction.manager
      .createQueryBuilder(target, 'paper')
      .innerJoin('paper.order', 'order')
      .select(['paper.status AS status', 'paper.currency AS currency', 'count(*) AS count'])
      .addSelect('sum(paper.amount)', 'amount');
    const ofCredits = target === LetterOfCredit;
    const seen = ofCredits ? onVisibleOrders(query, actor, capability, 'paper') : visibleTo(query, actor, capability);
    if (orderId && ofCredits) seen.innerJoin(CoveredOrder, 'covered', COVERED, { orderId });
    else if (orderId) seen.andWhere('paper.orderId = :orderId', { orderId });
    return seen.groupBy('paper.status').addGroupBy('paper.currency').getRawMany<CountedAmount>();
  }
}
