import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../../platform/database/transaction';
import type { Actor } from '../../../auth/access/actor';
import { OrderReferences } from '../../../orders/order-references';
import { NoSuchReference } from '../../../orders/orders.errors';
import { ProformaInvoicesRepository } from '../../proforma-invoice/proforma-invoices.repository';
import { CreditChanges } from '../credit-changes';
import type { LetterOfCredit } from '../letter-of-credit.entity';
import { FirstOrderStays, InvoicedOrderStays } from '../letter-of-credit.errors';
import {
  LetterOfCreditInvoiceAdded,
  LetterOfCreditInvoiceRemoved,
  LetterOfCreditOrderAdded,
  LetterOfCreditOrderRemoved,
} from '../letter-of-credit.events';
import { CoveredInvoice } from './covered-invoice.entity';
import { CoveredOrder } from './covered-order.entity';

/** Which orders and PIs an LC pays for. */
@Injectable()
export class CoverageService {
  constructor(
    private readonly transaction: Transaction,
    private readonly references: OrderReferences,
    private readonly invoices: ProformaInvoicesRepository,
    private readonly changes: CreditChanges,
  ) {}

  /** One that is on it already changes nothing. @throws ResourceNotFound 404, NoSuchReference 400, StaleVersion 412 */
  addOrder(id: string, orderId: string, actor: Actor, expected?: number): Promise<LetterOfCredit> {
    return this.changes.of(id, actor, expected, LetterOfCreditOrderAdded, async (credit) => {
      const order = await this.references.order(orderId, actor, 'letter_of_credit.write');
      if (credit.facts.orders.some((covered) => covered.id === orderId)) return null;
      await this.cover(id, orderId);
      return { coveredOrderId: orderId, orderNumber: order.orderNumber };
    });
  }

  /** @throws ResourceNotFound 404, NoSuchReference 400, FirstOrderStays 409, InvoicedOrderStays 409, StaleVersion 412 */
  removeOrder(id: string, orderId: string, actor: Actor, expected?: number): Promise<void> {
    return this.changes.quietly(id, actor, expected, LetterOfCreditOrderRemoved, async (credit) => {
      const { orderNumber } = await this.references.order(orderId, actor, 'letter_of_credit.write');
      if (orderId === credit.orderId) throw new FirstOrderStays(credit.lcNumber);
      if (!credit.facts.orders.some((covered) => covered.id === orderId)) return null;
      const invoice = credit.facts.invoices.find((covered) => covered.orderId === orderId);
      if (invoice) throw new InvoicedOrderStays(invoice.piNumber);
      await this.transaction.manager.delete(CoveredOrder, { letterOfCreditId: id, orderId });
      return { coveredOrderId: orderId, orderNumber };
    });
  }

  /** Its order comes with it. @throws ResourceNotFound 404, NoSuchReference 400, StaleVersion 412 */
  addInvoice(id: string, invoiceId: string, actor: Actor, expected?: number): Promise<LetterOfCredit> {
    return this.changes.of(id, actor, expected, LetterOfCreditInvoiceAdded, async (credit) => {
      const invoice = await this.invoices.find(invoiceId, actor);
      if (!invoice) throw new NoSuchReference('proformaInvoiceId', 'PI');
      if (credit.facts.invoices.some((covered) => covered.id === invoiceId)) return null;
      if (!credit.facts.orders.some((covered) => covered.id === invoice.orderId)) await this.cover(id, invoice.orderId);
      await this.transaction.manager.insert(CoveredInvoice, { letterOfCreditId: id, proformaInvoiceId: invoiceId });
      return { proformaInvoiceId: invoiceId, piNumber: invoice.piNumber };
    });
  }

  /** @throws ResourceNotFound 404, NoSuchReference 400, StaleVersion 412 */
  removeInvoice(id: string, invoiceId: string, actor: Actor, expected?: number): Promise<LetterOfCredit> {
    return this.changes.of(id, actor, expected, LetterOfCreditInvoiceRemoved, async (credit) => {
      const own = await this.invoices.find(invoiceId, actor);
      const covered = credit.facts.invoices.find((invoice) => invoice.id === own?.id);
      if (!covered) throw new NoSuchReference('proformaInvoiceId', 'PI on this LC');
      await this.transaction.manager.delete(CoveredInvoice, { letterOfCreditId: id, proformaInvoiceId: invoiceId });
      return { proformaInvoiceId: invoiceId, piNumber: covered.piNumber };
    });
  }

  private async cover(letterOfCreditId: string, orderId: string): Promise<void> {
    await this.transaction.manager.insert(CoveredOrder, { letterOfCreditId, orderId });
  }
}
