import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Decimal from 'decimal.js';
import { addDays } from '../../../platform/values/day';
import { readCredit } from '../../financials/letter-of-credit/swift/mt700';
import type { CreditTerms } from '../../financials/letter-of-credit/terms';
import { latestShipment } from '../../financials/letter-of-credit/ucp/clocks';
import { PRESENTED_RULES, type PresentedFacts, type PresentedRule, type TransportKind } from './facts';
import { paperKindOf } from './papers';
import { presentedFindings } from './presented';

const fixtures = join(__dirname, '../../../../test/fixtures/mt700');
const names = readdirSync(fixtures).flatMap((file) => (file.endsWith('.txt') ? file.slice(0, -4) : []));

interface Sold {
  style: string;
  fabric: string;
  composition?: string;
  gsm?: string;
  hsCode?: string;
  quantity: string;
  unit: 'kg' | 'yards' | 'meters' | 'pieces' | 'rolls' | 'lbs';
  price: string;
}
interface Deal {
  invoice?: { piNumber: string; incoterm?: string; incotermPlace?: string };
  goods: Sold[];
}
const deals = JSON.parse(readFileSync(join(fixtures, 'deals.json'), 'utf8')) as Record<string, Deal>;
const bank = { whose: 'the bank', isOpen: (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()) };
const termsOf = (name: string) => readCredit(readFileSync(join(fixtures, `${name}.txt`), 'utf8')).terms;

/** What is presented when all goes as the LC says: everything it asks for, shipped on the last day. */
function inOrder(name: string, terms: CreditTerms): PresentedFacts {
  const { goods: sold, invoice: proforma } = deals[name] as Deal;
  // The words that the house writes by itself: style, cloth, weight.
  const goods = sold.map(({ quantity, unit, price, style, fabric, composition, gsm }) => ({
    ...{ quantity, unit, price },
    description: [style, [fabric, composition, gsm && `${gsm} g/m²`].filter(Boolean).join(', ')].join('\n'),
  }));
  const total = goods.reduce((sum, one) => sum.plus(new Decimal(one.quantity).times(one.price)), new Decimal(0));
  const amount = total.toFixed(2);
  const shippedOn = latestShipment(terms)?.day ?? null;
  const currency = terms.currency ?? 'USD';
  const kinds = ['bill_of_lading', 'air_waybill', 'transport_document'];
  const wanted = terms.documents.find(({ kind }) => kinds.includes(kind));
  return {
    shippedOn,
    presentOn: addDays(shippedOn ?? '2026-01-01', 2),
    drawn: '0',
    invoice: {
      ...{ number: 'CI-00042', amount, currency, goods, proformas: proforma ? [proforma.piNumber] : [] },
      ...{ term: proforma?.incoterm ?? null, place: proforma?.incotermPlace ?? null },
      notes: sold.map(({ hsCode }) => hsCode && `HS code ${hsCode}`).join('\n'),
      buyer: `${terms.applicant?.name}\n${terms.applicant?.address}`,
      seller: `${terms.beneficiary?.name}\n${terms.beneficiary?.address}`,
    },
    packed: goods,
    transport: {
      ...{ kind: (wanted?.kind ?? null) as TransportKind | null, isClean: true },
      ...{ isTranshipped: true, isContainerised: true },
      ...{ loading: terms.portOfLoading, discharge: terms.portOfDischarge },
    },
    insurance: {
      amount: new Decimal(total.toFixed(2)).times('1.1').toFixed(2, Decimal.ROUND_UP),
      currency,
      issuedOn: shippedOn ?? '2026-01-01',
    },
    papers: terms.documents.map((one) => ({
      ...{ kind: paperKindOf(one), title: null, wording: one.text, isThere: true },
      ...{ originals: one.originals ?? 1, copies: one.copies },
    })),
  };
}

/** Something that goes wrong; null where this LC lets it. */
type Wrong = (clean: PresentedFacts, terms: CreditTerms) => Partial<PresentedFacts> | null;

