import { Id, ListOf, OneOf, Whole } from '../../../platform/http/fields';
import { MoneyDto } from '../../../platform/http/value.dto';
import { LETTER_OF_CREDIT_STATUSES, type LetterOfCreditStatus } from '../letter-of-credit/letter-of-credit.lifecycle';
import { PROFORMA_INVOICE_STATUSES, type ProformaInvoiceStatus } from '../proforma-invoice/proforma-invoice.lifecycle';

export class ProformaInvoiceTotalDto {
  @OneOf(PROFORMA_INVOICE_STATUSES, { name: 'ProformaInvoiceStatus' }) status: ProformaInvoiceStatus;
  @Whole({ min: 0, max: 2147483647, example: 12 }) count: number;
  @ListOf(() => MoneyDto, { max: 200 }) totals: MoneyDto[];
}

export class LetterOfCreditTotalDto {
  @OneOf(LETTER_OF_CREDIT_STATUSES, { name: 'LetterOfCreditStatus' }) status: LetterOfCreditStatus;
  @Whole({ min: 0, max: 2147483647, example: 9 }) count: number;
  @ListOf(() => MoneyDto, { max: 200 }) totals: MoneyDto[];
}

export class FinancialSummaryQueryDto {
  @Id({ optional: true, description: 'Of this order alone.' }) orderId?: string;
}

/** Every status in its order, with how many there are and what they add up to, per currency. */
export class FinancialSummaryDto {
  @ListOf(() => ProformaInvoiceTotalDto, { max: 4 }) proformaInvoices: ProformaInvoiceTotalDto[];
  @ListOf(() => LetterOfCreditTotalDto, { max: 4 }) lettersOfCredit: LetterOfCreditTotalDto[];
  @ListOf(() => MoneyDto, { max: 200, description: 'What issued and confirmed LCs cover together.' })
  covered: MoneyDto[];
}
