import {
  AmountField,
  CurrencyField,
  DayField,
  DecimalField,
  Id,
  Instant,
  ListOf,
  Nested,
  OneOf,
  Text,
  Whole,
} from '../../../platform/http/fields';
import { amountText } from '../../../platform/values/money';
import type { PaymentMatch } from '../payment/payment.entity';
import type { Receivable } from './receivable.entity';
import type { Ageing } from './receivables.repository';
import { PAYMENT_METHODS, TENOR_STARTS, type Due, type PaymentMethod, type TenorStart } from './terms';

const may = { optional: true, nullable: true } as const;
const METHOD = { name: 'PaymentMethod', description: 'Transfer, D/P, D/A, or LC.', example: 'lc' } as const;
const START = {
  name: 'PaymentTenorStart',
  description: 'From which day the days count.',
  example: 'shipment',
} as const;
const DAYS = { min: 0, max: 365, example: 60 };
const signed = { min: '-9999999999999', max: '9999999999999', scale: 3 };

export class UpdateReceivableDto {
  @OneOf(PAYMENT_METHODS, { ...may, ...METHOD }) method?: PaymentMethod | null;
  @Whole({ optional: true, ...DAYS, description: '0: at sight, or on that day.' }) tenorDays?: number;
  @OneOf(TENOR_STARTS, { optional: true, ...START }) tenorFrom?: TenorStart;
  @Id({ ...may, description: 'An LC that the order is on. Its own tenor is taken over unless another is sent.' })
  letterOfCreditId?: string | null;
  @Id({
    ...may,
    description: 'Under that LC, with which its documents went; else the one that bears the invoice’s number.',
  })
  drawingId?: string | null;
  @DayField({
    ...may,
    description: 'The day the bank got the documents; under an LC it is said of the drawing, as are the next two.',
  })
  presentedOn?: string | null;
  @DayField({ ...may, description: 'The day the draft was accepted.' }) acceptedOn?: string | null;
  @DayField({ ...may, description: 'As the bank advised it; counts before what is reckoned.' })
  maturesOn?: string | null;
  @Text({ ...may, max: 100, description: 'The bank’s number of the bill.', example: 'EXP-2026-118' })
  bankReference?: string | null;
  @Text({ ...may, max: 5000, example: null }) notes?: string | null;
}

export class CreditOfReceivableDto {
  @Id() id: string;
  @Text({ max: 100, example: 'EXLC-2026-0417' }) lcNumber: string;
}

export class DrawingOfReceivableDto {
  @Id() id: string;
  @Text({ max: 100, example: 'CI-00042' }) reference: string;
}

