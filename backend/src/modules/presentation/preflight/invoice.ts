import { sameFirm } from '../../../platform/values/firms';
import Decimal from 'decimal.js';
import { priceText } from '../../../platform/values/money';
import type { Unit } from '../../../platform/values/quantity';
import { moneyWords, quantityWords, unitWord } from '../../../platform/values/words';
import type { Party } from '../../financials/letter-of-credit/swift/swift-values';
import type { CreditTerms } from '../../financials/letter-of-credit/terms';
import { amountTolerance, less, more, quantityTolerance } from '../findings/tolerances';
import { totalUnder } from '../findings/totals';
import { wordsOf } from '../findings/finding';
import { descriptionFaults } from './description';
import { fault } from './fault';
import type { PresentedFacts, PresentedFinding, PresentedInvoice } from './facts';

/** The commercial invoice, and the packing list beside it, against the LC (art. 18). Nothing while there is no invoice. */
export function invoiceFaults(terms: CreditTerms, { invoice, drawn, packed }: PresentedFacts): PresentedFinding[] {
  if (!invoice) return [];
  return [
    ...ofAmount(terms, invoice, drawn),
    ...ofQuantities(terms, invoice),
    ...ofPrices(terms, invoice),
    ...descriptionFaults(terms, invoice),
    ...ofParties(terms, invoice),
    ...ofPacking(invoice, packed),
  ];
}

function ofAmount(terms: CreditTerms, invoice: PresentedInvoice, drawn: string): PresentedFinding[] {
  const { amount, currency } = terms;
  if (!amount || !currency) return [];
  const sides = { ours: moneyWords(invoice.amount, invoice.currency), from: invoice.number };
  if (invoice.currency !== currency)
    return [
      fault({
        ...{ rule: 'invoice.currency', article: 'art. 18(a)(iii), field 32B', credit: currency, ...sides },
        sentence: `The invoice is in ${invoice.currency}, the LC in ${currency}.`,
      }),
    ];
  const allowed = amountTolerance(terms);
  const left = more(amount, allowed.plus).minus(drawn);
  if (left.gte(invoice.amount)) return [];
  return [
    fault({
      ...{ rule: 'invoice.over', article: `art. 18(b), ${allowed.article}`, credit: moneyWords(left, currency) },
      ...{ ...sides, sentence: `The invoice is over what is left of the LC, ${moneyWords(left, currency)}.` },
    }),
  ];
}

function ofQuantities(terms: CreditTerms, { goods, number }: PresentedInvoice): PresentedFinding[] {
  return terms.quantities.flatMap(({ quantity, unit }): PresentedFinding[] => {
    const total = totalUnder(terms, goods, unit);
    if (!total) return [];
    const allowed = quantityTolerance(terms, unit);
    const sides = { credit: quantityWords(quantity, unit), ours: quantityWords(total, unit), from: number };
    if (total.gt(more(quantity, allowed.plus)))
      return [
        fault({
          ...{ rule: 'invoice.quantity', article: allowed.article, ...sides },
          sentence: 'The invoice has more goods than the LC allows.',
        }),
      ];
    if (terms.partialShipments !== 'not_allowed' || total.gte(less(quantity, allowed.minus))) return [];
    return [
      fault({
        ...{ rule: 'partial.shipped', article: 'art. 31(a), field 43P', ...sides },
        sentence: 'Only a part of the goods is invoiced, and the LC allows no partial shipment.',
      }),
    ];
  });
}

/** A unit price of 45A is part of the description of the goods. */
function ofPrices({ unitPrices }: CreditTerms, { goods, currency, number }: PresentedInvoice): PresentedFinding[] {
  const words = (price: string, unit: Unit) => `${currency} ${priceText(price)} a ${unitWord(unit)}`;
  const named = (unit: Unit) => unitPrices.filter((one) => one.unit === unit && one.currency === currency);
  const strange = goods.filter(
    ({ price, unit }) => named(unit).length > 0 && !named(unit).some((one) => new Decimal(one.price).eq(price)),
  );
  return [...new Map(strange.map((one) => [words(one.price, one.unit), one])).values()].map(({ price, unit }) =>
    fault({
      ...{ rule: 'invoice.price', article: 'art. 18(c), field 45A', from: number, ours: words(price, unit) },
      credit: named(unit)
        .map((one) => words(one.price, unit))
        .join(', '),
      sentence: 'The invoice has a unit price that the LC does not name.',
    }),
  );
}

function ofParties(terms: CreditTerms, { buyer, seller, number }: PresentedInvoice): PresentedFinding[] {
  const { applicant, beneficiary } = terms;
  const found: PresentedFinding[] = [];
  if (applicant?.name && !sameFirm(whole(applicant), buyer))
    found.push(
      fault({
        ...{ rule: 'invoice.applicant', article: 'art. 18(a)(ii), field 50', ours: buyer, from: number },
        credit: wordsOf(terms, 'applicant', applicant.name),
        sentence: `The invoice is made out to ${firstLine(buyer)}, the applicant is ${applicant.name}.`,
      }),
    );
  if (beneficiary?.name && seller && !sameFirm(whole(beneficiary), seller))
    found.push(
      fault({
        ...{ rule: 'invoice.beneficiary', article: 'art. 18(a)(i), field 59', ours: seller, from: number },
        credit: wordsOf(terms, 'beneficiary', beneficiary.name),
        sentence: `The invoice is issued by ${firstLine(seller)}, the beneficiary is ${beneficiary.name}.`,
      }),
    );
  return found;
}

/** A bank may break a name over two lines. */
const whole = ({ name, address }: Party): string => [name, address].join('\n');

const firstLine = (text: string): string => text.trim().split('\n')[0] ?? '';

/** Documents need not be alike, but must not conflict. */
function ofPacking({ goods, number }: PresentedInvoice, packed: PresentedFacts['packed']): PresentedFinding[] {
  if (!packed.length) return [];
  const sumIn = (all: PresentedFacts['packed'], unit: Unit) =>
    all.reduce((sum, one) => (one.unit === unit ? sum.plus(one.quantity) : sum), new Decimal(0));
  return [...new Set([...goods, ...packed].map(({ unit }) => unit))].flatMap((unit): PresentedFinding[] => {
    const [asked, there] = [sumIn(goods, unit), sumIn(packed, unit)].map((sum) => sum.toDecimalPlaces(3)) as [
      Decimal,
      Decimal,
    ];
    if (asked.eq(there)) return [];
    const [ours, from] = [quantityWords(there, unit), 'Packing list'];
    return [
      fault({
        ...{
          rule: 'packing.ties',
          article: 'art. 14(d)',
          credit: `${quantityWords(asked, unit)} (${number})`,
          ours,
          from,
        },
        sentence: `The invoice has ${quantityWords(asked, unit)}, the packing list ${ours}.`,
      }),
    ];
  });
}
