import Decimal from 'decimal.js';
import { dayWords } from '../../../platform/values/words';
import { readDay } from '../../financials/letter-of-credit/swift/swift-values';
import type { CreditTerms, TermItem } from '../../financials/letter-of-credit/terms';
import { goodsOf, namesOf, type ArrivalFacts } from './facts';
import type { Finding, FindingRule } from './finding';
import { squashed } from './wording';

const ARTICLE = 'art. 18(c), field 45A';

/** The description of the goods (45A), which the invoice must follow, against the goods and the PIs. */
export function goodsFindings(terms: CreditTerms, facts: ArrivalFacts): Finding[] {
  const text = terms.goods.map(({ text: words }) => words.replace(/\s+/g, ' ')).join('\n');
  return [...ofFabric(terms.goods, text, facts), ...ofReferences(terms.goods, text, facts)];
}

/** One way in which a description names goods: what the LC reads, what the goods are. */
interface Trait {
  rule: FindingRule;
  what: string;
  named: string[];
  have: string[];
  same: (named: string, have: string) => boolean;
}

const equal = (one: string, other: string): boolean => one === other;

function ofFabric(items: readonly TermItem[], text: string, facts: ArrivalFacts): Finding[] {
  const { goods, from } = goodsOf(facts);
  const traits: Trait[] = [
    {
      ...{ rule: 'goods.composition', what: 'composition', same: equal },
      named: fibresOf(text),
      have: goods.flatMap(({ composition }) => fibresOf(composition ?? '')),
    },
    {
      rule: 'goods.gsm',
      what: 'weight',
      same: equal,
      named: weightsOf(text),
      have: goods.flatMap(({ gsm }) => (gsm ? [`${new Decimal(gsm).toFixed()} GSM`] : [])),
    },
    {
      rule: 'goods.hs_code',
      what: 'HS code',
      same: (one, other) => one.startsWith(other) || other.startsWith(one),
      named: hsCodesOf(text),
      have: goods.flatMap(({ hsCode }) => hsCode ?? []),
    },
    {
      ...{ rule: 'goods.style', what: 'style', same: (one, other) => squashed(other).includes(squashed(one)) },
      named: stylesOf(text),
      have: goods.map(({ style }) => style),
    },
  ];
  if (facts.unseenOrders.length) return [];
  return traits.flatMap(({ rule, what, named, have, same }): Finding[] => {
    const strange = named.filter((one) => !have.some((other) => same(one, other)));
    if (!have.length || !strange.length) return [];
    const ours = [...new Set(have)].join(', ');
    return [
      {
        ...{ rule, severity: 'discrepancy', article: ARTICLE, ours, from },
        credit: itemWith(items, strange[0] ?? '') ?? strange.join(', '),
        sentence: `The LC gives the ${what} as ${[...new Set(strange)].join(', ')}, which the goods do not have.`,
        ask: `Field 45A: ${what} to read ${ours} instead of ${[...new Set(strange)].join(', ')}.`,
      },
    ];
  });
}

export const FIBRES: Readonly<Record<string, string>> = {
  COTTON: 'COTTON',
  CTN: 'COTTON',
  POLYESTER: 'POLYESTER',
  POLY: 'POLYESTER',
  VISCOSE: 'VISCOSE',
  RAYON: 'VISCOSE',
  ELASTANE: 'ELASTANE',
  SPANDEX: 'ELASTANE',
  LYCRA: 'ELASTANE',
  NYLON: 'NYLON',
  POLYAMIDE: 'NYLON',
  MODAL: 'MODAL',
  LINEN: 'LINEN',
  WOOL: 'WOOL',
  TENCEL: 'LYOCELL',
  LYOCELL: 'LYOCELL',
  ACRYLIC: 'ACRYLIC',
};

