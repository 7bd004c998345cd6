import { PartialType } from '@nestjs/swagger';
import {
  CurrencyField,
  DayField,
  DecimalField,
  Id,
  Instant,
  JsonObject,
  ListOf,
  Nested,
  OneOf,
  PercentField,
  PriceField,
  QuantityField,
  SomeOf,
  Text,
  UnitField,
  Whole,
} from '../../../platform/http/fields';
import type { Language } from '../../../platform/mail/letter';
import { priceText } from '../../../platform/values/money';
import { quantityText } from '../../../platform/values/quantity';
import { numberInBangla } from '../../../platform/values/words.bn';
import { GivenRevisionDto } from '../revision/given-revision.dto';
import { deliveryOf, type LineDelivery } from '../deliveries/delivery-figures';
import { LineDeliveryDto } from '../deliveries/line-delivery.dto';
import type { OrderStyle } from '../style/style.entity';
import { GateDto, OverrideDto } from '../gates/gate.dto';
import { ORDER_STATUSES, PROCESS_LOSS_BASES, type OrderStatus, type ProcessLossBasis } from '../vocabulary';
import type { OrderLine } from './line.entity';
import { lineLifecycle } from './line.lifecycle';

const may = { optional: true, nullable: true } as const;
const screens = { min: '1', max: '40', scale: 0, description: 'Of the print, one a colour.', example: '6' } as const;

/** What a person may write on a line; status and approvals move by their own routes. */
export class CreateLineDto {
  @Text({ ...may, max: 100, example: 'WHT-01' }) colorCode?: string | null;
  @Text({ ...may, max: 255, example: 'White' }) colorName?: string | null;
  @Text({ ...may, max: 100, example: 'CAD-7' }) cadCode?: string | null;
  @Text({ ...may, max: 255, example: 'Solid' }) cadName?: string | null;
  @QuantityField({ ...may, example: '44640' }) quantity?: string | null;
  @UnitField({ optional: true, example: 'pieces' }) unit?: string;
  @Text({ ...may, max: 255, example: 'Square Textiles' }) millName?: string | null;
  @PriceField({ ...may, example: '2.10' }) millPrice?: string | null;
  @PriceField({ ...may, example: '2.45' }) provaPrice?: string | null;
  @PriceField({ ...may, description: 'Money per unit.', example: '0.05' }) commission?: string | null;
  @CurrencyField({ optional: true }) currency?: string;
  @DayField({ ...may, example: '2027-01-05' }) etd?: string | null;
  @DayField({ ...may, example: '2027-01-25' }) eta?: string | null;
  @DayField({ ...may }) submissionDate?: string | null;
  @DayField({ ...may }) approvalDate?: string | null;
  @Text({ ...may, max: 5000, example: 'Ship with style 1182.' }) notes?: string | null;
  @DayField({ ...may }) swatchReceivedDate?: string | null;
  @DayField({ ...may }) swatchSentDate?: string | null;
  @QuantityField({ ...may, example: '4737' }) finishedFabricQuantity?: string | null;
  @UnitField({ ...may }) finishedFabricUnit?: string | null;
  @PercentField({ ...may, example: '12' }) processLossPercent?: string | null;
  @OneOf(PROCESS_LOSS_BASES, {
    ...may,
    name: 'ProcessLossBasis',
    description: 'Of what the loss is a percentage; null: as the order.',
  })
  processLossBasis?: ProcessLossBasis | null;
  @Text({ ...may, max: 100, example: 'Elastane' }) mixedFabricType?: string | null;
  @PercentField({ ...may, example: '4' }) mixedFabricPercent?: string | null;
  @QuantityField({ ...may, description: 'kg of yarn to book.', example: '9550' }) yarnRequired?: string | null;
  @DecimalField({ ...may, ...screens }) screens?: string | null;
  @Text({ ...may, max: 40, description: 'Sewing line.', example: 'A' }) sewingLine?: string | null;
  @PercentField({ ...may, description: '± of what may be delivered; null: as the order.', example: '3' })
  deliveryTolerancePercent?: string | null;
}

export class UpdateLineDto extends PartialType(CreateLineDto, { skipNullProperties: false }) {
  @Nested(() => GivenRevisionDto, { optional: true, description: 'Asked for where the change alters what was agreed.' })
  revision?: GivenRevisionDto;
}

/** Which removal of a line it is, where it was agreed. */
export class LineRemovalDto {
  @Nested(() => GivenRevisionDto, { optional: true, description: 'Asked for where the line was agreed.' })
  revision?: GivenRevisionDto;
}

