import {
  AmountField,
  CurrencyField,
  DayField,
  DecimalField,
  Id,
  Instant,
  ListOf,
  OneOf,
  PriceField,
  QuantityField,
  SomeOf,
  Text,
  Texts,
  UnitField,
  Whole,
} from '../../../platform/http/fields';
import { amountText, priceText } from '../../../platform/values/money';
import { quantityText } from '../../../platform/values/quantity';
import { INCOTERMS, PRICE_SOURCES, type Incoterm, type PriceSource } from '../shipment.vocabulary';
import type { CommercialInvoice } from './commercial-invoice.entity';
import type { InvoiceTotal } from './invoices.repository';
import {
  COMMERCIAL_INVOICE_STATUSES,
  commercialInvoiceLifecycle,
  type CommercialInvoiceStatus,
} from './commercial-invoice.lifecycle';

const may = { optional: true, nullable: true } as const;
const STATUS = { name: 'CommercialInvoiceStatus' } as const;

export class IssueInvoiceDto {
  @DayField({ optional: true, description: 'Today, unless told.' }) issueDate?: string;
  @Text({
    ...may,
    max: 2000,
    description: 'To whom; the order’s customer, unless told.',
    example: 'ANABIA GmbH, Hamburg',
  })
  buyer?: string | null;
  @Text({ ...may, max: 5000, description: 'Stands below the lines.', example: null }) notes?: string | null;
}

export class CancelInvoiceDto {
  @Text({ max: 2000, example: 'The buyer asked for another description of the goods.' }) reason: string;
}

export class CommercialInvoiceLineDto {
  @Id({ nullable: true }) orderLineId: string | null;
  @Text({ max: 3000, example: 'MT-1 · Black\nSingle jersey, 100% cotton, 160 g/m²' }) description: string;
  @QuantityField() quantity: string;
  @UnitField() unit: string;
  @PriceField() unitPrice: string;
  @OneOf(PRICE_SOURCES, { nullable: true, name: 'PriceSource', description: 'Null on invoices of before.' })
  priceFrom: PriceSource | null;
  @Text({ max: 100, nullable: true, description: 'The PI that the price stood on.', example: 'PI-00042' })
  piNumber: string | null;
  @AmountField() amount: string;
}

export class CommercialInvoiceDto {
  @Id() id: string;
  @Id({ nullable: true, description: 'Null once its order was purged: the invoice stays.' }) shipmentId: string | null;
  @Texts({ description: 'Of the orders that it is for.', example: ['PO-1182'] }) orderNumbers: string[];
  @Text({ max: 30, example: 'CI-00042' }) invoiceNumber: string;
  @OneOf(COMMERCIAL_INVOICE_STATUSES, STATUS) status: CommercialInvoiceStatus;
  @SomeOf(COMMERCIAL_INVOICE_STATUSES, { ...STATUS, example: ['cancelled'] }) nextStatuses: CommercialInvoiceStatus[];
  @DayField() issueDate: string;
  @AmountField() amount: string;
  @CurrencyField() currency: string;
  @OneOf(INCOTERMS, { nullable: true, name: 'Incoterm', example: 'FCA' }) incoterm: Incoterm | null;
  @Text({ max: 255, nullable: true, example: 'Dhaka' }) incotermPlace: string | null;
  @Text({ max: 2000, example: 'ANABIA GmbH, Hamburg' }) buyer: string;
  @Text({ max: 2000, nullable: true, example: 'Prova, 12 Sonargaon Road, Dhaka' }) seller: string | null;
  @Text({ max: 255, nullable: true, example: 'Eastern Bank PLC' }) bankName: string | null;
  @Text({ max: 1000, nullable: true, example: 'Gulshan, Dhaka' }) bankAddress: string | null;
  @Text({ max: 11, nullable: true, example: 'EBLDBDDH' }) bankBic: string | null;
  @Text({ max: 60, nullable: true, example: '1041070012345' }) bankAccount: string | null;
  @Text({ max: 255, nullable: true, example: 'Director' }) signatory: string | null;
  @Text({ max: 5000, nullable: true, example: null }) notes: string | null;
  @Text({ max: 2000, nullable: true, example: null }) cancelReason: string | null;
  @ListOf(() => CommercialInvoiceLineDto, { max: 500 }) lines: CommercialInvoiceLineDto[];
  @Text({ max: 255, nullable: true, example: 'Rina Akter' }) createdBy: string | null;
  @Instant() createdAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from(invoice: CommercialInvoice): CommercialInvoiceDto {
    const { id, shipmentId, invoiceNumber, status, issueDate, currency, incoterm, incotermPlace, buyer } = invoice;
    const { orderNumbers, seller, bankName, bankAddress, bankBic, bankAccount, signatory } = invoice;
    return {
      ...{ id, shipmentId, invoiceNumber, status, issueDate, currency, incoterm, incotermPlace, buyer },
      ...{ orderNumbers, seller, bankName, bankAddress, bankBic, bankAccount, signatory },
      nextStatuses: [...commercialInvoiceLifecycle.nextOf(status)],
      amount: amountText(invoice.amount, currency),
      notes: invoice.notes,
      cancelReason: invoice.cancelReason,
      lines: invoice.lines.map((line) => ({
        ...{ orderLineId: line.orderLineId, description: line.description, unit: line.unit },
        quantity: quantityText(line.quantity),
        unitPrice: priceText(line.unitPrice),
        ...{ priceFrom: line.priceFrom, piNumber: line.piNumber },
        amount: amountText(line.amount, currency),
      })),
      createdBy: invoice.createdBy?.fullName ?? null,
      createdAt: invoice.createdAt.toISOString(),
      rowVersion: invoice.rowVersion,
    };
  }
}

