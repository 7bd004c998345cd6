import { OmitType, PartialType } from '@nestjs/swagger';
import {
  AmountField,
  CurrencyField,
  DayField,
  Flag,
  Id,
  Instant,
  ListOf,
  Nested,
  OneOf,
  PercentField,
  SomeOf,
  Text,
  Whole,
} from '../../../platform/http/fields';
import { StoredFileDto } from '../../../platform/storage/attachment.dto';
import { amountText } from '../../../platform/values/money';
import type { Actor } from '../../auth/access/actor';
import { seesOrder } from '../../orders/order-scope';
import { percentText } from '../amounts';
import { amountBalance } from './balance';
import { PersonDto } from '../../orders/order/orders.dto';
import { CHECK_VERDICTS, verdictOf, type CheckVerdict } from './check/credit-check';
import type { LetterOfCredit } from './letter-of-credit.entity';
import {
  LETTER_OF_CREDIT_STATUSES,
  letterOfCreditLifecycle,
  type LetterOfCreditStatus,
} from './letter-of-credit.lifecycle';

const may = { optional: true, nullable: true } as const;

/** What a person may write on an LC; its status moves by its own routes. */
export class CreateLetterOfCreditDto {
  @Id() orderId: string;
  @Text({ optional: true, max: 100, description: 'The bank’s. Left out: LC-00001 and on.', example: 'EXLC-2026-0417' })
  lcNumber?: string;
  @AmountField({ example: '158466.00' }) amount: string;
  @CurrencyField({ optional: true, description: 'That of the order, unless told.' }) currency?: string;
  @DayField({ example: '2026-11-21' }) issueDate: string;
  @DayField({ description: 'The last day to present documents.', example: '2027-01-20' }) expiryDate: string;
  @DayField({ ...may, description: 'The last day to ship.', example: '2027-01-05' }) latestShipmentDate?: string | null;
  @PercentField({ ...may, description: '39A: so much more may be drawn.', example: '5' })
  amountPlusPercent?: string | null;
  @PercentField({ ...may, description: '39A: and so much less.', example: '5' }) amountMinusPercent?: string | null;
  @PercentField({ ...may, description: '45A or 47A: so much more may be shipped; “about” is 10.', example: '5' })
  quantityPlusPercent?: string | null;
  @PercentField({ ...may, description: '45A or 47A: and so much less.', example: '5' })
  quantityMinusPercent?: string | null;
  @Text({ ...may, max: 255, example: 'HSBC, London' }) issuingBank?: string | null;
  @Text({ ...may, max: 5000, example: 'Partial shipment allowed.' }) notes?: string | null;
  @Text({
    optional: true,
    alternative: true,
    max: 200_000,
    description: 'The MT700 that this was read from: its other terms are kept with it.',
  })
  text?: string;
}

export class UpdateLetterOfCreditDto extends PartialType(OmitType(CreateLetterOfCreditDto, ['orderId', 'text']), {
  skipNullProperties: false,
}) {}

export class CloseLetterOfCreditDto {
  @DayField({ optional: true, description: 'Today, unless told.' }) closedOn?: string;
}

/** An order on an LC: of one that is not yours, the number alone. */
export class OrderOnCreditDto {
  @Id({ nullable: true, description: 'Null where the order is not yours.' }) id: string | null;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Text({ max: 255, nullable: true, example: 'ANABIA' }) customerName: string | null;
}

/** A PI on an LC: of an order that is not yours, the number alone. */
export class InvoiceOnCreditDto {
  @Id({ nullable: true }) id: string | null;
  @Text({ max: 100, example: 'PI-00023' }) piNumber: string;
  @AmountField({ nullable: true }) amount: string | null;
  @CurrencyField({ nullable: true }) currency: string | null;
  @Text({ max: 20, nullable: true, example: 'confirmed' }) status: string | null;
}

export class CreditBalanceDto {
  @AmountField({ description: 'With the tolerance upwards (39A).', example: '166389.30' }) most: string;
  @Text({ max: 20, description: 'By documents that were presented.', example: '120000.00' }) drawn: string;
  @Text({ max: 20, description: 'Of `most`; below 0 where more was drawn than it allows.', example: '46389.30' })
  left: string;
}

export class CreditAmendmentsDto {
  @Whole({ min: 0, max: 999 }) accepted: number;
  @Whole({ min: 0, max: 999, description: 'Waiting for our answer.' }) pending: number;
}

export class CreditCheckDto {
  @OneOf(CHECK_VERDICTS, {
    name: 'CreditVerdict',
    description: 'Not read: nothing was found, but its goods and documents are not known.',
  })
  verdict: CheckVerdict;
  @Whole({ min: 0, max: 10_000 }) discrepancies: number;
  @Whole({ min: 0, max: 10_000 }) risks: number;
}

