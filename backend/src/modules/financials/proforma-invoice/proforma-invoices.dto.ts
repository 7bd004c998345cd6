import { IntersectionType, OmitType, PartialType } from '@nestjs/swagger';
import {
  AmountField,
  CurrencyField,
  DayField,
  Id,
  Instant,
  ListOf,
  Nested,
  OneOf,
  SomeOf,
  Text,
  Whole,
} from '../../../platform/http/fields';
import { StoredFileDto } from '../../../platform/storage/attachment.dto';
import { amountInWords } from '../../../platform/values/amount-in-words';
import { amountText } from '../../../platform/values/money';
import { PersonDto } from '../../orders/order/orders.dto';
import { InvoiceLineDto, WriteInvoiceLineDto } from './invoice-lines.dto';
import { InvoiceTermsDto, termsOf } from './invoice-terms.dto';
import type { ProformaInvoice } from './proforma-invoice.entity';
import {
  PROFORMA_INVOICE_STATUSES,
  proformaInvoiceLifecycle,
  REVIEW_STATES,
  type ProformaInvoiceStatus,
  type ReviewState,
} from './proforma-invoice.lifecycle';

const may = { optional: true, nullable: true } as const;

/** What a person may write on a PI. Its number and version are allotted, its status moves by its own routes. */
export class CreateProformaInvoiceDto extends InvoiceTermsDto {
  @Id() orderId: string;
  @ListOf(() => WriteInvoiceLineDto, {
    ...{ optional: true, min: 1, max: 1000 },
    description: 'What it is for. Left out with the amount: every line of the order.',
  })
  lines?: WriteInvoiceLineDto[];
  @AmountField({
    optional: true,
    description: 'Left out: what its lines come to. Given: the PI has an amount alone.',
    example: '158466.00',
  })
  amount?: string;
  @CurrencyField({ optional: true, description: 'Left out: that of the order’s lines.' }) currency?: string;
  @DayField({ optional: true, description: 'Today, unless told.', example: '2026-11-21' }) issueDate?: string;
  @DayField({ ...may, description: 'The last day to accept it.', example: '2026-12-21' }) validUntil?: string | null;
  @Id({
    optional: true,
    description: 'An earlier PI of the same order. It is cancelled with this one’s number, unless it is confirmed.',
  })
  replacesId?: string;
  @Text({ ...may, max: 5000, example: 'Payment by LC at sight.' }) notes?: string | null;
}

export class UpdateProformaInvoiceDto extends PartialType(
  OmitType(CreateProformaInvoiceDto, ['orderId', 'replacesId']),
  { skipNullProperties: false },
) {}

export class CancelProformaInvoiceDto {
  @Text({ max: 500, example: 'The buyer moved the order to next season.' }) reason: string;
}

export class ProformaInvoiceDto {
  @Id() id: string;
  @Id() orderId: string;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Text({ max: 255, example: 'ANABIA' }) customerName: string;
  @Text({ max: 100, example: 'PI-00042' }) piNumber: string;
  @Whole({ min: 1, max: 2147483647, description: 'Counts the PIs of the order.', example: 2 }) version: number;
  @Id({ nullable: true, description: 'The PI that this one replaces.' }) replacesId: string | null;
  @Text({ max: 100, nullable: true, example: 'PI-00039' }) replacesNumber: string | null;
  @OneOf(PROFORMA_INVOICE_STATUSES, { name: 'ProformaInvoiceStatus' }) status: ProformaInvoiceStatus;
  @SomeOf(PROFORMA_INVOICE_STATUSES, { name: 'ProformaInvoiceStatus', description: 'Where it may go from here.' })
  nextStatuses: ProformaInvoiceStatus[];
  @AmountField({ example: '158466.00' }) amount: string;
  @CurrencyField() currency: string;
  @DayField({ example: '2026-11-21' }) issueDate: string;
  @DayField({ nullable: true, example: '2026-12-21' }) validUntil: string | null;
  @Text({ max: 5000, nullable: true, example: 'Payment by LC at sight.' }) notes: string | null;
  @Nested(() => StoredFileDto, { nullable: true }) pdf: StoredFileDto | null;
  @Nested(() => PersonDto, { nullable: true }) createdBy: PersonDto | null;
  @Instant({ nullable: true }) sentAt: string | null;
  @Nested(() => PersonDto, { nullable: true }) confirmedBy: PersonDto | null;
  @Instant({ nullable: true }) confirmedAt: string | null;
  @Text({ max: 500, nullable: true, example: 'Replaced by PI-00043.' }) cancellationReason: string | null;
  @OneOf(REVIEW_STATES, {
    name: 'ReviewState',
    nullable: true,
    description: 'How a manager’s look at the draft stands.',
  })
  review: ReviewState | null;
  @Instant() createdAt: string;
  @Instant() updatedAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from(invoice: ProformaInvoice): ProformaInvoiceDto {
    return {
      id: invoice.id,
      orderId: invoice.orderId,
      orderNumber: invoice.order.orderNumber,
      customerName: invoice.order.customerName,
      piNumber: invoice.piNumber,
      version: invoice.version,
      replacesId: invoice.replacesId,
      replacesNumber: invoice.replaces?.piNumber ?? null,
      status: invoice.status,
      nextStatuses: [...proformaInvoiceLifecycle.nextOf(invoice.status)],
      amount: amountText(invoice.amount, invoice.currency),
      currency: invoice.currency,
      issueDate: invoice.issueDate,
      validUntil: invoice.validUntil,
      notes: invoice.notes,
      pdf: StoredFileDto.from(invoice.attachment),
      createdBy: PersonDto.from(invoice.createdBy),
      sentAt: invoice.sentAt?.toISOString() ?? null,
      confirmedBy: PersonDto.from(invoice.confirmedBy),
      confirmedAt: invoice.confirmedAt?.toISOString() ?? null,
      cancellationReason: invoice.cancellationReason,
      review: invoice.review,
      createdAt: invoice.createdAt.toISOString(),
      updatedAt: invoice.updatedAt.toISOString(),
      rowVersion: invoice.rowVersion,
    };
  }
}

/** A PI as its own page tells it: with its lines, its terms and its review. */
export class WholeProformaInvoiceDto extends IntersectionType(ProformaInvoiceDto, InvoiceTermsDto) {
  @ListOf(() => InvoiceLineDto, { max: 1000, description: 'None where it has an amount alone.' })
  lines: InvoiceLineDto[];
  @Text({ max: 500, example: 'Say US dollars one hundred only.' }) amountInWords: string;
  @Instant({ nullable: true, description: 'When the house printed its PDF; null for one that was uploaded.' })
  printedAt: string | null;
  @Nested(() => PersonDto, { nullable: true }) reviewedBy: PersonDto | null;
  @Instant({ nullable: true }) reviewedAt: string | null;
  @Text({
    max: 500,
    nullable: true,
    description: 'Why it was returned.',
    example: 'The price of White is last year’s.',
  })
  reviewReason: string | null;

  static from(invoice: ProformaInvoice): WholeProformaInvoiceDto {
    return {
      ...ProformaInvoiceDto.from(invoice),
      ...termsOf(invoice),
      lines: (invoice.lines ?? []).map((line) => InvoiceLineDto.from(line, invoice.currency)),
      amountInWords: amountInWords(invoice.amount, invoice.currency),
      printedAt: invoice.printedAt?.toISOString() ?? null,
      reviewedBy: PersonDto.from(invoice.reviewedBy),
      reviewedAt: invoice.reviewedAt?.toISOString() ?? null,
      reviewReason: invoice.reviewReason,
    };
  }
}
