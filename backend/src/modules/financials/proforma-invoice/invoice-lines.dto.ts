import {
  DecimalField,
  Id,
  Nested,
  PriceField,
  QuantityField,
  Text,
  UnitField,
  CurrencyField,
  AmountField,
  Whole,
  Flag,
} from '../../../platform/http/fields';
import { amountText, priceText } from '../../../platform/values/money';
import { quantityText, type Unit } from '../../../platform/values/quantity';
import { decimal, price } from '../../orders/line/lines.dto';
import { HS_CODE, type ProformaInvoiceLine } from './proforma-invoice-line.entity';

const may = { optional: true, nullable: true } as const;

/** A line of the order on a PI: what is left out is carried over, or stays as it is. */
export class WriteInvoiceLineDto {
  @Id({ description: 'A line of the PI’s order.' }) orderLineId: string;
  @QuantityField({ optional: true, description: 'In the line’s unit.' }) quantity?: string;
  @PriceField({ optional: true }) price?: string;
  @Text({ optional: true, max: 150, example: 'MT-2291' }) style?: string;
  @Text({ ...may, max: 600, example: 'White' }) colour?: string | null;
  @Text({ ...may, max: 1000, example: 'Single jersey' }) description?: string | null;
  @Text({ ...may, max: 255, example: '100% cotton' }) composition?: string | null;
  @Text({ ...may, max: 1000, example: '30/1 combed' }) construction?: string | null;
  @DecimalField({ ...may, min: '0', max: '99999999', scale: 2, description: 'g/m²', example: '160' })
  gsm?: string | null;
  @Text({ ...may, max: 100, example: '72 in open' }) width?: string | null;
  @Text({
    ...may,
    max: 10,
    pattern: HS_CODE,
    hint: 'An HS code has 6 to 10 digits, such as 60062200.',
    example: '60062200',
  })
  hsCode?: string | null;
}

export class TracedOfferDto {
  @Id() id: string;
  @Text({ max: 255, example: 'Square Fashions' }) millName: string;
  @PriceField() price: string;
  @CurrencyField() currency: string;
  @UnitField() unit: Unit;
  @Flag({ description: 'Whether it still is the chosen one.' }) chosen: boolean;
}

/** Where the figures of a PI's line come from, as it stands today. */
export class LineTraceDto {
  @QuantityField({ nullable: true }) quantity: string | null;
  @UnitField() unit: Unit;
  @PriceField({ nullable: true }) price: string | null;
  @CurrencyField() currency: string;
  @Nested(() => TracedOfferDto, {
    nullable: true,
    description: 'The mill’s offer that was chosen when the PI was raised.',
  })
  millOffer: TracedOfferDto | null;
}

export class InvoiceLineDto {
  @Id() id: string;
  @Id({ nullable: true }) orderLineId: string | null;
  @Whole({ min: 1, max: 2147483647, example: 1 }) position: number;
  @Text({ max: 150, example: 'MT-2291' }) style: string;
  @Text({ max: 600, nullable: true, example: 'White' }) colour: string | null;
  @Text({ max: 1000000, nullable: true, example: 'Single jersey' }) description: string | null;
  @Text({ max: 255, nullable: true, example: '100% cotton' }) composition: string | null;
  @Text({ max: 1000000, nullable: true, example: '30/1 combed' }) construction: string | null;
  @DecimalField({ nullable: true, min: '0', max: '99999999', scale: 2, description: 'g/m²', example: '160' })
  gsm: string | null;
  @Text({ max: 100, nullable: true, example: '72 in open' }) width: string | null;
  @Text({ max: 10, nullable: true, example: '60062200' }) hsCode: string | null;
  @QuantityField() quantity: string;
  @UnitField() unit: Unit;
  @PriceField() price: string;
  @AmountField() amount: string;
  @Nested(() => LineTraceDto, { nullable: true, description: 'Null once the order’s line has gone.' })
  trace: LineTraceDto | null;

  static from(line: ProformaInvoiceLine, currency: string): InvoiceLineDto {
    const { orderLine, millOffer } = line;
    return {
      id: line.id,
      orderLineId: orderLine ? line.orderLineId : null,
      position: line.position,
      style: line.style,
      colour: line.colour,
      description: line.description,
      composition: line.composition,
      construction: line.construction,
      gsm: decimal(line.gsm),
      width: line.width,
      hsCode: line.hsCode,
      quantity: quantityText(line.quantity),
      unit: line.unit,
      price: priceText(line.price),
      amount: amountText(line.amount, currency),
      trace: orderLine && {
        quantity: decimal(orderLine.quantity),
        unit: orderLine.unit as Unit,
        price: price(orderLine.provaPrice),
        currency: orderLine.currency,
        millOffer: millOffer && {
          id: millOffer.id,
          millName: millOffer.millName,
          price: priceText(millOffer.price),
          currency: millOffer.currency,
          unit: millOffer.unit,
          chosen: millOffer.chosen,
        },
      },
    };
  }
}

/** A line as it is written again by an undo, and as events tell it. */
export const writtenLine = (line: ProformaInvoiceLine): WriteInvoiceLineDto => ({
  orderLineId: line.orderLineId ?? line.id,
  quantity: quantityText(line.quantity),
  price: priceText(line.price),
  style: line.style,
  colour: line.colour,
  description: line.description,
  composition: line.composition,
  construction: line.construction,
  gsm: decimal(line.gsm),
  width: line.width,
  hsCode: line.hsCode,
});
