import Decimal from 'decimal.js';
import { addDays, daysBetween, type Day } from '../../../platform/values/day';
import { lineAmount, priceText } from '../../../platform/values/money';
import type { Unit } from '../../../platform/values/quantity';
import { unitWord } from '../../../platform/values/words';
import { convert, formulaOf, type Refusal } from '../quantity/conversion';
import type { FabricFacts } from '../quantity/fabric';

/** What an offer is compared by. */
export interface OfferedPrice {
  price: string;
  currency: string;
  unit: string;
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
  /** Our price less this one and the commission. */
  marginPerUnit: string | null;
  marginTotal: string | null;
  /** If it was ordered today. */
  readyOn: Day | null;
  /** Days from then to the ETD; below zero is too late. */
  daysToSpare: number | null;
  isExpired: boolean;
  isBelowMinimum: boolean;
  isLowest: boolean;
}

/** Offers of one currency, cheapest first; what cannot be priced stands last. */
export interface OfferGroup<O> {
  currency: string;
  offers: ComparedOffer<O>[];
}

/**
 * Offers side by side, currency by currency, that of the line first: prices of different currencies are never compared.
 * @param today decides what is ready when, and what has expired
 */
export function compareOffers<O extends OfferedPrice>(
  line: OfferedLine,
  offers: readonly O[],
  today: Day,
): OfferGroup<O>[] {
  const currencies = [...new Set(offers.map(({ currency }) => currency))].sort(
    (a, b) => Number(b === line.currency) - Number(a === line.currency) || a.localeCompare(b),
  );
  return currencies.map((currency) => ({
    currency,
    offers: ranked(offers.filter((offer) => offer.currency === currency).map((offer) => compared(line, offer, today))),
  }));
}

function ranked<O>(offers: ComparedOffer<O>[]): ComparedOffer<O>[] {
  const priced = offers.flatMap(({ pricePerLineUnit }) => (pricePerLineUnit === null ? [] : [pricePerLineUnit]));
  const lowest = priced.length > 1 ? Decimal.min(...priced) : null;
  return offers
    .map((each) => ({ ...each, isLowest: each.pricePerLineUnit !== null && !!lowest?.eq(each.pricePerLineUnit) }))
    .sort(
      (a, b) =>
        Number(a.pricePerLineUnit === null) - Number(b.pricePerLineUnit === null) ||
        new Decimal(a.pricePerLineUnit ?? 0).cmp(b.pricePerLineUnit ?? 0),
    );
}

function compared<O extends OfferedPrice>(line: OfferedLine, offer: O, today: Day): ComparedOffer<O> {
  const { price, formula, refusal } = pricePerUnitOf(line, offer);
  const readyOn = offer.leadTimeDays === null ? null : addDays(today, offer.leadTimeDays);
  return {
    offer,
    pricePerLineUnit: price && priceText(price),
    formula,
    refusal,
    ...marginOf(line, offer.currency, price),
    readyOn,
    daysToSpare: readyOn && line.etd ? daysBetween(readyOn, line.etd) : null,
    isExpired: offer.validUntil !== null && offer.validUntil < today,
    isBelowMinimum: isBelowMinimum(line, offer),
    isLowest: false,
  };
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

function marginOf({ quantity, provaPrice, commission, ...line }: OfferedLine, currency: string, price: Decimal | null) {
  if (price === null || provaPrice === null || currency !== line.currency)
    return { marginPerUnit: null, marginTotal: null };
  const margin = new Decimal(provaPrice).minus(price).minus(commission ?? 0);
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