export class LetterOfCreditDto {
  @Id() id: string;
  @Id({ description: 'Of the orders on it the first that is yours; so are the number and the name.' }) orderId: string;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Text({ max: 255, example: 'ANABIA' }) customerName: string;
  @ListOf(() => OrderOnCreditDto, { max: 1000 }) orders: OrderOnCreditDto[];
  @ListOf(() => InvoiceOnCreditDto, { max: 1000 }) proformaInvoices: InvoiceOnCreditDto[];
  @Text({ max: 100, example: 'EXLC-2026-0417' }) lcNumber: string;
  @OneOf(LETTER_OF_CREDIT_STATUSES, { name: 'LetterOfCreditStatus' }) status: LetterOfCreditStatus;
  @SomeOf(LETTER_OF_CREDIT_STATUSES, { name: 'LetterOfCreditStatus', description: 'Where it may go from here.' })
  nextStatuses: LetterOfCreditStatus[];
  @AmountField({ example: '158466.00' }) amount: string;
  @CurrencyField() currency: string;
  @DayField({ example: '2026-11-21' }) issueDate: string;
  @DayField({ description: 'The last day to present documents.', example: '2027-01-20' }) expiryDate: string;
  @DayField({ nullable: true, description: 'The last day to ship.', example: '2027-01-05' }) latestShipmentDate:
    | string
    | null;
  @DayField({
    nullable: true,
    description: 'By when documents are due: the presentation period or the expiry, whichever is first.',
    example: '2027-01-20',
  })
  presentBy: string | null;
  @Flag({ description: 'That day is reckoned from a shipment that is only planned.' }) presentByExpected: boolean;
  @DayField({
    nullable: true,
    description: 'When the goods left that its clocks run for; null while they are to leave.',
    example: '2026-12-29',
  })
  shippedOn: string | null;
  @PercentField({ nullable: true, description: '39A: so much more may be drawn.', example: '5' }) amountPlusPercent:
    | string
    | null;
  @PercentField({ nullable: true, description: '39A: and so much less.', example: '5' }) amountMinusPercent:
    | string
    | null;
  @PercentField({ nullable: true, description: '45A or 47A: so much more may be shipped.', example: '5' })
  quantityPlusPercent: string | null;
  @PercentField({ nullable: true, description: '45A or 47A: and so much less.', example: '5' }) quantityMinusPercent:
    | string
    | null;
  @Nested(() => CreditBalanceDto) balance: CreditBalanceDto;
  @Nested(() => CreditAmendmentsDto) amendments: CreditAmendmentsDto;
  @Nested(() => CreditCheckDto, { nullable: true, description: 'As it was last checked; null until it was.' })
  check: CreditCheckDto | null;
  @Whole({ min: 0, max: 100_000, description: 'How often documents were presented.' }) drawings: number;
  @DayField({ nullable: true, description: 'Nothing more is drawn on it since.' }) closedOn: string | null;
  @Text({ max: 255, nullable: true, example: 'HSBC, London' }) issuingBank: string | null;
  @Text({ max: 5000, nullable: true, example: 'Partial shipment allowed.' }) notes: string | null;
  @Nested(() => StoredFileDto, { nullable: true }) document: StoredFileDto | null;
  @Nested(() => PersonDto, { nullable: true }) createdBy: PersonDto | null;
  @Instant() createdAt: string;
  @Instant() updatedAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from(credit: LetterOfCredit, actor: Actor): LetterOfCreditDto {
    const { orders, invoices, check, drawn, drawings, amendmentsAccepted, amendmentsPending } = credit.facts;
    const seen = orders.filter((order) => seesOrder(order, actor, 'letter_of_credit.read'));
    const first = seen[0] ?? credit.order;
    const isSeen = (orderId: string) => seen.some(({ id }) => id === orderId);
    const { most, left, drawn: taken } = amountBalance(credit, drawn);
    return {
      id: credit.id,
      orderId: first.id,
      orderNumber: first.orderNumber,
      customerName: first.customerName,
      orders: orders.map(({ id, orderNumber, customerName }) =>
        isSeen(id) ? { id, orderNumber, customerName } : { id: null, orderNumber, customerName: null },
      ),
      proformaInvoices: invoices.map(({ id, piNumber, orderId, amount, currency, status }) =>
        isSeen(orderId)
          ? { id, piNumber, amount: amountText(amount, currency), currency, status }
          : { id: null, piNumber, amount: null, currency: null, status: null },
      ),
      balance: { most, drawn: taken, left },
      amendments: { accepted: amendmentsAccepted, pending: amendmentsPending },
      check: check && { verdict: verdictOf(check), discrepancies: check.discrepancies, risks: check.risks },
      drawings,
      closedOn: credit.closedOn,
      lcNumber: credit.lcNumber,
      status: credit.status,
      nextStatuses: [...letterOfCreditLifecycle.nextOf(credit.status)],
      amount: amountText(credit.amount, credit.currency),
      currency: credit.currency,
      issueDate: credit.issueDate,
      expiryDate: credit.expiryDate,
      latestShipmentDate: credit.latestShipmentDate,
      presentBy: credit.presentBy,
      presentByExpected: credit.presentByExpected,
      shippedOn: credit.shippedOn,
      amountPlusPercent: percentText(credit.amountPlusPercent),
      amountMinusPercent: percentText(credit.amountMinusPercent),
      quantityPlusPercent: percentText(credit.quantityPlusPercent),
      quantityMinusPercent: percentText(credit.quantityMinusPercent),
      issuingBank: credit.issuingBank,
      notes: credit.notes,
      document: StoredFileDto.from(credit.attachment),
      createdBy: PersonDto.from(credit.createdBy),
      createdAt: credit.createdAt.toISOString(),
      updatedAt: credit.updatedAt.toISOString(),
      rowVersion: credit.rowVersion,
    };
  }
}
