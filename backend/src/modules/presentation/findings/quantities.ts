import Decimal from 'decimal.js';
import { convertQuantity } from '../../../platform/values/quantity';
import { quantityWords, unitWord } from '../../../platform/values/words';
import type { GoodsQuantity } from '../../financials/letter-of-credit/swift/narrative';
import type { CreditTerms } from '../../financials/letter-of-credit/terms';
import { goodsOf, toleranceOf, type ArrivalFacts, type GoodsFacts } from './facts';
import { type Finding } from './finding';
import { less, more, quantityTolerance } from './tolerances';
import { totalUnder } from './totals';

/** Quantity, unit and tolerance (45A, art. 30) against the goods. */
export function quantityFindings(terms: CreditTerms, facts: ArrivalFacts): Finding[] {
  const { goods, from } = goodsOf(facts);
  if (!terms.quantities.length || !goods.length || facts.unseenOrders.length) return [];
  if (goods.some(({ quantity }) => quantity === null)) return [];
  const units = [...new Set(goods.map(({ unit }) => unit))];
  const strange = units.filter((unit) => !terms.quantities.some((one) => convertQuantity(1, unit, one.unit) !== null));
  if (strange.length) return [otherUnit(terms, goods, from)];
  return [...terms.quantities.flatMap((one) => ofQuantity(terms, facts, one)), ...overAmount(terms)];
}

const creditWords = ({ quantities }: CreditTerms): string =>
  quantities.map(({ quantity, unit, about }) => `${about ? 'about ' : ''}${quantityWords(quantity, unit)}`).join(', ');

function otherUnit(terms: CreditTerms, goods: readonly GoodsFacts[], from: string): Finding {
  const ours = goods.map(({ quantity, unit }) => quantityWords(quantity ?? 0, unit)).join(', ');
  return {
    ...{ rule: 'quantity.unit', severity: 'discrepancy', article: 'art. 18(c), field 45A', from },
    credit: creditWords(terms),
    ours,
    sentence: `The LC measures in ${terms.quantities.map(({ unit }) => unitWord(unit)).join(', ')}; the goods are sold in ${[...new Set(goods.map(({ unit }) => unitWord(unit)))].join(', ')}.`,
    ask: `Field 45A: quantity to read ${ours} instead of ${creditWords(terms)}.`,
  };
}

function ofQuantity(terms: CreditTerms, facts: ArrivalFacts, named: GoodsQuantity): Finding[] {
  const { goods, from } = goodsOf(facts);
  const total = totalUnder(terms, goods, named.unit);
  if (!total) return [];
  const allowed = quantityTolerance(terms, named.unit);
  const sides = { article: allowed.article, credit: creditWords(terms), ours: quantityWords(total, named.unit), from };
  const ask = `Field 45A: quantity to read ${sides.ours} instead of ${quantityWords(named.quantity, named.unit)}.`;
  if (total.gt(more(named.quantity, allowed.plus)))
    return [
      {
        ...{ rule: 'quantity.short', severity: 'discrepancy', ...sides, ask },
        sentence: `The LC lets ${quantityWords(more(named.quantity, allowed.plus).toDecimalPlaces(3, Decimal.ROUND_DOWN), named.unit)} go at most; more was ordered.`,
      },
    ];
  if (total.lt(less(named.quantity, allowed.minus)))
    return [
      {
        rule: 'quantity.more',
        severity: terms.partialShipments === 'allowed' ? 'risk' : 'discrepancy',
        ...sides,
        ask,
        sentence: `The LC wants ${quantityWords(less(named.quantity, allowed.minus).toDecimalPlaces(3, Decimal.ROUND_UP), named.unit)} at least; less was ordered.`,
      },
    ];
  const wanted = toleranceOf(facts);
  if (wanted.lte(allowed.plus) && wanted.lte(allowed.minus)) return [];
  return [
    {
      ...{ rule: 'quantity.tolerance', severity: 'risk', ...sides },
      credit: `${creditWords(terms)}, +${allowed.plus.toFixed()}/-${allowed.minus.toFixed()} %`,
      ours: `± ${wanted.toFixed()} %`,
      sentence: `We sell with ± ${wanted.toFixed()} %, the LC allows +${allowed.plus.toFixed()}/-${allowed.minus.toFixed()} %.`,
      ask: `Field 47A: add “Quantity ${wanted.toFixed()} percent more or less acceptable”.`,
    },
  ];
}

/** More goods than the amount can pay for, where the LC says how much more; after "about" it is ours to keep within the amount. */
function overAmount({ quantityTolerance: quantity, amountTolerance: amount }: CreditTerms): Finding[] {
  if (!quantity || quantity.from === 'about' || new Decimal(quantity.plus).lte(amount?.plus ?? 0)) return [];
  return [
    {
      ...{ rule: 'quantity.over_amount', severity: 'risk', article: 'art. 30(b), field 39A', from: 'The LC itself' },
      credit: `Quantity +${quantity.plus} %`,
      ours: `Amount +${amount?.plus ?? '0'} %`,
      sentence: 'The LC lets more goods go than it pays for.',
      ask: `Field 39A: percentage credit amount tolerance to read ${quantity.plus}/${quantity.minus}.`,
    },
  ];
}
