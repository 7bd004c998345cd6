import { OmitType, PartialType } from '@nestjs/swagger';
import {
  CurrencyField,
  DayField,
  DecimalField,
  Id,
  Ids,
  JsonObject,
  ListOf,
  Nested,
  OneOf,
  PercentField,
  PriceField,
  QuantityField,
  Text,
  UnitField,
} from '../../../platform/http/fields';
import { OverrideDto } from '../gates/gate.dto';
import { GivenRevisionDto } from '../revision/given-revision.dto';
import { CreateStyleDto } from '../style/styles.dto';
import {
  ORDER_STATUSES,
  ORDER_TYPES,
  STAGES,
  type OrderStatus,
  type OrderType,
  type Stage,
  PROCESS_LOSS_BASES,
  type ProcessLossBasis,
} from '../vocabulary';

const may = { optional: true, nullable: true } as const;

/** What a person may write on an order. Status, stage and merchandiser move by their own routes. */
export class CreateOrderDto {
  @Text({ ...may, max: 50, description: 'Left out: the house numbers it, PB-YYYYMMDD-NNNN.', example: 'PO-1182' })
  orderNumber?: string | null;
  @Text({ max: 255, example: 'ANABIA' }) customerName: string;
  @Text({ ...may, max: 255, example: 'ANABIA' }) buyerName?: string | null;
  @Text({ ...may, max: 60, example: 'SS27' }) season?: string | null;
  @Text({ ...may, max: 100, example: 'MT' }) baseStyleNumber?: string | null;
  @Text({ ...may, max: 100, example: 'MT-2291' }) styleNumber?: string | null;
  @Text({ ...may, max: 255, example: 'Solid' }) cad?: string | null;
  @Text({ max: 255, example: 'Single jersey' }) fabricType: string;
  @Text({ ...may, max: 2000, example: 'Bio-washed' }) fabricSpecifications?: string | null;
  @Text({ ...may, max: 255, example: '100% cotton' }) fabricComposition?: string | null;
  @DecimalField({ ...may, description: 'g/m²', min: '1', max: '99999', scale: 2, example: '160' }) gsm?: string | null;
  @Text({ ...may, max: 100, example: 'Enzyme' }) finishType?: string | null;
  @Text({ ...may, max: 100, example: '30/1 combed' }) construction?: string | null;
  @Text({ ...may, max: 255, example: 'Square Textiles' }) millName?: string | null;
  @PriceField({ ...may, example: '2.10' }) millPrice?: string | null;
  @PriceField({ ...may, example: '2.45' }) provaPrice?: string | null;
  @CurrencyField({ optional: true }) currency?: string;
  @QuantityField({ ...may, description: 'For an order without lines; else it comes from them.', example: '64680' })
  quantity?: string | null;
  @UnitField({ ...may, example: 'pieces' }) unit?: string | null;
  @OneOf(ORDER_TYPES, { optional: true, name: 'OrderType' }) orderType?: OrderType;
  @DayField({ ...may, example: '2027-01-05' }) etd?: string | null;
  @DayField({ ...may, example: '2027-01-25' }) eta?: string | null;
  @DayField({ ...may, example: '2026-11-10' }) orderDate?: string | null;
  @DayField({ ...may, example: '2027-01-25' }) expectedDeliveryDate?: string | null;
  @QuantityField({ ...may, example: '4737' }) finishedFabricQuantity?: string | null;
  @UnitField({ ...may }) finishedFabricUnit?: string | null;
  @PercentField({ ...may, example: '12' }) processLossPercent?: string | null;
  @OneOf(PROCESS_LOSS_BASES, {
    ...may,
    name: 'ProcessLossBasis',
    description:
      'Of what the loss is a percentage: the finished fabric (`output`, unless told) or the greige (`input`).',
  })
  processLossBasis?: ProcessLossBasis | null;
  @Text({ ...may, max: 100, example: 'Elastane' }) mixedFabricType?: string | null;
  @PercentField({ ...may, example: '4' }) mixedFabricPercent?: string | null;
  @PercentField({ optional: true, description: '± of what may be delivered; 5 unless told.', example: '5' })
  deliveryTolerancePercent?: string;
  @Text({ ...may, max: 5000, example: 'Repeat order.' }) notes?: string | null;
  @JsonObject({ optional: true, example: {} }) metadata?: Record<string, unknown>;
  @ListOf(() => CreateStyleDto, { optional: true, max: 100 }) styles?: CreateStyleDto[];
}

export class UpdateOrderDto extends PartialType(OmitType(CreateOrderDto, ['styles']), { skipNullProperties: false }) {
  @Nested(() => GivenRevisionDto, { optional: true, description: 'Asked for where the change alters what was agreed.' })
  revision?: GivenRevisionDto;
}

export class ConvertOrderDto {
  @OneOf(ORDER_TYPES, { name: 'OrderType', example: 'local' }) orderType: OrderType;
}

export class CopyOrderDto {
  @Text({ ...may, max: 50, description: 'Left out: the house numbers it.', example: 'PO-1399' })
  orderNumber?: string | null;
  @DayField({
    ...may,
    description: 'When its first line leaves; the other days follow at the same distance. Left out: no days.',
  })
  etd?: string | null;
}

export class StageDto {
  @OneOf(STAGES.filter((stage) => stage !== 'Delivered'), { name: 'Stage', example: 'Production' }) stage: Stage;
}

export class DeliveryDto {
  @DayField({ optional: true, description: 'Today, unless told.' }) deliveredOn?: string;
  @Nested(() => OverrideDto, { optional: true, description: 'To deliver with an open condition.' })
  override?: OverrideDto;
}

export class AssignmentDto {
  @Id({ description: 'Whose order it becomes.' }) merchandiserId: string;
}

export class LineStatusesDto {
  @OneOf(ORDER_STATUSES, { name: 'OrderStatus', example: 'running' }) status: OrderStatus;
  @Ids({ optional: true, min: 1, max: 1000, description: 'All lines of the order, unless told.' }) lineIds?: string[];
  @Nested(() => OverrideDto, { optional: true, description: 'To complete lines with an open condition.' })
  override?: OverrideDto;
  @Nested(() => GivenRevisionDto, { optional: true, description: 'Asked for where confirmed lines step back.' })
  revision?: GivenRevisionDto;
}

export class OrderStatusDto {
  @OneOf(ORDER_STATUSES, { name: 'OrderStatus', example: 'in_development' }) status: OrderStatus;
  @Nested(() => GivenRevisionDto, { optional: true, description: 'Asked for where a confirmed order steps back.' })
  revision?: GivenRevisionDto;
}

export class AssignmentsDto {
  @Ids({ min: 1, max: 200, description: 'All of them are handed over, or none.' }) orderIds: string[];
  @Id({ description: 'Whose orders they become.' }) merchandiserId: string;
}