const invoiced = (clean: PresentedFacts, change: Partial<NonNullable<PresentedFacts['invoice']>>) => ({
  invoice: clean.invoice && { ...clean.invoice, ...change },
});
/** The same goods in other words. */
const inWords = (clean: PresentedFacts, reword: (description: string) => string) =>
  invoiced(clean, {
    goods: (clean.invoice?.goods ?? []).map((one) => ({ ...one, description: reword(one.description) })),
  });
const says = ({ goods }: CreditTerms, pattern: RegExp) => pattern.test(goods.map(({ text }) => text).join(' '));
const times = (clean: PresentedFacts, factor: string) => {
  const goods = (clean.invoice?.goods ?? []).map((one) => ({
    ...one,
    quantity: new Decimal(one.quantity).times(factor).toFixed(3),
  }));
  return { ...invoiced(clean, { goods }), packed: goods };
};

const FAULTS: readonly (readonly [what: string, PresentedRule, article: RegExp, Wrong])[] = [
  [
    'goods that left a day late',
    'shipped.late',
    /^art\. (29\(c\), field 44C|3, field 44D)$/,
    (clean) =>
      clean.shippedOn ? { shippedOn: addDays(clean.shippedOn, 1), presentOn: addDays(clean.shippedOn, 1) } : null,
  ],
  [
    'documents after the presentation period',
    'presented.late',
    /^art\. 14\(c\)/,
    (clean, { presentationDays }) =>
      clean.shippedOn ? { presentOn: addDays(clean.shippedOn, (presentationDays ?? 21) + 4) } : null,
  ],
  [
    'documents after the expiry',
    'presented.expired',
    /^art\. (6\(d\)|29\(a\)), field 31D$/,
    (_, { expiryDate }) => (expiryDate ? { presentOn: addDays(expiryDate, 4) } : null),
  ],
  [
    'an invoice in another currency',
    'invoice.currency',
    /^art\. 18\(a\)\(iii\), field 32B$/,
    (clean) => invoiced(clean, { currency: 'CHF' }),
  ],
  [
    'an LC that was drawn on before',
    'invoice.over',
    /^art\. 18\(b\), (art\. 30|field 39A)/,
    (_, { amount, amountTolerance }) => ({
      drawn: new Decimal(amount ?? 0).times(amountTolerance ? '0.2' : '0.01').toFixed(2),
    }),
  ],
  [
    'a fifth more goods than named',
    'invoice.quantity',
    /^(art\. 30|field 45A)/,
    (clean, { quantities }) => (quantities.length ? times(clean, '1.2') : null),
  ],
  [
    'half of the goods where partial shipments are barred',
    'partial.shipped',
    /^art\. 31\(a\), field 43P$/,
    (clean, { partialShipments, quantities }) =>
      partialShipments === 'not_allowed' && quantities.length ? times(clean, '0.5') : null,
  ],
  [
    'another unit price',
    'invoice.price',
    /^art\. 18\(c\), field 45A$/,
    (clean, { unitPrices }) =>
      unitPrices.length
        ? invoiced(clean, { goods: (clean.invoice?.goods ?? []).map((one) => ({ ...one, price: '0.0101' })) })
        : null,
  ],
  [
    'goods of another composition',
    'invoice.goods',
    /^art\. 18\(c\), field 45A$/,
    (clean, terms) =>
      says(terms, /\d+\s*(PCT|%|PERCENT)\s*[A-Z]/i) ? inWords(clean, () => '51% wool 49% linen') : null,
  ],
  [
    'goods of another weight',
    'invoice.goods',
    /^art\. 18\(c\), field 45A$/,
    (clean, terms) =>
      says(terms, /GSM|G\/M2/i) ? inWords(clean, (words) => words.replace(/\d+(?:\.\d+)? g\/m²/, '99 g/m²')) : null,
  ],
  [
    'an invoice without the composition',
    'invoice.goods',
    /^art\. 18\(c\), field 45A$/,
    (clean, terms) =>
      says(terms, /\d+\s*(PCT|%|PERCENT)\s*[A-Z]/i) ? inWords(clean, (words) => words.replace(/\d+%/g, '')) : null,
  ],
  [
    'an invoice without the PI that is named',
    'invoice.goods',
    /^art\. 18\(c\), field 45A$/,
    (clean, terms) => (says(terms, /PI-\d/) ? invoiced(clean, { proformas: [] }) : null),
  ],
  [
    'an invoice without the style that is named',
    'invoice.goods',
    /^art\. 18\(c\), field 45A$/,
    (clean, terms) => (says(terms, /STYLE/) ? inWords(clean, (words) => words.replace(/^.*\n/, '')) : null),
  ],
  [
    'an invoice without the HS code that is named',
    'invoice.goods',
    /^art\. 18\(c\), field 45A$/,
    (clean, terms) => (says(terms, /H\.?S/) ? invoiced(clean, { notes: null }) : null),
  ],
  [
    'another fabric',
    'invoice.words',
    /^art\. 18\(c\), field 45A$/,
    (clean) => inWords(clean, (words) => words.replace(/\n[^,]*/, '\nLace')),
  ],
  [
    'another trade term',
    'invoice.term',
    /^art\. 18\(c\), field 45A$/,
    (clean, { incoterm }) => incoterm && invoiced(clean, { term: incoterm.rule === 'FAS' ? 'FOB' : 'FAS' }),
  ],
  [
    'an invoice to another buyer',
    'invoice.applicant',
    /^art\. 18\(a\)\(ii\), field 50$/,
    (clean) => invoiced(clean, { buyer: 'Somebody Else GmbH' }),
  ],
  [
    'an invoice of another seller',
    'invoice.beneficiary',
    /^art\. 18\(a\)\(i\), field 59$/,
    (clean) => invoiced(clean, { seller: 'Prova Trading Ltd' }),
  ],
  [
    'a packing list of less',
    'packing.ties',
    /^art\. 14\(d\)$/,
    (clean) => ({
      packed: clean.packed.map((one) => ({ ...one, quantity: new Decimal(one.quantity).minus(1).toFixed() })),
    }),
  ],
  [
    'another transport document',
    'transport.kind',
    /^art\. (20\(a\)|23\(a\)|19\(a\)), field 46A$/,
    ({ transport }) =>
      transport.kind && {
        transport: { ...transport, kind: transport.kind === 'air_waybill' ? 'bill_of_lading' : 'air_waybill' },
      },
  ],
  [
    'another port of loading',
    'transport.loading',
    /^art\. (20\(a\)\(iii\)|23\(a\)\(iv\)|19\(a\)\(iii\)), field 44E$/,
    ({ transport }, { portOfLoading }) =>
      portOfLoading && !/\bANY\b/i.test(portOfLoading) ? { transport: { ...transport, loading: 'Mongla' } } : null,
  ],
  [
    'another port of discharge',
    'transport.discharge',
    /^art\. (20\(a\)\(iii\)|23\(a\)\(iv\)|19\(a\)\(iii\)), field 44F$/,
    ({ transport }, { portOfDischarge }) =>
      portOfDischarge && !/\bANY\b/i.test(portOfDischarge)
        ? { transport: { ...transport, discharge: 'Valparaiso' } }
        : null,
  ],
  [
    'a clause on torn cartons',
    'transport.clean',
    /^art\. 27$/,
    ({ transport }) => ({ transport: { ...transport, isClean: false } }),
  ],
  [
    'loose goods that change ships where that is barred',
    'transport.transhipment',
    /^art\. 20\(c\)\(ii\), field 43T$/,
    ({ transport }, { transhipment }) =>
      transhipment === 'not_allowed' && transport.kind === 'bill_of_lading'
        ? { transport: { ...transport, isContainerised: false } }
        : null,
  ],
  [
    'insurance of which nothing is said',
    'insurance.unknown',
    /^art\. 28\(f\), field 46A$/,
    (_, { documents }) => (documents.some(({ kind }) => kind === 'insurance') ? { insurance: null } : null),
  ],
  [
    'insurance of the bare value',
    'insurance.amount',
    /^art\. 28\(f\)\(ii\)$/,
    ({ insurance, invoice }) => ({ insurance: insurance && { ...insurance, amount: invoice?.amount ?? '0' } }),
  ],
  [
    'insurance in another currency',
    'insurance.currency',
    /^art\. 28\(f\)\(i\)$/,
    ({ insurance }) => ({ insurance: insurance && { ...insurance, currency: 'CHF' } }),
  ],
  [
    'insurance from the day after',
    'insurance.date',
    /^art\. 28\(e\)$/,
    ({ insurance, shippedOn }) => ({ insurance: insurance && { ...insurance, issuedOn: addDays(shippedOn ?? '', 1) } }),
  ],
  [
    'a document that is not there',
    'paper.missing',
    /^art\. 14\(a\), field 46A$/,
    ({ papers }) => ({ papers: papers.map((paper, at) => (at === 0 ? { ...paper, isThere: false } : paper)) }),
  ],
  [
    'no original of a document',
    'paper.copies',
    /^art\. 17, field 46A$/,
    ({ papers }) => ({ papers: papers.map((paper, at) => (at === 0 ? { ...paper, originals: 0 } : paper)) }),
  ],
];

