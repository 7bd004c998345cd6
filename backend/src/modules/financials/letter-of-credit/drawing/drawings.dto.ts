import {
  AmountField,
  DayField,
  Id,
  Instant,
  ListOf,
  Nested,
  QuantityField,
  Text,
  UnitField,
} from '../../../../platform/http/fields';
import { amountText } from '../../../../platform/values/money';
import { quantityText, type Unit } from '../../../../platform/values/quantity';
import { PersonDto } from '../../../orders/order/orders.dto';
import type { QuantityBalance } from '../balance';
import type { LetterOfCreditDrawing } from './drawing.entity';

const may = { optional: true, nullable: true } as const;

export class RecordDrawingDto {
  @Text({ max: 100, description: 'Our invoice, or the bank’s bill number.', example: 'CI-00012' }) reference: string;
  @DayField({ optional: true, description: 'The day the bank got the documents; today, unless told.' })
  presentedOn?: string;
  @DayField({ ...may, description: 'The day of shipment by the transport document.' }) shippedOn?: string | null;
  @DayField({ ...may, description: 'The day of our invoice, where a usance counts from it.' }) invoicedOn?:
    | string
    | null;
  @AmountField({ description: 'In the currency of the LC.' }) amount: string;
  @QuantityField({ ...may, example: '12000' }) quantity?: string | null;
  @UnitField(may) unit?: Unit | null;
  @Text({ ...may, max: 5000 }) notes?: string | null;
}

/** What the bank said of documents that it has; null takes it back. */
export class UpdateDrawingDto {
  @DayField({ ...may, description: 'When it accepted the drafts, or undertook to pay later.' })
  acceptedOn?: string | null;
  @DayField({ ...may, description: 'When it pays, where it named the day.' }) maturesOn?: string | null;
  @DayField({ ...may, description: 'The day of our invoice, where a usance counts from it.' }) invoicedOn?:
    | string
    | null;
}

export class DrawingDto {
  @Id() id: string;
  @Text({ max: 100, example: 'CI-00012' }) reference: string;
  @DayField() presentedOn: string;
  @DayField({ nullable: true }) shippedOn: string | null;
  @DayField({ nullable: true }) invoicedOn: string | null;
  @DayField({ nullable: true, description: 'When the bank accepted.' }) acceptedOn: string | null;
  @DayField({ nullable: true, description: 'When the bank said that it pays.' }) maturesOn: string | null;
  @AmountField() amount: string;
  @QuantityField({ nullable: true, example: '12000' }) quantity: string | null;
  @UnitField({ nullable: true }) unit: Unit | null;
  @Text({ max: 5000, nullable: true }) notes: string | null;
  @Nested(() => PersonDto, { nullable: true }) createdBy: PersonDto | null;
  @Instant() createdAt: string;

  static from(drawing: LetterOfCreditDrawing, currency: string): DrawingDto {
    const { id, reference, presentedOn, shippedOn, invoicedOn, acceptedOn, maturesOn, quantity, unit, notes } = drawing;
    return {
      ...{ id, reference, presentedOn, shippedOn, invoicedOn, acceptedOn, maturesOn, unit, notes },
      amount: amountText(drawing.amount, currency),
      quantity: quantity === null ? null : quantityText(quantity),
      createdBy: PersonDto.from(drawing.createdBy),
      createdAt: drawing.createdAt.toISOString(),
    };
  }
}

export class QuantityBalanceDto {
  @UnitField() unit: Unit;
  @QuantityField() quantity: string;
  @QuantityField({ description: 'With the tolerance upwards.' }) most: string;
  @QuantityField({ zero: true }) drawn: string;
  @Text({ max: 20, description: 'Below 0 where more went than the LC allows.', example: '32640' }) left: string;
}

/** What was presented under an LC, and what is left by quantity; by amount it stands on the LC. */
export class DrawingsDto {
  @ListOf(() => DrawingDto, { max: 10_000 }) drawings: DrawingDto[];
  @ListOf(() => QuantityBalanceDto, { max: 10 }) quantities: QuantityBalance[];
}
