import Decimal from 'decimal.js';
import { UNIT_MEASURES } from '../../../platform/values/quantity';
import type { ConversionUnit, FactorKind, Figure, Missing } from './fabric';

export type Measure = 'weight' | 'length' | 'area' | 'pieces' | 'rolls';

const MEASURES: Record<ConversionUnit, readonly [measure: Measure, factor: string]> = {
  ...UNIT_MEASURES,
  square_meters: ['area', '1'],
};

export const measureOf = (unit: ConversionUnit): Measure => MEASURES[unit][0];

/** One step of a formula. */
export interface Factor {
  operator: 'times' | 'divided_by';
  value: string;
  /** As people write it; null for a bare number. */
  unit: string | null;
  kind: FactorKind;
  /** Null for what holds everywhere, such as metres in a yard. */
  source: string | null;
}

type Operator = Factor['operator'];

/** The steps from one unit to another, with what is missing on the way. */
export class Route {
  readonly factors: Factor[] = [];
  readonly missing: Missing[] = [];

  /** By a figure of the fabric. @returns the figure, null when it is missing: then the way ends here */
  by<F extends Figure>(operator: Operator, figure: F | Missing): F | null {
    if ('field' in figure) {
      if (!this.missing.some(({ field }) => field === figure.field)) this.missing.push(figure);
      return null;
    }
    const { value, unit, kind, source } = figure;
    this.factors.push({ operator, value, unit, kind, source });
    return figure;
  }

  /** By a bare number that holds everywhere. */
  byNumber(operator: Operator, value: string): void {
    this.factors.push({ operator, value, unit: null, kind: 'unit', source: null });
  }

  /** Between two units of one measure, by exact factors. */
  units(from: ConversionUnit, to: ConversionUnit): void {
    if (from === to) return;
    this.unit('times', from);
    this.unit('divided_by', to);
  }

  /** The whole way at once; dividing comes last, so that nothing is rounded on the way. */
  apply(quantity: Decimal.Value): Decimal {
    const product = (operator: Operator) =>
      this.factors
        .filter((factor) => factor.operator === operator)
        .reduce((all, { value }) => all.times(value), new Precise(1));
    return new Decimal(product('times').times(quantity).div(product('divided_by')));
  }

  private unit(operator: Operator, unit: ConversionUnit): void {
    const [, factor] = MEASURES[unit];
    if (factor === '0.001') this.byNumber(operator === 'times' ? 'divided_by' : 'times', '1000');
    else if (factor !== '1') this.byNumber(operator, factor);
  }
}

/** More digits than any product of our factors has. */
const Precise = Decimal.clone({ precision: 60 });