const cases = names.flatMap((name) => {
  const terms = termsOf(name);
  const clean = inOrder(name, terms);
  return FAULTS.flatMap(([what, rule, article, wrong]) => {
    const change = wrong(clean, terms);
    return change ? [{ name, what, rule, article, terms, facts: { ...clean, ...change } }] : [];
  });
});

describe('a presentation that is in order', () => {
  it.each(names)('under %s has no finding', (name) => {
    const terms = termsOf(name);
    expect(presentedFindings(terms, inOrder(name, terms), bank)).toEqual([]);
  });
});

describe('a fault that was put into a presentation', () => {
  it.each(cases)('$name: $what', ({ rule, article, terms, facts }) => {
    const finding = presentedFindings(terms, facts, bank).find((one) => one.rule === rule);
    expect(finding?.article).toMatch(article);
    for (const side of [finding?.credit, finding?.ours, finding?.from, finding?.sentence]) expect(side).toBeTruthy();
  });

  it('there is under every rule, and more than ten in every LC', () => {
    expect(new Set(cases.map(({ rule }) => rule))).toEqual(new Set(PRESENTED_RULES));
    for (const name of names) expect(cases.filter((one) => one.name === name).length).toBeGreaterThan(10);
  });
});

describe('a transport document that 46A leaves a choice of', () => {
  const name = '01-block4-jersey';
  const before = termsOf(name);
  const documents = before.documents.map((one) =>
    one.kind === 'bill_of_lading' ? { ...one, text: 'BILLS OF LADING OR AIR WAYBILL OR DELIVERY CHALLAN' } : one,
  );
  const terms = { ...before, documents };
  const clean = inOrder(name, terms);
  const found = (kind: TransportKind, paper: { kind: string; title: string | null }) =>
    presentedFindings(
      terms,
      {
        ...clean,
        transport: { ...clean.transport, kind },
        papers: clean.papers.map((one) => (one.kind === 'bill_of_lading' ? { ...one, ...paper, wording: null } : one)),
      },
      bank,
    );

  it('may be any of them', () => {
    expect(found('air_waybill', { kind: 'air_waybill', title: null })).toEqual([]);
    expect(found('transport_document', { kind: 'other', title: 'Delivery challan' })).toEqual([]);
    const [missing] = found('bill_of_lading', { kind: 'other', title: 'Form A' });
    expect(missing?.rule).toBe('paper.missing');
  });
});

describe('the day of a presentation', () => {
  const terms = { ...termsOf('01-block4-jersey'), presentationDays: 15, expiryDate: '2027-02-28' };
  const late = (presentOn: string) =>
    presentedFindings(
      terms,
      { ...inOrder('01-block4-jersey', terms), shippedOn: '2027-01-01', insurance: null, presentOn },
      bank,
    ).map(({ rule }) => rule);

  it('moves on where the bank is closed on the last', () => {
    expect(late('2027-01-18')).toEqual([]); // the 16th is a Saturday
    expect(late('2027-01-19')).toEqual(['presented.late']);
  });
});
