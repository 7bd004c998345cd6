import Decimal from 'decimal.js';
import { addDays, daysBetween, type Day } from '../../../platform/values/day';
import { lineAmount, priceText } from '../../../platform/values/money';
import type { Unit } from '../../../platform/values/quantity';
import { unitWord } from '../../../platform/values/words';
import { convert, formulaOf, type Refusal } from '../quantity/conversion';
import type { FabricFacts } from '../quantity/fabric';
import { recordOf, riskOf, type DeliveryRisk, type MadeLine, type MillRecord } from './mill-record';

/** What an offer is compared by. */
export interface OfferedPrice {
  price: string;
  currency: string;
  unit: string;
  millName: string;
  freight: string | null;
  dutyPercent: string | null;
  charges: string | null;
  leadTimeDays: number | null;
  validUntil: Day | null;
  minimumQuantity: string | null;
}

/** The line it is offered for. */
export interface OfferedLine {
  quantity: string | null;
  unit: string;
  provaPrice: string | null;
  commission: string | null;
  currency: string;
  etd: Day | null;
  style: FabricFacts;
}

/** An offer as the line counts. What is null cannot be said: a figure is missing, or the currency is another. */
export interface ComparedOffer<O> {
  offer: O;
  /** In the offer's currency, for one of the line's unit. */
  pricePerLineUnit: string | null;
  /** How it came about, where the mill prices another unit. */
  formula: string | null;
  refusal: Refusal | null;
  /** With freight, duty and charges, as far as the offer says them. */
  landedPerLineUnit: string | null;
  /** How that came about; null where nothing is added. */
  landedFormula: string | null;
  /** What another offer of this currency says of its cost, and this one does not. */
  notSaid: CostPart[];
  /** Our price less what it costs landed and the commission. */
  marginPerUnit: string | null;
  marginTotal: string | null;
  /** If it was ordered today. */
  readyOn: Day | null;
  /** Days from then to the ETD; below zero is too late. */
  daysToSpare: number | null;
  isExpired: boolean;
  isBelowMinimum: boolean;
  isLowest: boolean;
  /** How the last lines of the mill went. */
  record: MillRecord | null;
  risk: DeliveryRisk;
  riskWhy: string;
}

export const COST_PARTS = ['freight', 'dutyPercent', 'charges'] as const;
export type CostPart = (typeof COST_PARTS)[number];

/** Offers of one currency, cheapest landed first; what cannot be priced stands last. */
export interface OfferGroup<O> {
  currency: string;
  offers: ComparedOffer<O>[];
}

/**
 * Offers side by side, currency by currency, that of the line first: prices of different currencies are never compared.
 * @param made the last lines of these mills  @param today decides what is ready when, and what has expired
 */
export function compareOffers<O extends OfferedPrice>(
  line: OfferedLine,
  offers: readonly O[],
  made: readonly MadeLine[],
  today: Day,
): OfferGroup<O>[] {
  const currencies = [...new Set(offers.map(({ currency }) => currency))].sort(
    (a, b) => Number(b === line.currency) - Number(a === line.currency) || a.localeCompare(b),
  );
  return currencies.map((currency) => ({
    currency,
    offers: ranked(
      offers.filter((offer) => offer.currency === currency).map((offer) => compared(line, offer, made, today)),
    ),
  }));
}

function ranked<O extends OfferedPrice>(offers: ComparedOffer<O>[]): ComparedOffer<O>[] {
  const landed = offers.flatMap(({ landedPerLineUnit }) => (landedPerLineUnit === null ? [] : [landedPerLineUnit]));
  const lowest = landed.length > 1 ? Decimal.min(...landed) : null;
  const saidOfAny = COST_PARTS.filter((part) => offers.some(({ offer }) => offer[part] !== null));
  return offers
    .map((each) => ({
      ...each,
      isLowest: each.landedPerLineUnit !== null && !!lowest?.eq(each.landedPerLineUnit),
      notSaid: saidOfAny.filter((part) => each.offer[part] === null),
    }))
    .sort(
      (a, b) =>
        Number(a.landedPerLineUnit === null) - Number(b.landedPerLineUnit === null) ||
        new Decimal(a.landedPerLineUnit ?? 0).cmp(b.landedPerLineUnit ?? 0),
    );
}

