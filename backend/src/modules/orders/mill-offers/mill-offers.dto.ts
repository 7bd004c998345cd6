import { OmitType, PartialType } from '@nestjs/swagger';
import {
  CurrencyField,
  DayField,
  DecimalField,
  Flag,
  Id,
  Instant,
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
import { amountText, priceText } from '../../../platform/values/money';
import type { Unit } from '../../../platform/values/quantity';
import { MissingDto } from '../deliveries/line-delivery.dto';
import type { OrderLine } from '../line/line.entity';
import { decimal, lineLabel, price } from '../line/lines.dto';
import { PersonDto } from '../order/orders.dto';
import { GivenRevisionDto } from '../revision/given-revision.dto';
import type { MillOffer } from './mill-offer.entity';
import { DELIVERY_RISKS, JUDGED_LINES, type DeliveryRisk, type MillRecord } from './mill-record';
import { COST_PARTS, type ComparedOffer, type CostPart, type OfferGroup } from './offer-comparison';

const may = { optional: true, nullable: true } as const;
const asked = { min: '0.0001', max: '9999999999', scale: 4, example: '5.35', description: 'For one of `unit`.' };
const margin = { nullable: true, min: '-9999999999', max: '9999999999', scale: 4 } as const;

export class CreateMillOfferDto {
  @Id() orderLineId: string;
  @Text({ max: 255, example: 'Square Textiles' }) millName: string;
  @DecimalField(asked) price: string;
  @CurrencyField({ optional: true, description: 'The line’s, unless told.' }) currency?: string;
  @UnitField({ optional: true, description: 'What the price is for one of; the line’s, unless told.' }) unit?: Unit;
  @PriceField({ ...may, description: 'Until the cloth is here, for one of `unit`.', example: '0.08' }) freight?:
    | string
    | null;
  @PercentField({ ...may, description: 'Of price and freight.', example: '5' }) dutyPercent?: string | null;
  @PriceField({ ...may, description: 'Bank, clearing, inland transport, for one of `unit`.', example: '0.02' })
  charges?: string | null;
  @Whole({ ...may, min: 0, max: 1000, description: 'Days after delivery until it is paid.', example: 90 })
  paymentDays?: number | null;
  @Whole({ ...may, min: 0, max: 1000, example: 45 }) leadTimeDays?: number | null;
  @DayField({ ...may, example: '2026-12-31' }) validUntil?: string | null;
  @QuantityField({ ...may, description: 'The least that the mill makes, in `unit`.', example: '500' })
  minimumQuantity?: string | null;
  @Text({ ...may, max: 2000, example: 'Yarn is on stock.' }) notes?: string | null;
}

export class UpdateMillOfferDto extends PartialType(OmitType(CreateMillOfferDto, ['orderLineId']), {
  skipNullProperties: false,
}) {}

export class ChooseMillOfferDto {
  @Nested(() => GivenRevisionDto, { optional: true, description: 'Where the price of the line was agreed already.' })
  revision?: GivenRevisionDto;
}

export class MillOfferDto {
  @Id() id: string;
  @Id() orderId: string;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Text({ max: 255, example: 'ANABIA' }) customerName: string;
  @Id() orderLineId: string;
  @Text({ max: 600, description: 'How people name the line.', example: 'MT-2291 · White' }) orderLineLabel: string;
  @Text({ max: 255, example: 'Square Textiles' }) millName: string;
  @DecimalField(asked) price: string;
  @CurrencyField() currency: string;
  @UnitField() unit: Unit;
  @PriceField({ nullable: true, description: 'For one of `unit`.', example: '0.08' }) freight: string | null;
  @PercentField({ nullable: true, description: 'Of price and freight.', example: '5' }) dutyPercent: string | null;
  @PriceField({ nullable: true, description: 'For one of `unit`.', example: '0.02' }) charges: string | null;
  @Whole({ nullable: true, min: 0, max: 1000, description: 'Days after delivery until it is paid.', example: 90 })
  paymentDays: number | null;
  @Whole({ nullable: true, min: 0, max: 1000, example: 45 }) leadTimeDays: number | null;
  @DayField({ nullable: true, example: '2026-12-31' }) validUntil: string | null;
  @QuantityField({ nullable: true, example: '500' }) minimumQuantity: string | null;
  @Text({ nullable: true, max: 2000, example: 'Yarn is on stock.' }) notes: string | null;
  @Flag({ description: 'Its mill and price stand on the line.', example: false }) chosen: boolean;
  @Nested(() => PersonDto, { nullable: true }) createdBy: PersonDto | null;
  @Instant() createdAt: string;
  @Instant() updatedAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from(offer: MillOffer): MillOfferDto {
    const { orderLine: line } = offer;
    return {
      id: offer.id,
      orderId: offer.orderId,
      orderNumber: line.order.orderNumber,
      customerName: line.order.customerName,
      orderLineId: offer.orderLineId,
      orderLineLabel: lineLabel(line, line.style.styleNumber),
      millName: offer.millName,
      price: priceText(offer.price),
      currency: offer.currency,
      unit: offer.unit,
      freight: price(offer.freight),
      dutyPercent: decimal(offer.dutyPercent),
      charges: price(offer.charges),
      paymentDays: offer.paymentDays,
      leadTimeDays: offer.leadTimeDays,
      validUntil: offer.validUntil,
      minimumQuantity: decimal(offer.minimumQuantity),
      notes: offer.notes,
      chosen: offer.chosen,
      createdBy: PersonDto.from(offer.createdBy),
      createdAt: offer.createdAt.toISOString(),
      updatedAt: offer.updatedAt.toISOString(),
      rowVersion: offer.rowVersion,
    };
  }
}

/** How the last lines of a mill went that whoever asks may see. */
export class MillRecordDto implements MillRecord {
  @Whole({ min: 1, max: JUDGED_LINES, description: 'Of which anything came.', example: 12 }) lines: number;
  @Whole({ min: 0, max: JUDGED_LINES, description: 'Came after their ETD.', example: 5 }) late: number;
  @DecimalField({ min: '0', max: '100000', scale: 1, description: 'Over all of them.', example: '2.4' })
  averageDaysLate: string;
  @Whole({ min: 0, max: JUDGED_LINES, example: 1 }) short: number;
  @Whole({ min: 0, max: JUDGED_LINES, example: 0 }) over: number;
}

/** An offer as the line counts. */
export class ComparedOfferDto {
  @Nested(() => MillOfferDto) offer: MillOfferDto;
  @PriceField({
    nullable: true,
    description: 'For one of the line’s unit, in the offer’s currency.',
    example: '1.1891',
  })
  pricePerLineUnit: string | null;
  @Text({
    nullable: true,
    max: 400,
    description: 'Where the mill prices another unit.',
    example: 'USD 5.35/kg × 0.9144 × 1.4732 m × 165 g/m² ÷ 1000 ≈ USD 1.1891/yd',
  })
  formula: string | null;
  @Text({ nullable: true, max: 800, description: 'Why there is no such price.', example: null }) notConverted:
    | string
    | null;
  @ListOf(() => MissingDto, { max: 5, description: 'What the style has to say for it.', example: [] })
  missing: MissingDto[];
  @PriceField({
    nullable: true,
    description: 'The same with freight, duty and charges, as far as the offer says them: what offers are compared by.',
    example: '1.2704',
  })
  landedPerLineUnit: string | null;
  @Text({
    nullable: true,
    max: 800,
    description: 'Where anything is added to the price.',
    example: 'USD (1.13 + 0.08 freight) × 1.05 with duty = USD 1.2705/yd',
  })
  landedFormula: string | null;
  @SomeOf(COST_PARTS, { name: 'CostPart', description: 'Another offer of this currency says it, this one does not.' })
  notSaid: CostPart[];
  @DecimalField({ ...margin, description: 'Our price less the landed cost and the commission.', example: '0.2909' })
  marginPerUnit: string | null;
  @DecimalField({ ...margin, scale: 3, description: 'On the whole line.', example: '1454.50' }) marginTotal:
    | string
    | null;
  @DayField({ nullable: true, description: 'If it was ordered today.', example: '2027-01-05' }) readyOn: string | null;
  @Whole({ nullable: true, min: -100000, max: 100000, description: 'From then to the ETD; below zero is too late.' })
  daysToSpare: number | null;
  @Flag({ example: false }) isExpired: boolean;
  @Flag({ description: 'The line is less than the mill makes.', example: false }) isBelowMinimum: boolean;
  @Flag({ description: 'The lowest landed cost of its currency.', example: true }) isLowest: boolean;
  @Nested(() => MillRecordDto, { nullable: true }) record: MillRecordDto | null;
  @OneOf(DELIVERY_RISKS, { name: 'DeliveryRisk', description: 'Tight: less to spare than the mill is usually late.' })
  risk: DeliveryRisk;
  @Text({ max: 400, example: 'Promised 15 days before the ETD. Of its last 12 lines none came late.' }) riskWhy: string;

  static of({ offer, refusal, marginTotal, ...figures }: ComparedOffer<MillOffer>): ComparedOfferDto {
    return {
      ...figures,
      offer: MillOfferDto.from(offer),
      notConverted: refusal?.sentence ?? null,
      missing: refusal?.missing ?? [],
      marginTotal: marginTotal === null ? null : amountText(marginTotal, offer.currency),
    };
  }
}

export class OfferGroupDto {
  @CurrencyField() currency: string;
  @ListOf(() => ComparedOfferDto, { max: 200, description: 'The lowest landed cost first.' })
  offers: ComparedOfferDto[];
}

/** All offers of a line, currency by currency, that of the line first. */
export class OfferComparisonDto {
  @Id() orderLineId: string;
  @Id() styleId: string;
  @Text({ max: 600, example: 'MT-2291 · White' }) label: string;
  @QuantityField({ nullable: true, example: '5000' }) quantity: string | null;
  @UnitField() unit: string;
  @PriceField({ nullable: true, description: 'Our price.', example: '1.50' }) provaPrice: string | null;
  @PriceField({ nullable: true, description: 'The mill price that stands on the line.', example: '1.25' }) millPrice:
    | string
    | null;
  @Text({ nullable: true, max: 255, example: 'Square Textiles' }) millName: string | null;
  @CurrencyField() currency: string;
  @DayField({ nullable: true, example: '2027-01-20' }) etd: string | null;
  @ListOf(() => OfferGroupDto, { max: 50 }) groups: OfferGroupDto[];

  static of(line: OrderLine, groups: OfferGroup<MillOffer>[]): OfferComparisonDto {
    return {
      orderLineId: line.id,
      styleId: line.styleId,
      label: lineLabel(line, line.style.styleNumber),
      quantity: decimal(line.quantity),
      unit: line.unit,
      provaPrice: price(line.provaPrice),
      millPrice: price(line.millPrice),
      millName: line.millName,
      currency: line.currency,
      etd: line.etd,
      groups: groups.map(({ currency, offers }) => ({
        currency,
        offers: offers.map((offer) => ComparedOfferDto.of(offer)),
      })),
    };
  }
}
