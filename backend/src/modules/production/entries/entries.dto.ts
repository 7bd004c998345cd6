import { OmitType, PartialType } from '@nestjs/swagger';
import {
  DayField,
  Flag,
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
import { OverrideDto } from '../../orders/gates/gate.dto';
import { lineLabel } from '../../orders/line/lines.dto';
import { PersonDto } from '../../orders/order/orders.dto';
import type { ProductionEntry } from './entry.entity';
import { PRODUCTION_STAGES, type ProductionStage } from './entry.vocabulary';

const may = { optional: true, nullable: true } as const;
const stage = { name: 'ProductionStage', example: 'knitting' } as const;

export class NewProductionEntryDto {
  @Id() orderLineId: string;
  @OneOf(PRODUCTION_STAGES, stage) stage: ProductionStage;
  @DayField({ optional: true, description: 'The day of the output; today unless told.', example: '2026-11-20' })
  entryDate?: string;
  @QuantityField({ example: '205' }) quantity: string;
  @UnitField({ optional: true, description: 'kg for fabric and pieces for garments, unless told.' }) unit?: Unit;
  @Text({ ...may, max: 20, description: 'Another shift of the day is another entry.', example: 'A' })
  shift?: string | null;
  @Text({ ...may, max: 2000, example: 'Machine 4 stood still until noon.' }) notes?: string | null;
  @Text({
    optional: true,
    min: 8,
    max: 64,
    description: 'Made by the device, one each number: sent again, the entry that stands is answered and none is made.',
    example: '5f0b7c1e-8a43-4d0e-9a58-0b8f3c7d2e11',
  })
  deviceKey?: string;
  @Flag({ optional: true, description: 'Enter it although the line has output of this stage and day already.' })
  another?: boolean;
}

export class CreateProductionEntriesDto {
  @ListOf(() => NewProductionEntryDto, { min: 1, max: 200 }) entries: NewProductionEntryDto[];
  @Nested(() => OverrideDto, { optional: true, description: 'To enter dyeing or cutting before its gate is passed.' })
  override?: OverrideDto;
}

export class CorrectProductionEntryDto extends PartialType(
  OmitType(NewProductionEntryDto, ['orderLineId', 'stage', 'deviceKey', 'another']),
  { skipNullProperties: false },
) {
  @Text({ ...may, max: 500, description: 'Why; it is shown in the history.', example: 'Roll 14 was counted twice.' })
  reason?: string | null;
}

/** What an entry said before it was corrected. */
export class EarlierEntryDto {
  @Id() id: string;
  @DayField({ example: '2026-11-20' }) entryDate: string;
  @QuantityField({ example: '250' }) quantity: string;
  @UnitField() unit: Unit;
  @Text({ nullable: true, max: 20, example: 'A' }) shift: string | null;
  @Text({ nullable: true, max: 2000, example: null }) notes: string | null;
  @Text({ nullable: true, max: 500, example: null }) reason: string | null;
  @Nested(() => PersonDto, { nullable: true }) createdBy: PersonDto | null;
  @Instant() createdAt: string;

  static from(entry: ProductionEntry): EarlierEntryDto {
    return {
      id: entry.id,
      entryDate: entry.entryDate,
      quantity: quantityText(entry.quantity),
      unit: entry.unit,
      shift: entry.shift,
      notes: entry.notes,
      reason: entry.reason,
      createdBy: PersonDto.from(entry.createdBy),
      createdAt: entry.createdAt.toISOString(),
    };
  }
}

export class ProductionEntryDto extends EarlierEntryDto {
  @Id() orderId: string;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Text({ max: 255, example: 'ANABIA' }) customerName: string;
  @Id() orderLineId: string;
  @Text({ nullable: true, max: 600, description: 'Null while the line is in the trash.', example: 'MT-2291 · White' })
  orderLineLabel: string | null;
  @OneOf(PRODUCTION_STAGES, stage) stage: ProductionStage;
  @Text({ nullable: true, max: 64, example: null }) deviceKey: string | null;
  @Id({ nullable: true, description: 'The entry that this one corrects.' }) correctsId: string | null;
  @Flag({ description: 'It counts; not where it was corrected since.' }) isCurrent: boolean;
  @Instant() updatedAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static override from(entry: ProductionEntry): ProductionEntryDto {
    const { order, orderLine: line } = entry;
    return {
      ...EarlierEntryDto.from(entry),
      orderId: entry.orderId,
      orderNumber: order.orderNumber,
      customerName: order.customerName,
      orderLineId: entry.orderLineId,
      orderLineLabel: line ? lineLabel(line, line.style.styleNumber) : null,
      stage: entry.stage,
      deviceKey: entry.deviceKey,
      correctsId: entry.correctsId,
      isCurrent: entry.isCurrent,
      updatedAt: entry.updatedAt.toISOString(),
      rowVersion: entry.rowVersion,
    };
  }
}

export class ProductionEntryDetailDto extends ProductionEntryDto {
  @ListOf(() => EarlierEntryDto, { max: 1000, description: 'What it was before each correction, the latest first.' })
  earlier: EarlierEntryDto[];

  static of(entry: ProductionEntry, earlier: readonly ProductionEntry[]): ProductionEntryDetailDto {
    return { ...ProductionEntryDto.from(entry), earlier: earlier.map((each) => EarlierEntryDto.from(each)) };
  }
}