export class LineStatusDto {
  @OneOf(ORDER_STATUSES, { name: 'OrderStatus', example: 'in_development' }) status: OrderStatus;
  @Nested(() => OverrideDto, { optional: true, description: 'To complete a line with an open condition.' })
  override?: OverrideDto;
  @Nested(() => GivenRevisionDto, { optional: true, description: 'Asked for where a confirmed line steps back.' })
  revision?: GivenRevisionDto;
}

export class ShortClosingDto {
  @Text({ max: 1000, description: 'Why the rest is not coming.', example: 'The mill ran out of the yarn lot.' })
  reason: string;
  @DayField({ optional: true, description: 'Today, unless told.' }) closedOn?: string;
  @Nested(() => OverrideDto, { optional: true, description: 'To complete a line with an open condition.' })
  override?: OverrideDto;
}

/** How much of a line becomes a part of its own, and when that leaves. */
export class SplitLineDto {
  @QuantityField({ description: 'Of the new part; the rest stays on the line.', example: '20000' }) quantity: string;
  @DayField({ optional: true, description: 'When the part leaves; the day of the line, unless told.' }) etd?: string;
  @Nested(() => GivenRevisionDto, { optional: true, description: 'Asked for where the line was agreed.' })
  revision?: GivenRevisionDto;
}

