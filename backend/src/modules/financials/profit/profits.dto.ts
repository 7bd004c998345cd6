import Decimal from 'decimal.js';
import {
  CurrencyField,
  DayField,
  DecimalField,
  Id,
  ListOf,
  Nested,
  OneOf,
  Text,
  Whole,
} from '../../../platform/http/fields';
import { amountText } from '../../../platform/values/money';
import { quantityText } from '../../../platform/values/quantity';
import { PersonDto } from '../../orders/order/orders.dto';
import { price } from '../../orders/line/lines.dto';
import { ORDER_STATUSES, type OrderStatus } from '../../orders/vocabulary';
import type { AppliedRate } from '../exchange-rates/conversion';
import type { OrderProfit } from './order-profit.entity';
import type { ProfitTotal } from './order-profits.repository';
import type { LineProfit } from './profit.rules';
import type { ReckonedLine } from './profit-keeper';
import type { ConvertedTotals } from './profits.service';

const amount = { min: '-999999999999999', max: '999999999999999', scale: 3 };
const Amount = (description: string, example: string) => DecimalField({ ...amount, description, example });
const count = { min: 0, max: 2147483647 };

/** The four figures, all in the currency that stands beside them. */
class ProfitFiguresDto {
  @Amount('Σ quantity × our price of the lines.', '96400.00') value: string;
  @Amount('Σ (our price − mill price − commission) × quantity of the lines.', '12400.00') potentialProfit: string;
  @Amount('The value of what came, at most of what was ordered.', '48200.00') realizedValue: string;
  @Amount('The profit on what came, at most on what was ordered.', '6200.00') realizedProfit: string;
}

type Figures = Record<keyof ProfitFiguresDto, Decimal.Value>;

function figuresOf(figures: Figures, currency: string): ProfitFiguresDto {
  return {
    value: amountText(figures.value, currency),
    potentialProfit: amountText(figures.potentialProfit, currency),
    realizedValue: amountText(figures.realizedValue, currency),
    realizedProfit: amountText(figures.realizedProfit, currency),
  };
}

/** Of 100 of value; one decimal, half up. */
const marginOf = ({ value, potentialProfit }: Figures): string | null =>
  new Decimal(value).isZero()
    ? null
    : new Decimal(potentialProfit).times(100).div(value).toFixed(1, Decimal.ROUND_HALF_UP);

const Margin = () =>
  DecimalField({
    min: '-100000000',
    max: '100',
    scale: 1,
    nullable: true,
    description: 'Potential profit, of 100 of value; null without a value.',
    example: '12.9',
  });

export class OrderProfitDto extends ProfitFiguresDto {
  @Id() orderId: string;
  @Text({ max: 100, example: 'PB-20261120-0001' }) orderNumber: string;
  @Text({ max: 255, example: 'Lund & Co' }) customerName: string;
  @Text({ max: 255, nullable: true, example: 'ANABIA' }) buyerName: string | null;
  @OneOf(ORDER_STATUSES, { name: 'OrderStatus' }) status: OrderStatus;
  @DayField({ nullable: true, example: '2026-11-02' }) orderDate: string | null;
  @Nested(() => PersonDto, { nullable: true }) merchandiser: PersonDto | null;
  @CurrencyField() currency: string;
  @Margin() marginPercent: string | null;
  @Whole({ ...count, description: 'Lines that have no profit, for want of a price.', example: 0 })
  unpricedLines: number;

  static from(profit: OrderProfit): OrderProfitDto {
    const { order, currency, unpricedLines } = profit;
    return {
      orderId: profit.orderId,
      orderNumber: order.orderNumber,
      customerName: order.customerName,
      buyerName: order.buyerName,
      status: order.status,
      orderDate: order.orderDate,
      merchandiser: PersonDto.from(order.merchandiser),
      currency,
      ...figuresOf(profit, currency),
      marginPercent: marginOf(profit),
      unpricedLines,
    };
  }
}

export class ProfitTotalDto extends ProfitFiguresDto {
  @CurrencyField() currency: string;
  @Whole({ ...count, description: 'Orders that have amounts in this currency.', example: 12 }) orders: number;
  @Margin() marginPercent: string | null;
  @Whole({ ...count, description: 'Lines that have no profit, for want of a price.', example: 0 })
  unpricedLines: number;

  static from(total: ProfitTotal): ProfitTotalDto {
    const { currency, orders, unpricedLines } = total;
    return { currency, orders, ...figuresOf(total, currency), marginPercent: marginOf(total), unpricedLines };
  }
}

