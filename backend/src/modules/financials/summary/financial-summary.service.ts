import { Injectable } from '@nestjs/common';
import type { EntityTarget } from 'typeorm';
import { Transaction } from '../../../platform/database/transaction';
import type { Actor } from '../../auth/access/actor';
import type { Capability } from '../../auth/access/capabilities';
import { visibleTo } from '../../orders/order-scope';
import { LetterOfCredit } from '../letter-of-credit/letter-of-credit.entity';
import { LETTER_OF_CREDIT_STATUSES } from '../letter-of-credit/letter-of-credit.lifecycle';
import { ProformaInvoice } from '../proforma-invoice/proforma-invoice.entity';
import { PROFORMA_INVOICE_STATUSES } from '../proforma-invoice/proforma-invoice.lifecycle';
import type { FinancialSummaryDto } from './financial-summary.dto';
import { totalsByStatus, type CountedAmount } from './financial-totals';

/** What stands open in PIs and LCs, over all orders that the actor may see. */
@Injectable()
export class FinancialSummaryService {
  constructor(private readonly transaction: Transaction) {}

  /** Two statements, one for each. */
  async summarise(actor: Actor): Promise<FinancialSummaryDto> {
    const invoices = await this.amountsOf(ProformaInvoice, actor, 'proforma_invoice.read');
    const credits = await this.amountsOf(LetterOfCredit, actor, 'letter_of_credit.read');
    return {
      proformaInvoices: totalsByStatus(PROFORMA_INVOICE_STATUSES, invoices),
      lettersOfCredit: totalsByStatus(LETTER_OF_CREDIT_STATUSES, credits),
    };
  }

  private amountsOf(
    target: EntityTarget<ProformaInvoice | LetterOfCredit>,
    actor: Actor,
    capability: Capability,
  ): Promise<CountedAmount[]> {
    const query = this.transaction.manager
      .createQueryBuilder(target, 'paper')
      .innerJoin('paper.order', 'order')
      .select(['paper.status AS status', 'paper.currency AS currency', 'count(*) AS count'])
      .addSelect('sum(paper.amount)', 'amount');
    return visibleTo(query, actor, capability)
      .groupBy('paper.status')
      .addGroupBy('paper.currency')
      .getRawMany<CountedAmount>();
  }
}