export class LineDto {
  @Id() id: string;
  @Id() orderId: string;
  @Id() styleId: string;
  @Text({ max: 150, example: 'MT-2291' }) styleNumber: string;
  @Whole({ min: 0, max: 100000, example: 1 }) sequenceNumber: number;
  @Text({ max: 600, description: 'How people name the line.', example: 'MT-2291 · White' }) label: string;
  @Text({ max: 100, nullable: true, example: 'WHT-01' }) colorCode: string | null;
  @Text({ max: 255, nullable: true, example: 'White' }) colorName: string | null;
  @Text({ max: 100, nullable: true, example: 'CAD-7' }) cadCode: string | null;
  @Text({ max: 255, nullable: true, example: 'Solid' }) cadName: string | null;
  @Whole({ min: 1, max: 100000, description: 'Which part of its colour and CAD: 2 and more where it was split off.' })
  part: number;
  @QuantityField({ nullable: true, example: '44640' }) quantity: string | null;
  @UnitField({ example: 'pieces' }) unit: string;
  @Text({ max: 255, nullable: true, example: 'Square Textiles' }) millName: string | null;
  @PriceField({ nullable: true, example: '2.10' }) millPrice: string | null;
  @PriceField({ nullable: true, example: '2.45' }) provaPrice: string | null;
  @PriceField({ nullable: true, example: '0.05' }) commission: string | null;
  @CurrencyField() currency: string;
  @DayField({ nullable: true, example: '2027-01-05' }) etd: string | null;
  @DayField({ nullable: true, example: '2027-01-25' }) eta: string | null;
  @DayField({ nullable: true }) submissionDate: string | null;
  @DayField({ nullable: true }) approvalDate: string | null;
  @JsonObject({ description: 'Gate → where it stands; untouched gates are absent.', example: { labDip: 'approved' } })
  approvalStatus: Record<string, string>;
  @ListOf(() => GateDto, { max: 100, description: 'In the order in which they are passed.' }) gates: GateDto[];
  @OneOf(ORDER_STATUSES, { name: 'OrderStatus' }) status: OrderStatus;
  @SomeOf(ORDER_STATUSES, { name: 'OrderStatus', description: 'Where it may go from here.' })
  nextStatuses: OrderStatus[];
  @DayField({ nullable: true, description: 'Completed on this day although less came than was ordered.' })
  shortClosedOn: string | null;
  @Text({ max: 1000, nullable: true, example: 'The mill ran out of the yarn lot.' }) shortCloseReason: string | null;
  @Text({ max: 5000, nullable: true, example: 'Ship with style 1182.' }) notes: string | null;
  @DayField({ nullable: true }) swatchReceivedDate: string | null;
  @DayField({ nullable: true }) swatchSentDate: string | null;
  @QuantityField({ nullable: true, example: '4737' }) finishedFabricQuantity: string | null;
  @UnitField({ nullable: true }) finishedFabricUnit: string | null;
  @PercentField({ nullable: true, example: '12' }) processLossPercent: string | null;
  @OneOf(PROCESS_LOSS_BASES, { nullable: true, name: 'ProcessLossBasis', example: null })
  processLossBasis: ProcessLossBasis | null;
  @Text({ max: 100, nullable: true, example: 'Elastane' }) mixedFabricType: string | null;
  @PercentField({ nullable: true, example: '4' }) mixedFabricPercent: string | null;
  @QuantityField({ nullable: true, example: '9550' }) yarnRequired: string | null;
  @DecimalField({ ...screens, nullable: true }) screens: string | null;
  @Text({ max: 40, nullable: true, example: 'A' }) sewingLine: string | null;
  @PercentField({ nullable: true, description: '±; null: as the order.', example: '3' })
  deliveryTolerancePercent: string | null;
  @Nested(() => LineDeliveryDto, { description: 'What came, in the unit of the line.' }) delivery: LineDeliveryDto;
  @Whole({ min: 0, max: 10000, description: 'Offers of mills.', example: 2 }) millOfferCount: number;
  @Whole({ min: 0, max: 100000, description: 'Files of the line, old versions not counted.', example: 3 })
  fileCount: number;
  @Instant() createdAt: string;
  @Instant() updatedAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  /** @param came of it, where that is known already */
  static from(line: OrderLine, style: OrderStyle = line.style, came: LineDelivery = deliveryOf(line, style)): LineDto {
    return {
      id: line.id,
      orderId: line.orderId,
      styleId: line.styleId,
      styleNumber: style.styleNumber,
      sequenceNumber: line.sequenceNumber,
      label: lineLabel(line, style.styleNumber),
      colorCode: line.colorCode,
      colorName: line.colorName,
      cadCode: line.cadCode,
      cadName: line.cadName,
      part: line.part,
      quantity: decimal(line.quantity),
      unit: line.unit,
      millName: line.millName,
      millPrice: price(line.millPrice),
      provaPrice: price(line.provaPrice),
      commission: price(line.commission),
      currency: line.currency,
      etd: line.etd,
      eta: line.eta,
      submissionDate: line.submissionDate,
      approvalDate: line.approvalDate,
      approvalStatus: line.approvalStatus,
      gates: (line.gates ?? []).map((gate) => GateDto.of(gate)),
      status: line.status,
      nextStatuses: [...lineLifecycle.nextOf(line.status)],
      shortClosedOn: line.shortClosedOn,
      shortCloseReason: line.shortCloseReason,
      notes: line.notes,
      swatchReceivedDate: line.swatchReceivedDate,
      swatchSentDate: line.swatchSentDate,
      finishedFabricQuantity: decimal(line.finishedFabricQuantity),
      finishedFabricUnit: line.finishedFabricUnit,
      processLossPercent: decimal(line.processLossPercent),
      processLossBasis: line.processLossBasis,
      mixedFabricType: line.mixedFabricType,
      mixedFabricPercent: decimal(line.mixedFabricPercent),
      yarnRequired: decimal(line.yarnRequired),
      screens: line.screens,
      sewingLine: line.sewingLine,
      deliveryTolerancePercent: decimal(line.deliveryTolerancePercent),
      delivery: LineDeliveryDto.of(came),
      millOfferCount: line.supply?.offers ?? 0,
      fileCount: line.supply?.files ?? 0,
      createdAt: line.createdAt.toISOString(),
      updatedAt: line.updatedAt.toISOString(),
      rowVersion: line.rowVersion,
    };
  }
}

/** A line that was split, and the part that was split off it. */
export class SplitLinesDto {
  @Nested(() => LineDto) line: LineDto;
  @Nested(() => LineDto) part: LineDto;
}

/** `MT-2291 · White · CAD-7`: style, colour and CAD, as far as they are known, and `part 2` of a line that was split. */
export function lineLabel(line: LabelledLine, styleNumber: string, language: Language = 'en'): string {
  const colour = line.colorName ?? line.colorCode;
  return [styleNumber, colour, line.cadName ?? line.cadCode, partWords(line, language)].filter(Boolean).join(' · ');
}

/** What a line is called by. */
export type LabelledLine = Pick<OrderLine, 'colorName' | 'colorCode' | 'cadName' | 'cadCode' | 'part'>;

/** `part 2`; the first part is called as the line was before it was split. */
export function partWords({ part }: Pick<OrderLine, 'part'>, language: Language = 'en'): string | null {
  const words = language === 'bn' ? `অংশ ${numberInBangla(part)}` : `part ${part}`;
  return part > 1 ? words : null;
}

export const decimal = (value: string | null): string | null => (value === null ? null : quantityText(value));
export const price = (value: string | null): string | null => (value === null ? null : priceText(value));
