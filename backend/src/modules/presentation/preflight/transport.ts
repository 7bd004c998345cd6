import Decimal from 'decimal.js';
import { moneyWords, dayWords } from '../../../platform/values/words';
import type { CreditTerms } from '../../financials/letter-of-credit/terms';
import { wordsOf } from '../findings/finding';
import { more } from '../findings/tolerances';
import { samePlace } from '../findings/wording';
import { fault } from './fault';
import { kindsOf, paperFor } from './papers';
import type { PresentedFacts, PresentedFinding, TransportKind } from './facts';

/** Which article is about a transport document, and which part of it about its places. */
const ARTICLES: Readonly<Record<TransportKind, readonly [whole: string, places: string]>> = {
  bill_of_lading: ['art. 20(a)', 'art. 20(a)(iii)'],
  air_waybill: ['art. 23(a)', 'art. 23(a)(iv)'],
  transport_document: ['art. 19(a)', 'art. 19(a)(iii)'],
};
const FROM = 'Transport document';

/** Its kind, its places, and that it is clean. */
export function transportFaults(terms: CreditTerms, { transport }: PresentedFacts): PresentedFinding[] {
  const found: PresentedFinding[] = [];
  const wanted = terms.documents.find(({ kind }) => kind in ARTICLES);
  const kind = wanted?.kind as TransportKind | undefined;
  const [whole, places] = ARTICLES[kind ?? transport.kind ?? 'bill_of_lading'];
  if (wanted && transport.kind && !kindsOf(wanted).includes(transport.kind))
    found.push(
      fault({
        ...{ rule: 'transport.kind', article: `${whole}, field 46A`, credit: wanted.text, from: FROM },
        ours: sentence(transport.kind),
        sentence: 'The LC asks for another transport document.',
      }),
    );
  const ends = [
    ['transport.loading', terms.portOfLoading, transport.loading, '44E'],
    ['transport.discharge', terms.portOfDischarge, transport.discharge, '44F'],
  ] as const;
  for (const [rule, named, ours, field] of ends)
    if (named && ours && !samePlace(named, ours))
      found.push(
        fault({
          ...{ rule, article: `${places}, field ${field}`, credit: named, ours, from: FROM },
          sentence: `The transport document shows ${ours}, the LC ${named}.`,
        }),
      );
  if (!transport.isClean)
    found.push(
      fault({
        ...{ rule: 'transport.clean', article: 'art. 27', credit: 'Clean', from: FROM },
        ours: 'With a clause on defective goods or packing',
        sentence: 'The transport document is not clean.',
      }),
    );
  // By air and by several modes a bank takes it all the same (art. 19c, 23c), by sea in containers too (art. 20c).
  const barred = terms.transhipment === 'not_allowed' && transport.kind === 'bill_of_lading';
  if (barred && transport.isTranshipped && !transport.isContainerised)
    found.push(
      fault({
        ...{ rule: 'transport.transhipment', article: 'art. 20(c)(ii), field 43T', from: FROM },
        credit: wordsOf(terms, 'transhipment', 'NOT ALLOWED'),
        ours: 'Transhipped, and not in containers',
        sentence: 'The LC bars transhipment; a bank takes it by sea in containers alone.',
      }),
    );
  return found;
}

const sentence = (kind: string): string => kind.charAt(0).toUpperCase() + kind.slice(1).replace(/_/g, ' ');

/** 110 percent, rounded up to the cent: what is less is too little. */
const least = (amount: string): Decimal => more(amount, 10).toDecimalPlaces(2, Decimal.ROUND_UP);

/** At least 110 percent of the invoice, in the LC's currency, from the day of shipment at the latest (art. 28). */
export function insuranceFaults(
  terms: CreditTerms,
  { insurance, invoice, shippedOn, papers }: PresentedFacts,
): PresentedFinding[] {
  const from = 'Insurance document';
  if (!insurance) {
    const wanted = terms.documents.find(({ kind }) => kind === 'insurance');
    if (!wanted || !paperFor(wanted, papers)?.isThere) return [];
    return [
      fault({
        ...{ rule: 'insurance.unknown', severity: 'risk', article: 'art. 28(f), field 46A', credit: wanted.text, from },
        ours: 'Nothing said of its amount and day',
        sentence: 'Say for how much the goods are insured, and from when: it was not checked.',
      }),
    ];
  }
  const found: PresentedFinding[] = [];
  const ours = moneyWords(insurance.amount, insurance.currency);
  if (terms.currency && insurance.currency !== terms.currency)
    found.push(
      fault({
        ...{ rule: 'insurance.currency', article: 'art. 28(f)(i)', credit: terms.currency, ours, from },
        sentence: 'The goods are insured in another currency than that of the LC.',
      }),
    );
  else if (invoice && least(invoice.amount).gt(insurance.amount))
    found.push(
      fault({
        ...{ rule: 'insurance.amount', article: 'art. 28(f)(ii)', ours, from },
        credit: `${moneyWords(least(invoice.amount), invoice.currency)} at least`,
        sentence: 'The goods are insured for less than 110 percent of the invoice.',
      }),
    );
  if (shippedOn && insurance.issuedOn > shippedOn)
    found.push(
      fault({
        ...{ rule: 'insurance.date', article: 'art. 28(e)', credit: dayWords(shippedOn), from },
        ...{ ours: dayWords(insurance.issuedOn), sentence: 'The insurance is dated after the goods left.' },
      }),
    );
  return found;
}