/** `95% COTTON`, `5% ELASTANE`: what a text says goods are made of, its other names made one. */
export function fibresOf(text: string): string[] {
  const pattern = new RegExp(
    `(\\d{1,3}(?:\\.\\d+)?)\\s*(?:%|PCTS?|PERCENT|PER CENT)\\s*(?:ORGANIC |BCI |RECYCLED |COMBED |CARDED )*(${Object.keys(FIBRES).join('|')})\\b`,
    'gi',
  );
  return [...text.matchAll(pattern)].map(
    ([, share = '0', fibre = '']) => `${new Decimal(share).toFixed()}% ${FIBRES[fibre.toUpperCase()]}`,
  );
}

/** `160 GSM`, however it is written. */
export const weightsOf = (text: string): string[] =>
  matches(text, /(\d{2,4}(?:\.\d+)?)\s*(?:GSM|G\/M2|G\/M²|GRS?\/M2|G\/SQM|GM\/M2)/gi).map(
    (gsm) => `${new Decimal(gsm).toFixed()} GSM`,
  );

/** Digits alone. */
export const hsCodesOf = (text: string): string[] =>
  matches(text, /\bH\.?S\.?\s*(?:CODES?)?\s*(?:NO\.?)?\s*:?\s*(\d[\d.]{4,12}\d)/gi).map((code) =>
    code.replace(/\D/g, ''),
  );

export const stylesOf = (text: string): string[] =>
  matches(text, /\bSTYLE\s*(?:NO|NUMBER|REF|#)?[.:\s]*([A-Z0-9][A-Z0-9/-]*\d[A-Z0-9/-]*)/gi);

/** Numbers of the PIs that a text names. */
export const proformasOf = (text: string): string[] => matches(text, PI_NUMBER);

const PI_NUMBER =
  /\b(?:PRO-?\s?FORMA\s+INVOICE|P[./]?I\.?|PFI)\s*(?:NO|NUMBER|NR|#)?[.:\s]*([A-Z0-9][A-Z0-9/-]*\d[A-Z0-9/-]*)(?:\s*,?\s*(?:DATED?|DTD|DT|OF)[.:\s]+([^\s,;+]+(?:\s[A-Z]{3,9}\.?,?\s\d{2,4})?))?/gi;

/** The PI that 45A names, and its day. */
function ofReferences(items: readonly TermItem[], text: string, { invoices, unseenOrders }: ArrivalFacts): Finding[] {
  if (!invoices.length || unseenOrders.length) return [];
  return [...text.matchAll(PI_NUMBER)].flatMap(([, number = '', dated]): Finding[] => {
    const credit = itemWith(items, number) ?? number;
    const invoice = invoices.find(({ piNumber }) => squashed(piNumber) === squashed(number));
    if (!invoice)
      return [
        {
          ...{ rule: 'goods.pi_number', severity: 'discrepancy', article: ARTICLE, credit, ours: namesOf(invoices) },
          from: namesOf(invoices),
          sentence: `The LC names ${number}, which is none of its PIs.`,
          ask: `Field 45A: proforma invoice to read ${namesOf(invoices)} instead of ${number}.`,
        },
      ];
    const day = dated ? readDay(dated.replace(/^(\d{1,2})\.(\d{1,2})\.(\d{2})$/, '$1.$2.20$3'))?.day : null;
    if (!day || day === invoice.issueDate) return [];
    return [
      {
        rule: 'goods.pi_date',
        severity: 'discrepancy',
        article: ARTICLE,
        credit,
        ours: dayWords(invoice.issueDate),
        from: invoice.piNumber,
        sentence: `The LC dates ${invoice.piNumber} ${dayWords(day)}; it is of ${dayWords(invoice.issueDate)}.`,
        ask: `Field 45A: date of proforma invoice ${invoice.piNumber} to read ${dayWords(invoice.issueDate)}.`,
      },
    ];
  });
}

const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap(([, found]) => found?.toUpperCase() ?? []);

/** The item of 45A that has those words. */
const itemWith = (items: readonly TermItem[], words: string): string | null =>
  items.find(({ text }) => squashed(text).includes(squashed(words).replace('%', '')))?.text ??
  (items.length === 1 ? (items[0]?.text ?? null) : null);