function compared<O extends OfferedPrice>(
  line: OfferedLine,
  offer: O,
  made: readonly MadeLine[],
  today: Day,
): ComparedOffer<O> {
  const { price, formula, refusal } = pricePerUnitOf(line, offer);
  const { landed, landedFormula } = landedOf(line, offer);
  const readyOn = offer.leadTimeDays === null ? null : addDays(today, offer.leadTimeDays);
  const daysToSpare = readyOn && line.etd ? daysBetween(readyOn, line.etd) : null;
  const record = recordOf(offer.millName, made);
  return {
    offer,
    pricePerLineUnit: price && priceText(price),
    formula,
    refusal,
    landedPerLineUnit: landed && priceText(landed),
    landedFormula,
    notSaid: [],
    ...marginOf(line, offer.currency, landed),
    readyOn,
    daysToSpare,
    isExpired: offer.validUntil !== null && offer.validUntil < today,
    isBelowMinimum: isBelowMinimum(line, offer),
    isLowest: false,
    record,
    ...riskOf(daysToSpare, record),
  };
}

/**
 * What one of the line's unit costs until it is here: (price + freight) × (1 + duty) + charges, each for one of the offer's
 * unit, half up to four decimals once at the end. What the offer does not say is not in it.
 */
export function landedOf(
  line: Pick<OfferedLine, 'unit' | 'style'>,
  offer: OfferedPrice,
): { landed: Decimal | null; landedFormula: string | null } {
  const { price, freight, dutyPercent, charges, unit, currency } = offer;
  const perOffered = new Decimal(price)
    .plus(freight ?? 0)
    .times(new Decimal(dutyPercent ?? 0).div(100).plus(1))
    .plus(charges ?? 0);
  const converted = pricePerUnitOf(line, { price: perOffered.toFixed(), unit, currency });
  if (converted.price === null) return { landed: null, landedFormula: null };
  const landed = converted.price.toDecimalPlaces(4, Decimal.ROUND_HALF_UP);
  if (COST_PARTS.every((part) => offer[part] === null)) return { landed, landedFormula: null };
  const goods = freight === null ? priceText(price) : `(${priceText(price)} + ${priceText(freight)} freight)`;
  const duty = dutyPercent === null ? '' : ` × ${new Decimal(dutyPercent).div(100).plus(1).toFixed()} with duty`;
  const rest = charges === null ? '' : ` + ${priceText(charges)} charges`;
  const sum = `${currency} ${goods}${duty}${rest} = ${currency} ${perOffered.toFixed()}/${unitWord(unit)}`;
  return { landed, landedFormula: converted.formula ? `${sum}; ${converted.formula}` : sum };
}

/** What one of the line's unit costs, half up to four decimals, as a unit price is kept. */
export function pricePerUnitOf(
  line: Pick<OfferedLine, 'unit' | 'style'>,
  { price, unit, currency }: Pick<OfferedPrice, 'price' | 'unit' | 'currency'>,
): { price: Decimal; formula: string | null; refusal: null } | { price: null; formula: null; refusal: Refusal } {
  if (unit === line.unit) return { price: new Decimal(price), formula: null, refusal: null };
  const { conversion, refusal } = convert('1', line.unit as Unit, unit as Unit, line.style);
  if (!conversion) return { price: null, formula: null, refusal };
  const exact = conversion.exact.times(price);
  const rounded = exact.toDecimalPlaces(4, Decimal.ROUND_HALF_UP);
  const words = (amount: Decimal.Value, of: string) => `${currency} ${priceText(amount)}/${unitWord(of)}`;
  const formula = formulaOf(words(price, unit), conversion.factors, words(rounded, line.unit), rounded.eq(exact));
  return { price: rounded, formula, refusal: null };
}

function marginOf(
  { quantity, provaPrice, commission, ...line }: OfferedLine,
  currency: string,
  landed: Decimal | null,
) {
  if (landed === null || provaPrice === null || currency !== line.currency)
    return { marginPerUnit: null, marginTotal: null };
  const margin = new Decimal(provaPrice).minus(landed).minus(commission ?? 0);
  return {
    marginPerUnit: priceText(margin),
    marginTotal: quantity === null ? null : lineAmount(quantity, margin, currency).toFixed(),
  };
}

function isBelowMinimum(line: OfferedLine, { minimumQuantity, unit }: OfferedPrice): boolean {
  if (minimumQuantity === null || line.quantity === null) return false;
  const { conversion } = convert(line.quantity, line.unit as Unit, unit as Unit, line.style);
  return conversion !== null && conversion.exact.lt(minimumQuantity);
}
