import type { CreditTerms } from '../../financials/letter-of-credit/terms';
import { FIBRES, fibresOf, hsCodesOf, proformasOf, stylesOf, weightsOf } from '../findings/goods';
import { plain } from '../../../platform/values/firms';
import { samePlace, squashed } from '../findings/wording';
import type { InvoicedGoods, PresentedFinding, PresentedInvoice } from './facts';
import { fault } from './fault';

const ARTICLE = 'art. 18(c), field 45A';

/** The invoice must describe the goods as 45A does: in all that it names, not in the very words (art. 18c). */
export function descriptionFaults(terms: CreditTerms, invoice: PresentedInvoice): PresentedFinding[] {
  const credit = terms.goods.map(({ text }) => text).join('\n');
  return [
    ...ofQualities(credit, invoice),
    ...ofReferences(credit, invoice),
    ...ofTerm(terms, invoice),
    ...ofWords(terms, invoice),
  ];
}

/** All that stands on the invoice of what the goods are. */
const printed = ({ goods, notes, proformas }: PresentedInvoice): string =>
  [...goods.map(({ description }) => description), notes ?? '', ...proformas].join('\n');

/** What they are made of and what they weigh: the invoice must say it, and say nothing else. */
function ofQualities(credit: string, invoice: PresentedInvoice): PresentedFinding[] {
  const qualities = [
    ['composition', fibresOf],
    ['weight', weightsOf],
  ] as const;
  return qualities.flatMap(([what, read]): PresentedFinding[] => {
    const named = read(credit);
    if (!named.length) return [];
    const strange = invoice.goods.filter(({ description }) => read(description).some((one) => !named.includes(one)));
    if (strange.length) return strange.map((one) => otherGoods(credit, invoice, one, read(one.description), named));
    return read(printed(invoice)).length ? [] : [unsaid(credit, invoice, what, named)];
  });
}

function otherGoods(
  credit: string,
  { number }: PresentedInvoice,
  { description }: InvoicedGoods,
  said: readonly string[],
  named: readonly string[],
): PresentedFinding {
  const strange = said.filter((one) => !named.includes(one)).join(', ');
  return fault({
    ...{ rule: 'invoice.goods', article: ARTICLE, credit, ours: description, from: number },
    sentence: `The invoice describes goods of ${strange}, the LC does not.`,
  });
}

const unsaid = (credit: string, invoice: PresentedInvoice, what: string, named: readonly string[]): PresentedFinding =>
  fault({
    ...{ rule: 'invoice.goods', article: ARTICLE, credit, ours: printed(invoice).trim(), from: invoice.number },
    sentence: `The invoice does not name the ${what}, as the LC does: ${[...new Set(named)].join(', ')}.`,
  });

/** Style, HS code and PI, where the LC names them: of several at least one, since a part of the goods may go. */
function ofReferences(credit: string, invoice: PresentedInvoice): PresentedFinding[] {
  const said = squashed(printed(invoice));
  const references = [
    ['style', stylesOf(credit)],
    ['HS code', hsCodesOf(credit)],
    ['proforma invoice', proformasOf(credit)],
  ] as const;
  return references
    .filter(([, named]) => named.length > 0 && !named.some((one) => said.includes(squashed(one))))
    .map(([what, named]) => unsaid(credit, invoice, what, named));
}

/** The trade term that the LC names stands on the invoice, at its place. */
function ofTerm({ incoterm }: CreditTerms, { term, place, number }: PresentedInvoice): PresentedFinding[] {
  if (!incoterm) return [];
  const credit = [incoterm.rule, incoterm.place].filter(Boolean).join(' ');
  const elsewhere = place && incoterm.place && !samePlace(place, incoterm.place);
  if (term === incoterm.rule && !elsewhere) return [];
  const ours = [term, place].filter(Boolean).join(' ') || 'No trade term';
  return [
    fault({
      ...{ rule: 'invoice.term', article: ARTICLE, credit, ours, from: number },
      sentence: `The invoice must show the trade term of the LC, ${credit}.`,
    }),
  ];
}

