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
import { PersonDto } from '../../orders/order/orders.dto';
import { PAYMENT_METHODS, type PaymentMethod } from '../receivable/terms';
import type { Payment, PaymentMatch } from './payment.entity';

const may = { optional: true, nullable: true } as const;
const METHOD = { name: 'PaymentMethod', description: 'Transfer, D/P, D/A, or LC.', example: 'tt' } as const;
const CHARGES = {
  min: '0',
  max: '9999999999999',
  scale: 3,
  description: 'What banks kept of what the buyer paid; it settles invoices like the rest.',
  example: '45.00',
};

export class MatchDto {
  @Id() receivableId: string;
  @AmountField({ description: 'In the currency of the payment.', example: '12000.00' }) amount: string;
}

export class MatchPaymentDto {
  @ListOf(() => MatchDto, { max: 200 }) matches: MatchDto[];
}

class WrittenPaymentDto {
  @OneOf(PAYMENT_METHODS, { ...may, ...METHOD }) method?: PaymentMethod | null;
  @DayField({ optional: true, description: 'The day the money came; today, unless told.' }) receivedOn?: string;
  @CurrencyField({ optional: true, description: 'That of the order, unless told.' }) currency?: string;
  @DecimalField({ ...CHARGES, optional: true }) charges?: string;
  @Text({ ...may, max: 255, description: 'Who paid; the order’s customer, unless told.', example: 'ANABIA GmbH' })
  payer?: string | null;
  @Text({ ...may, max: 100, description: 'The number on the bank’s advice.', example: 'FT26324001' })
  reference?: string | null;
  @Text({ ...may, max: 5000, example: null }) notes?: string | null;
}

export class RecordPaymentDto extends WrittenPaymentDto {
  @Id({ description: 'The order it is first for.' }) orderId: string;
  @AmountField({ description: 'What reached our account.', example: '12000.00' }) amount: string;
  @ListOf(() => MatchDto, { optional: true, max: 200, description: 'None: an advance.' }) matches?: MatchDto[];
}

export class UpdatePaymentDto extends WrittenPaymentDto {
  @AmountField({ optional: true, example: '12000.00' }) amount?: string;
}

export class PaymentDto {
  @Id() id: string;
  @Id() orderId: string;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Text({ max: 255, example: 'ANABIA' }) customerName: string;
  @OneOf(PAYMENT_METHODS, { ...METHOD, nullable: true }) method: PaymentMethod | null;
  @DayField() receivedOn: string;
  @CurrencyField() currency: string;
  @AmountField({ example: '12000.00' }) amount: string;
  @DecimalField(CHARGES) charges: string;
  @DecimalField({ ...CHARGES, description: 'What of both goes to invoices.', example: '12045.00' }) matched: string;
  @DecimalField({ ...CHARGES, description: 'What goes to none yet.', example: '0.00' }) rest: string;
  @Text({ max: 255, nullable: true, example: 'ANABIA GmbH' }) payer: string | null;
  @Text({ max: 100, nullable: true, example: 'FT26324001' }) reference: string | null;
  @Text({ max: 5000, nullable: true, example: null }) notes: string | null;
  @Nested(() => PersonDto, { nullable: true }) createdBy: PersonDto | null;
  @Instant() createdAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from(payment: Payment): PaymentDto {
    const { id, orderId, order, method, receivedOn, currency, payer, reference, notes, rowVersion } = payment;
    return {
      ...{ id, orderId, method, receivedOn, currency, payer, reference, notes, rowVersion },
      ...{ orderNumber: order.orderNumber, customerName: order.customerName },
      amount: amountText(payment.amount, currency),
      charges: amountText(payment.charges, currency),
      matched: amountText(payment.matched, currency),
      rest: amountText(payment.rest, currency),
      createdBy: PersonDto.from(payment.createdBy),
      createdAt: payment.createdAt.toISOString(),
    };
  }
}

/** Where a part of a payment went. */
export class MatchedPartDto extends MatchDto {
  @Text({ max: 30, example: 'CI-00042' }) invoiceNumber: string;
}

export class PaymentDetailDto extends PaymentDto {
  @ListOf(() => MatchedPartDto, { max: 200 }) matches: MatchedPartDto[];

  static of(payment: Payment, matches: readonly PaymentMatch[]): PaymentDetailDto {
    return {
      ...PaymentDto.from(payment),
      matches: matches.map(({ receivableId, receivable, amount }) => ({
        receivableId,
        invoiceNumber: receivable.invoiceNumber,
        amount: amountText(amount, payment.currency),
      })),
    };
  }
}