export class ReceivableDto {
  @Id() id: string;
  @Id() shipmentId: string;
  @Id() orderId: string;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Text({ max: 255, example: 'ANABIA' }) customerName: string;
  @Id({ nullable: true, description: 'Null while the last one was cancelled, and no other issued.' })
  invoiceId: string | null;
  @Text({ max: 30, example: 'CI-00042' }) invoiceNumber: string;
  @CurrencyField() currency: string;
  @DecimalField({ ...signed, description: 'Of the invoice that stands.', example: '158616.30' }) amount: string;
  @DayField() issuedOn: string;
  @DayField({ nullable: true }) shippedOn: string | null;
  @DayField({ nullable: true }) arrivedOn: string | null;
  @OneOf(PAYMENT_METHODS, { ...METHOD, nullable: true }) method: PaymentMethod | null;
  @Whole({ ...DAYS, nullable: true }) tenorDays: number | null;
  @OneOf(TENOR_STARTS, { ...START, nullable: true }) tenorFrom: TenorStart | null;
  @Nested(() => CreditOfReceivableDto, { nullable: true }) letterOfCredit: CreditOfReceivableDto | null;
  @Nested(() => DrawingOfReceivableDto, { nullable: true, description: 'With which its documents went to the bank.' })
  drawing: DrawingOfReceivableDto | null;
  @DayField({ nullable: true }) presentedOn: string | null;
  @DayField({ nullable: true }) acceptedOn: string | null;
  @DayField({ nullable: true }) maturesOn: string | null;
  @Text({ max: 100, nullable: true, example: null }) bankReference: string | null;
  @Text({ max: 5000, nullable: true, example: null }) notes: string | null;
  @DayField({ nullable: true, description: 'Null while it cannot be told.' }) dueOn: string | null;
  @DecimalField({ ...signed, description: 'Bank charges among it.', example: '100000.00' }) received: string;
  @DecimalField({ ...signed, description: 'Below 0 where more came than was asked.', example: '58616.30' })
  outstanding: string;
  @Instant() updatedAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from(row: Receivable): ReceivableDto {
    const { id, shipmentId, orderId, invoiceId, invoiceNumber, currency, order, letterOfCredit, drawing } = row;
    const { issuedOn, shippedOn, arrivedOn, method, tenorDays, tenorFrom, presentedOn, acceptedOn, maturesOn } = row;
    return {
      ...{ id, shipmentId, orderId, invoiceId, invoiceNumber, currency },
      ...{ issuedOn, shippedOn, arrivedOn, method, tenorDays, tenorFrom, presentedOn, acceptedOn, maturesOn },
      ...{ orderNumber: order.orderNumber, customerName: order.customerName },
      letterOfCredit: letterOfCredit && { id: letterOfCredit.id, lcNumber: letterOfCredit.lcNumber },
      drawing: drawing && { id: drawing.id, reference: drawing.reference },
      bankReference: row.bankReference,
      notes: row.notes,
      dueOn: row.dueOn,
      amount: amountText(row.amount, currency),
      received: amountText(row.received, currency),
      outstanding: amountText(row.outstanding, currency),
      updatedAt: row.updatedAt.toISOString(),
      rowVersion: row.rowVersion,
    };
  }
}

/** Of one payment, so much. */
export class ReceivedPartDto {
  @Id() paymentId: string;
  @DayField() receivedOn: string;
  @Text({ max: 100, nullable: true, example: 'FT26324001' }) reference: string | null;
  @AmountField() amount: string;
}

export class ReceivableDetailDto extends ReceivableDto {
  @Text({ max: 1000, description: 'Why it is due on that day.', example: '60 days after the shipment of 5 Jan 2027.' })
  dueRule: string;
  @ListOf(() => ReceivedPartDto, { max: 10_000 }) parts: ReceivedPartDto[];

  static of(row: Receivable, due: Due, parts: readonly PaymentMatch[]): ReceivableDetailDto {
    return {
      ...ReceivableDto.from(row),
      dueRule: due.rule,
      parts: parts.map(({ paymentId, amount, payment: { receivedOn, reference } }) => ({
        ...{ paymentId, receivedOn, reference },
        amount: amountText(amount, row.currency),
      })),
    };
  }
}

const sum = { min: '0', max: '999999999999999', scale: 3, example: '12000.00' };

export class AgeingDto {
  @CurrencyField() currency: string;
  @Whole({ min: 0, max: 2147483647, description: 'Invoices that wait for money.', example: 4 }) invoices: number;
  @DecimalField(sum) outstanding: string;
  @DecimalField(sum) notDue: string;
  @DecimalField({ ...sum, description: 'Nobody knows yet when it is due.' }) undated: string;
  @DecimalField(sum) days1To30: string;
  @DecimalField(sum) days31To60: string;
  @DecimalField(sum) days61To90: string;
  @DecimalField(sum) over90: string;
  @DecimalField({ ...sum, description: 'Came above what invoices ask, and counts against nothing.' }) overpaid: string;
  @DayField({ nullable: true, description: 'Money is outstanding since then.' }) oldestDueOn: string | null;

  static from(of: Ageing): AgeingDto {
    const { currency, invoices, oldestDueOn } = of;
    const told = (amount: string) => amountText(amount, currency);
    return {
      ...{ currency, invoices, oldestDueOn },
      outstanding: told(of.outstanding),
      notDue: told(of.notDue),
      undated: told(of.undated),
      days1To30: told(of.days1To30),
      days31To60: told(of.days31To60),
      days61To90: told(of.days61To90),
      over90: told(of.over90),
      overpaid: told(of.overpaid),
    };
  }
}

export class AgeingsDto {
  @ListOf(() => AgeingDto, { max: 200, description: 'One a currency: they never add up.' }) totals: AgeingDto[];
}