/** What of an item of 45A does not say what the goods are: how many, at what price, under which terms and papers. */
const BESIDE: readonly RegExp[] = [
  /\b(?:EXW|FCA|FAS|FOB|CFR|CNF|CIF|CPT|CIP|DAP|DPU|DDP)\b[\s\S]*$/gi,
  /\b(?:(?:ALL )?(?:OTHER )?DETAILS? )?(?:AS PER|AS IN|ACCORDING TO|IN ACCORDANCE WITH|PRO-?\s?FORMA)\b[\s\S]*$/gi,
  /\d[\d.]*\s*(?:%|PCTS?|PERCENT)?\s*MORE OR LESS[\s\S]*$/gi,
  /\bQUANTITY\b[\s\S]*\b(?:PCT|PERCENT|%)[\s\S]*$/gi,
  /(?:\bUNIT PRICE\b|\bPRICE\b|\bAT\b|@)?\s*\b[A-Z]{3}\s*\d[\d.,]*\s*(?:\/|PER\b|A\b)\s*[A-Z]+/gi,
  /\b(?:ABOUT|APPROX\w*)?\s*\d[\d.,]*\s*(?:KGS?|KILOS?|YDS?|YARDS?|MTRS?|MET(?:ER|RE)S?|PCS|PIECES?|ROLLS?|LBS?)\b/gi,
  /\bSTYLE\s*(?:NO|NUMBER|REF|#)?[.:\s]*\S+/gi,
  /\bH\.?S\.?\s*(?:CODES?)?\s*(?:NO\.?)?\s*:?\s*\d[\d.]+/gi,
];
const EMPTY_WORDS =
  /^(?:AND|THE|FOR|PER|PCTS?|GSM|ALL|ANY|NOT|NOS|SETS?|DIA|FABRICS?|GOODS|ABOUT|TOTAL|QUANTITY|AMOUNT|PRICE|UNIT|PERCENT|CENT|WITH|FROM|EACH|OTHER|MADE|COLOU?RS?|ORDER|NUMBER|PURCHASE|DATED|COUNTRY|ORIGIN)$/;

const wordsFor = (text: string): string[] => [
  ...new Set(
    plain(BESIDE.reduce((rest, pattern) => rest.replace(pattern, ' '), text))
      .split(' ')
      .filter((word) => /^[A-Z]{3,}$/.test(word) && !EMPTY_WORDS.test(word) && !(word in FIBRES)),
  ),
];

/** Words by which 45A names the goods, and the invoice does not. Each line is held against the item that it shares most words with. */
function ofWords({ goods: items }: CreditTerms, { goods, notes, number }: PresentedInvoice): PresentedFinding[] {
  const named = items.map(({ text }) => ({ text, words: wordsFor(text) })).filter(({ words }) => words.length > 0);
  if (!named.length) return [];
  const missing = goods.flatMap(({ description }) => {
    const said = squashed(`${description}\n${notes ?? ''}`);
    const [nearest] = named
      .map(({ text, words }) => ({
        text,
        unsaid: words.filter((word) => !said.includes(word.replace(/S$/, ''))),
        words,
      }))
      .sort((one, other) => one.unsaid.length / one.words.length - other.unsaid.length / other.words.length);
    return nearest?.unsaid.length ? [{ credit: nearest.text, ours: description, words: nearest.unsaid.join(' ') }] : [];
  });
  return [...new Map(missing.map((one) => [one.credit + one.words, one])).values()].map(({ credit, ours, words }) =>
    fault({
      ...{ rule: 'invoice.words', severity: 'risk', article: ARTICLE, credit, ours, from: number },
      sentence: `The LC names the goods by words that the invoice does not have: ${words}.`,
    }),
  );
}
