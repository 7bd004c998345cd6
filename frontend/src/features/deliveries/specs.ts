import type { LineDto, OrderDto, SupplierDeliveryDto, UpdateSupplierDeliveryDto } from '@/shared/api/generated';
import { quantityRange } from '@/shared/forms/decimals';
import { choice, day, decimal, type FieldSpec, long, text } from '@/shared/forms/specs';
import { changed, textOf } from '@/shared/forms/values';
import { kindOptions, linesOf } from './vocabulary';

export type DeliveryField =
  | 'orderLineId'
  | 'kind'
  | 'deliveryDate'
  | 'deliveredQuantity'
  | 'unit'
  | 'challanNumber'
  | 'rollCount'
  | 'notes';
export type DeliveryValues = Record<DeliveryField, string>;

const rollRange = { min: '1', max: '100000', scale: 0 };

export const deliverySpecs: Record<Exclude<DeliveryField, 'orderLineId'>, FieldSpec> = {
  kind: choice('What came', kindOptions, { required: 'What came?' }),
  deliveryDate: { ...day('Day'), required: 'On which day did it come?' },
  deliveredQuantity: decimal('Delivered', quantityRange, { required: 'How much came?' }),
  unit: { label: 'Unit', kind: 'unit', required: 'In which unit?' },
  challanNumber: text('Challan', 100, { placeholder: 'CH-2291' }),
  rollCount: decimal('Rolls', rollRange),
  notes: long('Notes', 2000),
};

/** Which line; empty is the order as a whole. */
export const lineSpec = (order: OrderDto): FieldSpec =>
  choice(
    'Line',
    linesOf(order).map(({ id, label }) => ({ value: id, label })),
    { hint: 'Empty: for the order as a whole.' },
  );

const written = (delivery: SupplierDeliveryDto) => ({
  ...delivery,
  rollCount: delivery.rollCount === null ? null : String(delivery.rollCount),
});

const specsWithLine = { orderLineId: choice('Line', []), ...deliverySpecs };

export const deliveryValues = (delivery: SupplierDeliveryDto): DeliveryValues =>
  textOf<DeliveryField>(specsWithLine, written(delivery));

/** What differs from what was read; a delivery that leaves its line leaves its style too. */
export function deliveryChanges(values: DeliveryValues, read: SupplierDeliveryDto): UpdateSupplierDeliveryDto {
  const { rollCount, ...body } = changed<DeliveryField>(specsWithLine, values, written(read));
  return {
    ...body,
    ...(body['orderLineId'] === null ? { styleId: null } : {}),
    ...(rollCount === undefined ? {} : { rollCount: rollCount === null ? null : Number(rollCount) }),
  } as UpdateSupplierDeliveryDto;
}

/** One row of what came together. */
export interface CameValues {
  deliveredQuantity: string;
  unit: string;
  rollCount: string;
}

export const cameValues = (lines: readonly LineDto[]): Record<string, CameValues> =>
  Object.fromEntries(lines.map(({ id, unit }) => [id, { deliveredQuantity: '', unit, rollCount: '' }]));
