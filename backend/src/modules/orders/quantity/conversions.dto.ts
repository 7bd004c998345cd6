import { DecimalField, ListOf, Nested, OneOf, QuantityField, Text, UnitField } from '../../../platform/http/fields';
import type { Unit } from '../../../platform/values/quantity';
import type { Conversion } from './conversion';
import { CONVERSION_UNITS, FACTOR_KINDS, type ConversionUnit, type FactorKind } from './fabric';
import type { Factor } from './route';

export class ConversionQueryDto {
  @OneOf(CONVERSION_UNITS, { name: 'ConversionUnit', description: 'The unit it is wanted in.' }) to: ConversionUnit;
  @QuantityField({ optional: true, description: 'Another quantity than the line’s own.', example: '100' })
  quantity?: string;
  @UnitField({ optional: true, description: 'Unit of that quantity; the line’s unless told.', example: 'meters' })
  from?: Unit;
}

export class ConvertedQuantityDto {
  @QuantityField({ zero: true, example: '27.432' }) quantity: string;
  @OneOf(CONVERSION_UNITS, { name: 'ConversionUnit' }) unit: ConversionUnit;
}

export class FactorDto implements Factor {
  @OneOf(['times', 'divided_by'], { name: 'FactorOperator' }) operator: Factor['operator'];
  @Text({ max: 40, example: '1.524' }) value: string;
  @Text({ max: 20, nullable: true, description: 'Null for a bare number.', example: 'm' }) unit: string | null;
  @OneOf(FACTOR_KINDS, { name: 'FactorKind', example: 'full_width' }) kind: FactorKind;
  @Text({ max: 200, nullable: true, description: 'Where the figure comes from.', example: 'finishing width 60 in' })
  source: string | null;
}

/** A quantity in another unit, with the formula that it came about by. */
export class ConversionDto {
  @Nested(() => ConvertedQuantityDto, { example: { quantity: '100', unit: 'meters' } }) from: ConvertedQuantityDto;
  @Nested(() => ConvertedQuantityDto, { description: 'Rounded half up to the decimals of its unit.' })
  to: ConvertedQuantityDto;
  @DecimalField({ min: '0', max: '999999999999999', scale: 6, description: 'To six decimals.', example: '27.432' })
  exact: string;
  @Text({ max: 400, example: '100 m × 1.524 m × 180 g/m² ÷ 1000 = 27.432 kg' }) formula: string;
  @ListOf(() => FactorDto, { max: 20, description: 'The formula step by step.' }) factors: FactorDto[];

  static of({ from, to, exact, formula, factors }: Conversion): ConversionDto {
    return {
      from: from as ConvertedQuantityDto,
      to: to as ConvertedQuantityDto,
      exact: exact.toDecimalPlaces(6).toFixed(),
      formula,
      factors,
    };
  }
}