export class AppliedRateDto {
  @CurrencyField({ example: 'EUR' }) currency: string;
  @DecimalField({
    min: '0',
    max: '9999999999',
    scale: 12,
    description: 'One of it is so many of the other.',
    example: '1.08',
  })
  factor: string;
  @DayField({ example: '2026-11-20' }) ratedOn: string;
  @Text({ max: 100, example: 'Bangladesh Bank' }) source: string;

  static from({ currency, factor, rate: { ratedOn, source } }: AppliedRate): AppliedRateDto {
    return { currency, factor: factor.toDecimalPlaces(12, Decimal.ROUND_HALF_UP).toFixed(), ratedOn, source };
  }
}

/** Totals told in one currency: a view, by rates that are named. */
export class ConvertedProfitDto extends ProfitFiguresDto {
  @CurrencyField() currency: string;
  @Margin() marginPercent: string | null;
  @ListOf(() => AppliedRateDto, { max: 200, description: 'The rates it was told by.' }) rates: AppliedRateDto[];
  @ListOf(() => ProfitTotalDto, { max: 200, description: 'What is not in it: no rate is recorded for these.' })
  without: ProfitTotalDto[];

  static from({ currency, figures, rates, without }: ConvertedTotals): ConvertedProfitDto {
    return {
      currency,
      ...figuresOf(figures, currency),
      marginPercent: marginOf(figures),
      rates: rates.map((rate) => AppliedRateDto.from(rate)),
      without: without.map((total) => ProfitTotalDto.from(total)),
    };
  }
}

export class ProfitTotalsDto {
  @ListOf(() => ProfitTotalDto, { max: 200, description: 'One a currency: they never add up.' })
  totals: ProfitTotalDto[];
}

const unitPrice = { min: '-9999999999', max: '9999999999', scale: 4, nullable: true } as const;

/** A part may have no end of decimals; amounts are reckoned of all of them. */
const rounded = (quantity: string): string =>
  quantityText(new Decimal(quantity).toDecimalPlaces(3, Decimal.ROUND_HALF_UP));

/** Why a line adds what it adds. */
export class LineProfitDto {
  @Id({ nullable: true, description: 'Null: the order’s own quantity and prices, since it has no lines.' })
  orderLineId: string | null;
  @Text({ max: 600, example: 'ST-1 · WHITE' }) label: string;
  @CurrencyField() currency: string;
  @DecimalField({ min: '0', max: '99999999999', scale: 3, example: '5000' }) quantity: string;
  @Text({ max: 20, example: 'yards' }) unit: string;
  @DecimalField({ ...unitPrice, example: '2.45' }) provaPrice: string | null;
  @DecimalField({ ...unitPrice, example: '2.10' }) millPrice: string | null;
  @DecimalField({ ...unitPrice, description: 'Per unit.', example: '0.05' }) commission: string | null;
  @DecimalField({
    ...unitPrice,
    description: 'Our price − mill price − commission; null where a price is missing.',
    example: '0.30',
  })
  margin: string | null;
  @DecimalField({ ...amount, nullable: true, example: '12250.00' }) value: string | null;
  @DecimalField({ ...amount, nullable: true, example: '1500.00' }) potentialProfit: string | null;
  @DecimalField({ min: '0', max: '99999999999', scale: 3, description: 'What came of the line.', example: '2000' })
  delivered: string;
  @DecimalField({
    min: '0',
    max: '99999999999',
    scale: 3,
    description: 'Its part of what came for the order as a whole.',
    example: '0',
  })
  share: string;
  @DecimalField({
    min: '0',
    max: '99999999999',
    scale: 3,
    description: 'Both, at most what was ordered.',
    example: '2000',
  })
  realizedQuantity: string;
  @DecimalField({ ...amount, nullable: true, example: '4900.00' }) realizedValue: string | null;
  @DecimalField({ ...amount, nullable: true, example: '600.00' }) realizedProfit: string | null;

  static from(profit: LineProfit<ReckonedLine>): LineProfitDto {
    const { line, margin, value, potentialProfit, realizedValue, realizedProfit } = profit;
    return {
      orderLineId: line.id,
      label: line.label,
      currency: line.currency,
      quantity: quantityText(line.quantity ?? '0'),
      unit: line.unit,
      provaPrice: price(line.provaPrice),
      millPrice: price(line.millPrice),
      commission: price(line.commission),
      margin: price(margin),
      value,
      potentialProfit,
      delivered: quantityText(profit.delivered),
      share: rounded(profit.share),
      realizedQuantity: rounded(profit.realizedQuantity),
      realizedValue,
      realizedProfit,
    };
  }
}

export class OrderProfitDetailDto {
  @Id() orderId: string;
  @Text({ max: 100, example: 'PB-20261120-0001' }) orderNumber: string;
  @ListOf(() => LineProfitDto, { max: 2000 }) lines: LineProfitDto[];
}
