import {
  DayField,
  DecimalField,
  ListOf,
  Nested,
  OneOf,
  PercentField,
  QuantityField,
  Text,
  UnitField,
  Whole,
} from '../../../platform/http/fields';
import { ConversionDto } from '../quantity/conversions.dto';
import { FABRIC_FIELDS, type FabricField } from '../quantity/fabric';
import { TOLERANCE_SOURCES, type Tolerance, type ToleranceSource } from './tolerance';
import { DELIVERY_VERDICTS, type Beside, type DeliveryVerdict, type LineDelivery } from './delivery-figures';

const difference = {
  min: '-99999999999',
  max: '99999999999',
  scale: 3,
  example: '-250',
  description: 'Delivered less ordered; below zero is short.',
};

/** A difference of quantities of one unit. */
export class DifferenceDto {
  @DecimalField(difference) quantity: string;
  @UnitField() unit: string;
}

export class MissingDto {
  @OneOf(FABRIC_FIELDS, { name: 'FabricField', description: 'A field of the style.' }) field: FabricField;
  @Text({ max: 300, example: 'Fill in the GSM of the style.' }) sentence: string;
}

export class BesideDto implements Beside {
  @QuantityField({ example: '1000' }) quantity: string;
  @UnitField() unit: string;
  @ListOf(() => MissingDto, { max: 5, description: 'What the style has to say before it converts.' })
  missing: MissingDto[];
  @Text({ max: 800, example: 'A quantity in kg cannot be shown in yd yet. Fill in the GSM of the style.' })
  sentence: string;
}

/** How far from what was ordered is still as ordered. */
export class DeliveryToleranceDto implements Tolerance {
  @PercentField({ description: 'Less.', example: '5' }) minusPercent: string;
  @PercentField({ description: 'More.', example: '5' }) plusPercent: string;
  @OneOf(TOLERANCE_SOURCES, { name: 'ToleranceSource', description: 'Who says so.' }) source: ToleranceSource;
  @Text({ max: 600, example: 'It is that of the order, which has no LC that was issued.' }) why: string;
}

/** What came of a line; all quantities in the line's unit. */
export class LineDeliveryDto {
  @Whole({ min: 0, max: 1000000, description: 'How many deliveries.', example: 2 }) deliveries: number;
  @QuantityField({ zero: true, example: '4750' }) totalDeliveredQuantity: string;
  @ListOf(() => ConversionDto, { max: 7, description: 'What came in other units, as it was counted.' })
  conversions: ConversionDto[];
  @ListOf(() => BesideDto, { max: 7, description: 'What came and does not convert; it is not in the total.' })
  beside: BesideDto[];
  @DecimalField({ ...difference, nullable: true }) shortageExcessQuantity: string | null;
  @DecimalField({
    nullable: true,
    min: '0',
    max: '999999999999999',
    scale: 1,
    description: 'Delivered, of ordered.',
    example: '95.0',
  })
  percent: string | null;
  @Nested(() => DeliveryToleranceDto) tolerance: DeliveryToleranceDto;
  @QuantityField({ nullable: true, zero: true, description: 'Enough, at the tolerance.', example: '4750' }) least:
    | string
    | null;
  @QuantityField({ nullable: true, description: 'Not too much, at the tolerance.', example: '5250' }) most:
    | string
    | null;
  @OneOf(DELIVERY_VERDICTS, { name: 'DeliveryVerdict' }) verdict: DeliveryVerdict;
  @Text({ max: 1200, example: 'Within ±5 %: 4,750 yd of 5,000 yd came, 250 yd short.' }) sentence: string;
  @DayField({ nullable: true, description: 'Of the last delivery.' }) actualDeliveryDate: string | null;
  @Whole({ min: 0, max: 100000, nullable: true, description: 'Days from the ETD to the last delivery.', example: 0 })
  daysOverdueAtDelivery: number | null;

  static of({ conversions, ...figures }: LineDelivery): LineDeliveryDto {
    return { ...figures, conversions: conversions.map((conversion) => ConversionDto.of(conversion)) };
  }
}