export class CommercialInvoicesDto {
  @ListOf(() => CommercialInvoiceDto, { max: 1000 }) invoices: CommercialInvoiceDto[];
}

/** One of the list of all: what it asks for, of whom, and for which shipment. */
export class CommercialInvoiceRowDto {
  @Id() id: string;
  @Id({ nullable: true, description: 'Null once its order was purged: the invoice stays.' }) shipmentId: string | null;
  @Text({ max: 100, nullable: true, description: 'The number of its shipment.', example: 'MAEU219884001' })
  awbNumber: string | null;
  @Texts({ description: 'Of the orders that it is for.', example: ['PO-1182'] }) orderNumbers: string[];
  @Text({ max: 30, example: 'CI-00042' }) invoiceNumber: string;
  @OneOf(COMMERCIAL_INVOICE_STATUSES, STATUS) status: CommercialInvoiceStatus;
  @DayField() issueDate: string;
  @AmountField() amount: string;
  @CurrencyField() currency: string;
  @Text({ max: 2000, example: 'ANABIA GmbH, Hamburg' }) buyer: string;
  @Text({ max: 2000, nullable: true, example: null }) cancelReason: string | null;

  static from(invoice: CommercialInvoice): CommercialInvoiceRowDto {
    const { id, shipmentId, shipment, orderNumbers, invoiceNumber, status, issueDate, amount, currency } = invoice;
    return {
      ...{ id, shipmentId, awbNumber: shipment?.awbNumber ?? null, orderNumbers, invoiceNumber, status, issueDate },
      ...{ amount: amountText(amount, currency), currency, buyer: invoice.buyer, cancelReason: invoice.cancelReason },
    };
  }
}

export class CommercialInvoiceTotalDto {
  @CurrencyField() currency: string;
  @Whole({ min: 0, max: 2147483647, description: 'That stand.', example: 18 }) invoices: number;
  @DecimalField({
    min: '0',
    max: '999999999999999',
    scale: 3,
    description: 'Of those that stand.',
    example: '158466.00',
  })
  amount: string;
  @Whole({ min: 0, max: 2147483647, example: 1 }) cancelled: number;

  static from({ currency, invoices, amount, cancelled }: InvoiceTotal): CommercialInvoiceTotalDto {
    return { currency, invoices, amount: amountText(amount, currency), cancelled };
  }
}

export class CommercialInvoiceTotalsDto {
  @ListOf(() => CommercialInvoiceTotalDto, { max: 200, description: 'A currency each: they never add up.' })
  totals: CommercialInvoiceTotalDto[];
}
