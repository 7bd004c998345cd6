import Decimal from 'decimal.js';
import { minorUnits } from '../../../platform/values/currencies';
import { lineAmount, priceText } from '../../../platform/values/money';
import { moneyWords, quantityWords, unitWord } from '../../../platform/values/words';
import type { CreditTerms } from '../../financials/letter-of-credit/terms';
import { askedOf, goodsOf, toleranceOf, type ArrivalFacts } from './facts';
import { wordsOf, type Finding } from './finding';
import { amountTolerance, less, more } from './tolerances';

/** Currency, amount and its tolerance (32B, 39A, 39B), unit prices (45A), against what is to be paid. */
export function amountFindings(terms: CreditTerms, facts: ArrivalFacts): Finding[] {
  return [...ofAmount(terms, facts), ...ofPrices(terms, facts), ...ofArithmetic(terms)];
}

function ofAmount(terms: CreditTerms, facts: ArrivalFacts): Finding[] {
  const { amount, currency } = terms;
  const { asked, from } = askedOf(facts);
  if (!amount || !currency || !asked.length || facts.unseenOrders.length) return [];
  const credit = wordsOf(terms, 'amount', moneyWords(amount, currency));
  const ours = asked.map((one) => moneyWords(one.amount, one.currency)).join(', ');
  const [money] = asked;
  if (!money || asked.length > 1 || money.currency !== currency)
    return [
      {
        rule: 'amount.currency',
        severity: 'discrepancy',
        article: 'art. 18(a)(iii), field 32B',
        credit,
        ours,
        from,
        sentence: `The LC is in ${currency}; an invoice in another currency is refused.`,
        ask: `Field 32B: currency and amount to read ${ours}.`,
      },
    ];
  const allowed = amountTolerance(terms);
  const most = more(amount, allowed.plus).toDecimalPlaces(minorUnits(currency), Decimal.ROUND_DOWN);
  if (most.lt(money.amount))
    return [
      {
        rule: 'amount.short',
        severity: 'discrepancy',
        article: `art. 18(b), ${allowed.article}`,
        credit,
        ours,
        from,
        sentence: `The LC pays ${moneyWords(most, currency)} at most, ${moneyWords(new Decimal(money.amount).minus(most), currency)} less than is to be invoiced.`,
        ask: `Field 32B: amount to read ${moneyWords(money.amount, currency)} instead of ${moneyWords(amount, currency)}.`,
      },
    ];
  return [...tooMuch(terms, facts, money.amount), ...noRoom(terms, facts, money.amount, most)];
}

/** An LC of more than is invoiced: where it must be drawn in one, what stays undrawn may be too much (art. 30c). */
function tooMuch(terms: CreditTerms, facts: ArrivalFacts, total: string): Finding[] {
  const { amount, currency, partialShipments } = terms;
  if (!amount || !currency || new Decimal(amount).lte(total)) return [];
  const beyond = less(amount, amountTolerance(terms).minus).gt(total);
  const { from } = askedOf(facts);
  return [
    {
      rule: 'amount.more',
      severity: beyond && partialShipments === 'not_allowed' ? 'risk' : 'note',
      article: 'art. 30(c), field 32B',
      credit: wordsOf(terms, 'amount', moneyWords(amount, currency)),
      ours: moneyWords(total, currency),
      from,
      sentence: `The LC is ${moneyWords(new Decimal(amount).minus(total), currency)} more than is to be invoiced.`,
      ask:
        beyond && partialShipments === 'not_allowed'
          ? `Field 32B: amount to read ${moneyWords(total, currency)} instead of ${moneyWords(amount, currency)}.`
          : null,
    },
  ];
}

/** A PI that lets more go than was ordered wants an LC that pays for it. */
function noRoom(terms: CreditTerms, facts: ArrivalFacts, total: string, most: Decimal): Finding[] {
  const { amount, currency } = terms;
  const wanted = toleranceOf(facts);
  if (!amount || !currency || wanted.isZero() || more(total, wanted).lte(most.plus('0.01'))) return [];
  const { from } = askedOf(facts);
  const own = terms.amountTolerance;
  return [
    {
      rule: 'amount.tolerance',
      severity: 'risk',
      article: 'art. 30(b), field 39A',
      credit: own ? wordsOf(terms, 'amountTolerance', `+${own.plus}/-${own.minus} %`) : 'No tolerance of the amount',
      ours: `± ${wanted.toFixed()} %`,
      from,
      sentence: `Of goods that turn out more, ${moneyWords(more(total, wanted).minus(most), currency)} would not be paid.`,
      ask: `Field 39A: percentage credit amount tolerance to read ${wanted.toFixed()}/${wanted.toFixed()}.`,
    },
  ];
}

function ofPrices(terms: CreditTerms, facts: ArrivalFacts): Finding[] {
  const { goods, from } = goodsOf(facts);
  return terms.unitPrices.flatMap((asked): Finding[] => {
    const same = goods.filter(
      ({ unit, price, currency }) => unit === asked.unit && price && currency === asked.currency,
    );
    if (!same.length || facts.unseenOrders.length || same.some(({ price }) => new Decimal(price ?? 0).eq(asked.price)))
      return [];
    const per = `/${unitWord(asked.unit)}`;
    const ours = [...new Set(same.map(({ price }) => `${asked.currency} ${priceText(price ?? 0)}${per}`))].join(', ');
    return [
      {
        ...{ rule: 'price.differs', severity: 'discrepancy', article: 'art. 18(c), field 45A', ours, from },
        credit: `${asked.currency} ${asked.price}${per}`,
        sentence: `The LC names a unit price of ${asked.currency} ${asked.price}${per} that no line has.`,
        ask: `Field 45A: unit price to read ${ours} instead of ${asked.currency} ${asked.price}${per}.`,
      },
    ];
  });
}

/** One quantity at one price must fit into the amount. */
function ofArithmetic(terms: CreditTerms): Finding[] {
  const { amount, currency, quantities, unitPrices } = terms;
  const [[goods], [price]] = [quantities, unitPrices];
  if (!amount || !currency || !goods || !price || quantities.length > 1 || unitPrices.length > 1) return [];
  if (goods.unit !== price.unit || price.currency !== currency) return [];
  const comes = lineAmount(goods.quantity, price.price, currency);
  if (comes.lte(more(amount, amountTolerance(terms).plus))) return [];
  return [
    {
      ...{ rule: 'amount.arithmetic', severity: 'risk', article: 'field 32B, field 45A', from: 'The LC itself' },
      credit: wordsOf(terms, 'amount', moneyWords(amount, currency)),
      ours: `${quantityWords(goods.quantity, goods.unit)} × ${price.currency} ${price.price} = ${moneyWords(comes, currency)}`,
      sentence: 'Its quantity at its unit price comes to more than it pays.',
      ask: `Field 32B or field 45A: amount, quantity and unit price to agree (${quantityWords(goods.quantity, goods.unit)} at ${price.currency} ${price.price} are ${moneyWords(comes, currency)}).`,
    },
  ];
}
