import type { ProductionMetricDto, UpdateProductionMetricDto } from '@/shared/api/generated';
import type { DecimalRange } from '@/shared/forms/decimals';
import { day, decimal, type FieldSpec, long, text } from '@/shared/forms/specs';
import { changed, textOf } from '@/shared/forms/values';
import { today } from '@/shared/lib/house';
import { type OutputField, outputOf, stages } from './vocabulary';

export type DayField = 'date' | 'unit' | OutputField | 'notes';
export type DayValues = Record<DayField, string>;

export const outputRange: DecimalRange = { min: '0', max: '99999999999', scale: 3 };

/** One day's output of an order; all three quantities are in its one unit. */
export const daySpecs: Record<DayField, FieldSpec> = {
  date: { ...day('Day'), required: 'Of which day?' },
  unit: { label: 'Unit', kind: 'unit', required: 'In which unit?' },
  knittedQuantity: decimal('Knitted', outputRange),
  dyedQuantity: decimal('Dyed', outputRange),
  finishedQuantity: decimal('Finished', outputRange),
  notes: long('Notes', 2000),
};

/** What a day is before anything is entered for it. Days that are there carry their version. */
export type Ground = Pick<ProductionMetricDto, DayField | 'rowVersion'> & { id?: string };

export function emptyDay(unit: ProductionMetricDto['unit'] = 'kg', date = today()): Ground {
  return { date, unit, knittedQuantity: '0', dyedQuantity: '0', finishedQuantity: '0', notes: null, rowVersion: 0 };
}

/** Nothing made is an empty field, not a zero to type over. */
const shown = (day: Ground) => ({
  ...day,
  ...Object.fromEntries(stages.map(({ field }) => [field, Number(day[field]) === 0 ? null : day[field]])),
});

export const dayValues = (day: Ground): DayValues => textOf<DayField>(daySpecs, shown(day));

/** What differs from what was read; an emptied quantity is zero. */
export function dayChanges(values: DayValues, day: Ground): UpdateProductionMetricDto {
  const body: Record<string, string | null> = changed<DayField>(daySpecs, values, shown(day));
  for (const { field } of stages) if (body[field] === null) body[field] = '0';
  return body as UpdateProductionMetricDto;
}

/** The latest output of a stage among these days, which are the latest first. */
export function lastOf(days: readonly ProductionMetricDto[], field: OutputField): ProductionMetricDto | undefined {
  return days.find((day) => outputOf(day, field) !== null);
}

export type EntryField = 'quantity' | 'unit' | 'entryDate' | 'shift' | 'reason';

/** A number of a line, as it is corrected. */
export const entrySpecs: Record<EntryField, FieldSpec> = {
  quantity: { ...decimal('Quantity', { ...outputRange, min: '0.001' }), required: 'How much was it?' },
  unit: { label: 'Unit', kind: 'unit', required: 'In which unit?' },
  entryDate: { ...day('Day'), required: 'Of which day?' },
  shift: text('Shift', 20),
  reason: text('Why', 500, { placeholder: 'One roll was counted twice.' }),
};
