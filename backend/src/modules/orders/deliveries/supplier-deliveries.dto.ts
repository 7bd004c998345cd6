import { OmitType, PartialType } from '@nestjs/swagger';
import {
  DayField,
  Id,
  Instant,
  ListOf,
  Nested,
  OneOf,
  QuantityField,
  Text,
  UnitField,
  Whole,
} from '../../../platform/http/fields';
import { quantityText, type Unit } from '../../../platform/values/quantity';
import { lineLabel } from '../line/lines.dto';
import { PersonDto } from '../order/orders.dto';
import { convert } from '../quantity/conversion';
import { ConversionDto } from '../quantity/conversions.dto';
import { DELIVERED, type Delivered, type SupplierDelivery } from './supplier-delivery.entity';

const KIND = {
  name: 'Delivered',
  description: 'The goods that were ordered, or yarn for them: by weight, and counted apart.',
};
const may = { optional: true, nullable: true } as const;

export class CreateSupplierDeliveryDto {
  @Id() orderId: string;
  @Id({ ...may, description: 'Of which line; without one it is of the style, or of the order as a whole.' })
  orderLineId?: string | null;
  @Id({ ...may, description: 'Of which style; the line’s unless told.' }) styleId?: string | null;
  @OneOf(DELIVERED, { ...KIND, optional: true }) kind?: Delivered;
  @DayField({ optional: true, description: 'Today, unless told.', example: '2026-11-20' }) deliveryDate?: string;
  @QuantityField({ example: '1200' }) deliveredQuantity: string;
  @UnitField({ optional: true, description: 'The line’s, else the order’s, unless told; kg of yarn.' }) unit?: Unit;
  @Text({ ...may, max: 100, description: 'Of the mill’s delivery note.', example: 'CH-2291' })
  challanNumber?: string | null;
  @Whole({ ...may, min: 1, max: 100000, example: 48 }) rollCount?: number | null;
  @Text({ ...may, max: 2000, example: 'Two rolls were wet.' }) notes?: string | null;
}

export class UpdateSupplierDeliveryDto extends PartialType(OmitType(CreateSupplierDeliveryDto, ['orderId']), {
  skipNullProperties: false,
}) {}

/** What came of one line, among several. */
export class DeliveredLineDto {
  @Id() orderLineId: string;
  @QuantityField({ example: '1200' }) deliveredQuantity: string;
  @UnitField({ optional: true, description: 'The line’s, unless told; kg of yarn.' }) unit?: Unit;
  @Whole({ ...may, min: 1, max: 100000, example: 48 }) rollCount?: number | null;
  @Text({ ...may, max: 2000, example: 'Two rolls were wet.' }) notes?: string | null;
}

/** What came on one day with one challan: several lines at once. */
export class CreateSupplierDeliveriesDto {
  @OneOf(DELIVERED, { ...KIND, optional: true }) kind?: Delivered;
  @DayField({ optional: true, description: 'Today, unless told.', example: '2026-11-20' }) deliveryDate?: string;
  @Text({ ...may, max: 100, example: 'CH-2291' }) challanNumber?: string | null;
  @ListOf(() => DeliveredLineDto, { min: 1, max: 200 }) lines: DeliveredLineDto[];
}

export class SupplierDeliveryDto {
  @Id() id: string;
  @Id() orderId: string;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Text({ max: 255, example: 'ANABIA' }) customerName: string;
  @Id({ nullable: true }) orderLineId: string | null;
  @Text({ max: 600, nullable: true, description: 'How people name the line.', example: 'MT-2291 · White' })
  orderLineLabel: string | null;
  @Id({ nullable: true }) styleId: string | null;
  @Text({ max: 150, nullable: true, example: 'MT-2291' }) styleNumber: string | null;
  @OneOf(DELIVERED, KIND) kind: Delivered;
  @DayField({ example: '2026-11-20' }) deliveryDate: string;
  @QuantityField({ example: '1200' }) deliveredQuantity: string;
  @UnitField() unit: Unit;
  @Nested(() => ConversionDto, { nullable: true, description: 'In the line’s unit, where it came in another.' })
  inLineUnit: ConversionDto | null;
  @Text({ nullable: true, max: 800, description: 'Why it does not count in the line’s unit.', example: null })
  notConverted: string | null;
  @Text({ max: 100, nullable: true, example: 'CH-2291' }) challanNumber: string | null;
  @Whole({ nullable: true, min: 1, max: 100000, example: 48 }) rollCount: number | null;
  @Text({ max: 2000, nullable: true, example: 'Two rolls were wet.' }) notes: string | null;
  @Nested(() => PersonDto, { nullable: true }) createdBy: PersonDto | null;
  @Instant() createdAt: string;
  @Instant() updatedAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from(delivery: SupplierDelivery): SupplierDeliveryDto {
    const { order, orderLine: line, style } = delivery;
    const counted =
      delivery.kind === 'goods' && line && style && line.unit !== delivery.unit
        ? convert(delivery.deliveredQuantity, delivery.unit, line.unit as Unit, style)
        : null;
    return {
      id: delivery.id,
      orderId: delivery.orderId,
      orderNumber: order.orderNumber,
      customerName: order.customerName,
      orderLineId: delivery.orderLineId,
      orderLineLabel: line ? lineLabel(line, style?.styleNumber ?? '') : null,
      styleId: delivery.styleId,
      styleNumber: style?.styleNumber ?? null,
      kind: delivery.kind,
      deliveryDate: delivery.deliveryDate,
      deliveredQuantity: quantityText(delivery.deliveredQuantity),
      unit: delivery.unit,
      inLineUnit: counted?.conversion ? ConversionDto.of(counted.conversion) : null,
      notConverted: counted?.refusal?.sentence ?? null,
      challanNumber: delivery.challanNumber,
      rollCount: delivery.rollCount,
      notes: delivery.notes,
      createdBy: PersonDto.from(delivery.createdBy),
      createdAt: delivery.createdAt.toISOString(),
      updatedAt: delivery.updatedAt.toISOString(),
      rowVersion: delivery.rowVersion,
    };
  }
}
