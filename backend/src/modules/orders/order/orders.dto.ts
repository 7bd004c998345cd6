import { OmitType } from '@nestjs/swagger';
import {
  CurrencyField,
  DayField,
  DecimalField,
  Id,
  Ids,
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
import { MoneyDto, QuantityDto } from '../../../platform/http/value.dto';
import { quantityText, sumQuantities } from '../../../platform/values/quantity';
import type { User } from '../../auth/users/user.entity';
import { deliveryOf, shortageExcessOf, totalDeliveredOf, type LineDelivery } from '../deliveries/delivery-figures';
import { measuredOf, realizedLines, realizedOf } from '../deliveries/realization';
import { DifferenceDto } from '../deliveries/line-delivery.dto';
import type { OrderLine } from '../line/line.entity';
import type { PlanStanding } from '../line/plan-column';
import { decimal, LineDto, price } from '../line/lines.dto';
import { orderLifecycle } from '../line/line.lifecycle';
import { explainRollUp, figuresOf, potentialProfitOf, quantitiesOf, valueOf, type RollUpReason } from '../line/roll-up';
import { StyleDto } from '../style/styles.dto';
import {
  ORDER_CATEGORIES,
  ORDER_STATUSES,
  ORDER_TYPES,
  type OrderCategory,
  type OrderStatus,
  type OrderType,
  PROCESS_LOSS_BASES,
  type ProcessLossBasis,
  URGENCIES,
  type Urgency,
} from '../vocabulary';
import type { Order } from './order.entity';
import type { ListedOrder } from './orders.repository';

export class PersonDto {
  @Id() id: string;
  @Text({ max: 255, example: 'Rina Akter' }) fullName: string;

  static from(user: User | null | undefined): PersonDto | null {
    return user ? { id: user.id, fullName: user.fullName } : null;
  }
}

/** The header of an order: what a list row and the order page share. */
export class OrderSummaryDto {
  @Id() id: string;
  @Id() uid: string;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Text({ max: 255, example: 'ANABIA' }) customerName: string;
  @Text({ max: 255, nullable: true, example: 'ANABIA' }) buyerName: string | null;
  @Text({ max: 60, nullable: true, example: 'SS27' }) season: string | null;
  @Text({ max: 255, example: 'Single jersey' }) fabricType: string;
  @OneOf(ORDER_TYPES, { name: 'OrderType' }) orderType: OrderType;
  @OneOf(ORDER_STATUSES, { name: 'OrderStatus' }) status: OrderStatus;
  @OneOf(ORDER_CATEGORIES, { name: 'OrderCategory' }) category: OrderCategory;
  @Text({ max: 50, example: 'Design' }) currentStage: string;
  @QuantityField({ nullable: true, description: 'Null where lines are in several units.', example: '64680' }) quantity:
    | string
    | null;
  @UnitField({ nullable: true, example: 'pieces' }) unit: string | null;
  @ListOf(() => QuantityDto, { max: 7, description: 'Σ of the lines, per unit.' }) quantities: QuantityDto[];
  @ListOf(() => MoneyDto, { max: 20, description: 'Σ quantity × our price, per currency.' }) totalValue: MoneyDto[];
  @ListOf(() => QuantityDto, { max: 7, description: 'What came, per unit.' }) totalDeliveredQuantity: QuantityDto[];
  @ListOf(() => DifferenceDto, { max: 7, description: 'Delivered less ordered, per unit; below zero is short.' })
  shortageExcessQuantity: DifferenceDto[];
  @CurrencyField() currency: string;
  @DayField({ nullable: true, description: 'The first day anything leaves.', example: '2027-01-05' }) earliestEtd:
    | string
    | null;
  @DayField({ nullable: true, example: '2026-11-10' }) orderDate: string | null;
  @DayField({ nullable: true, example: '2027-01-25' }) expectedDeliveryDate: string | null;
  @DayField({ nullable: true }) actualDeliveryDate: string | null;
  @JsonObject({ description: 'Gate → where the least advanced line stands.', example: { labDip: 'submission' } })
  approvalStatus: Record<string, string>;
  @Whole({ min: 0, max: 100000, description: 'How often what was agreed has changed.', example: 0 })
  revisionCount: number;
  @Nested(() => PersonDto, { nullable: true }) merchandiser: PersonDto | null;
  @Instant() createdAt: string;
  @Instant() updatedAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  /** @param came of each line */
  static of(order: ListedOrder, lines: readonly OrderLine[], came: readonly LineDelivery[]): OrderSummaryDto {
    const figures = figuresOf(order, lines);
    return {
      id: order.id,
      uid: order.uid,
      orderNumber: order.orderNumber,
      customerName: order.customerName,
      buyerName: order.buyerName,
      season: order.season,
      fabricType: order.fabricType,
      orderType: order.orderType,
      status: order.status,
      category: order.category,
      currentStage: order.currentStage,
      quantity: decimal(order.quantity),
      unit: order.unit,
      quantities: quantitiesOf(figures),
      totalValue: valueOf(figures),
      totalDeliveredQuantity: totalDeliveredOf(lines, order.wholeDelivered ?? [], came),
      shortageExcessQuantity: shortageExcessOf(lines, order.wholeDelivered ?? [], order, came),
      currency: order.currency,
      earliestEtd: order.earliestEtd,
      orderDate: order.orderDate,
      expectedDeliveryDate: order.expectedDeliveryDate,
      actualDeliveryDate: order.actualDeliveryDate,
      approvalStatus: order.approvalStatus,
      revisionCount: order.revisionCount,
      merchandiser: PersonDto.from(order.merchandiser),
      createdAt: order.createdAt.toISOString(),
      updatedAt: order.updatedAt.toISOString(),
      rowVersion: order.rowVersion,
    };
  }
}

/** How a line stands by its plan. */
export class PlanStandingDto implements PlanStanding {
  @Whole({ min: -100000, max: 100000, description: 'Working days; negative when late.', example: -4 })
  slackDays: number;
  @OneOf(URGENCIES, { name: 'Urgency', example: 'late' }) urgency: Urgency;
  @DayField({ example: '2027-01-09' }) forecastOn: string;
  @Text({
    max: 200,
    description:
      'A letter for each step in their order: `d` done, `r` refused, `l` too late for the ETD, `c` on the chain that ' +
      'decides, `o` open.',
    example: 'ddddlcco',
  })
  strip: string;
}

export class ListedLineDto extends LineDto {
  @Nested(() => PlanStandingDto, {
    nullable: true,
    description: 'Null without a plan, without an ETD, and once it is done.',
  })
  plan: PlanStandingDto | null;

  /** @param came of the line, where it is known already */
  static of(line: OrderLine, came?: LineDelivery): ListedLineDto {
    return { ...LineDto.from(line, line.style, came), plan: line.plan ?? null };
  }
}

/** A style of an order, with how its lines stand by their plans. */
export class OrderStyleDto extends OmitType(StyleDto, ['lines']) {
  @ListOf(() => ListedLineDto, { max: 1000 }) lines: ListedLineDto[];
}

export class OrderListItemDto extends OrderSummaryDto {
  @ListOf(() => ListedLineDto, { max: 1000 }) lines: ListedLineDto[];

  static from(order: ListedOrder, lines: readonly OrderLine[]): OrderListItemDto {
    const came = lines.map((line) => deliveryOf(line));
    return {
      ...OrderSummaryDto.of(order, lines, came),
      lines: lines.map((line, index) => ListedLineDto.of(line, came[index])),
    };
  }
}

/** Which lines make a figure of the order what it is. */
export class RollUpReasonDto implements RollUpReason {
  @Text({ max: 120, description: '`status`, `earliestEtd`, or the key of a gate.', example: 'labDip' }) figure: string;
  @Text({ max: 40, example: 'rejected' }) value: string;
  @Ids({ max: 10000 }) lineIds: string[];
  @Whole({ min: 1, max: 10000, description: 'Lines that the figure comes from in all.', example: 2 }) outOf: number;
}

export class OrderDto extends OrderSummaryDto {
  @Text({ max: 100, nullable: true, example: 'MT' }) baseStyleNumber: string | null;
  @Text({ max: 100, nullable: true, example: 'MT-2291' }) styleNumber: string | null;
  @Text({ max: 255, nullable: true, example: 'Solid' }) cad: string | null;
  @Text({ max: 2000, nullable: true, example: 'Bio-washed' }) fabricSpecifications: string | null;
  @Text({ max: 255, nullable: true, example: '100% cotton' }) fabricComposition: string | null;
  @DecimalField({ nullable: true, description: 'g/m²', min: '1', max: '99999', scale: 2, example: '160' }) gsm:
    | string
    | null;
  @Text({ max: 100, nullable: true, example: 'Enzyme' }) finishType: string | null;
  @Text({ max: 100, nullable: true, example: '30/1 combed' }) construction: string | null;
  @Text({ max: 255, nullable: true, example: 'Square Textiles' }) millName: string | null;
  @PriceField({ nullable: true, example: '2.10' }) millPrice: string | null;
  @PriceField({ nullable: true, example: '2.45' }) provaPrice: string | null;
  @DayField({ nullable: true, example: '2027-01-05' }) etd: string | null;
  @DayField({ nullable: true, example: '2027-01-25' }) eta: string | null;
  @QuantityField({ nullable: true, example: '4737' }) finishedFabricQuantity: string | null;
  @UnitField({ nullable: true }) finishedFabricUnit: string | null;
  @PercentField({ nullable: true, example: '12' }) processLossPercent: string | null;
  @OneOf(PROCESS_LOSS_BASES, { nullable: true, name: 'ProcessLossBasis', example: null })
  processLossBasis: ProcessLossBasis | null;
  @Text({ max: 100, nullable: true, example: 'Elastane' }) mixedFabricType: string | null;
  @PercentField({ nullable: true, example: '4' }) mixedFabricPercent: string | null;
  @PercentField({ description: '± of what may be delivered.', example: '5' }) deliveryTolerancePercent: string;
  @ListOf(() => QuantityDto, { max: 7, description: 'What came for the order as a whole, for none of its lines.' })
  deliveredForWholeOrder: QuantityDto[];
  @Text({ max: 5000, nullable: true, example: 'Repeat order.' }) notes: string | null;
  @JsonObject({ example: {} }) metadata: Record<string, unknown>;
  @ListOf(() => MoneyDto, { max: 20, description: 'Σ (our price − mill price − commission) × quantity, per currency.' })
  potentialProfit: MoneyDto[];
  @ListOf(() => MoneyDto, { max: 20, description: 'The value of what came, at most of what was ordered.' })
  realizedValue: MoneyDto[];
  @ListOf(() => MoneyDto, { max: 20, description: 'The profit on what came, at most on what was ordered.' })
  realizedProfit: MoneyDto[];
  @SomeOf(ORDER_STATUSES, {
    name: 'OrderStatus',
    description: 'Where it may go from here; none where its lines decide, or it is delivered.',
  })
  nextStatuses: OrderStatus[];
  @Whole({ min: 0, max: 10000, description: 'How many of its lines have a plan.', example: 2 })
  plannedLineCount: number;
  @Nested(() => PersonDto, { nullable: true }) createdBy: PersonDto | null;
  @ListOf(() => RollUpReasonDto, { max: 200, description: 'Which lines make its figures what they are.' })
  rollUp: RollUpReasonDto[];
  @ListOf(() => OrderStyleDto, { max: 100 }) styles: OrderStyleDto[];

  static from(order: Order, lines: readonly OrderLine[]): OrderDto {
    const came = lines.map((line) => deliveryOf(line));
    const done = realizedLines(
      realizedOf(measuredOf(order, lines), order.wholeDelivered ?? [], lines.length ? came : undefined),
    );
    const styles = [...new Map(lines.map(({ style }) => [style.id, style])).values()].sort(
      (a, b) => a.sequenceNumber - b.sequenceNumber,
    );
    return {
      ...OrderSummaryDto.of(order, lines, came),
      baseStyleNumber: order.baseStyleNumber,
      styleNumber: order.styleNumber,
      cad: order.cad,
      fabricSpecifications: order.fabricSpecifications,
      fabricComposition: order.fabricComposition,
      gsm: decimal(order.gsm),
      finishType: order.finishType,
      construction: order.construction,
      millName: order.millName,
      millPrice: price(order.millPrice),
      provaPrice: price(order.provaPrice),
      etd: order.etd,
      eta: order.eta,
      finishedFabricQuantity: decimal(order.finishedFabricQuantity),
      finishedFabricUnit: order.finishedFabricUnit,
      processLossPercent: decimal(order.processLossPercent),
      processLossBasis: order.processLossBasis,
      mixedFabricType: order.mixedFabricType,
      mixedFabricPercent: decimal(order.mixedFabricPercent),
      deliveryTolerancePercent: quantityText(order.deliveryTolerancePercent),
      deliveredForWholeOrder: sumQuantities(order.wholeDelivered ?? []),
      notes: order.notes,
      metadata: order.metadata,
      potentialProfit: potentialProfitOf(figuresOf(order, lines)),
      realizedValue: valueOf(done),
      realizedProfit: potentialProfitOf(done),
      nextStatuses: lines.length || order.currentStage === 'Delivered' ? [] : [...orderLifecycle.nextOf(order.status)],
      plannedLineCount: lines.filter(({ planned }) => planned).length,
      createdBy: PersonDto.from(order.createdBy),
      // A delivered order is completed, whatever its lines say.
      rollUp: explainRollUp(lines).filter(({ figure }) => figure !== 'status' || order.currentStage !== 'Delivered'),
      styles: styles.map((style) => ({
        ...StyleDto.from(style, []),
        lines: lines.filter(({ styleId }) => styleId === style.id).map((line) => ListedLineDto.of(line)),
      })),
    };
  }
}
