import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readCredit } from '../../financials/letter-of-credit/swift/mt700';
import { amendmentRequest, arrivalFindings } from './arrival';
import type { ArrivalFacts, GoodsFacts, InvoiceFacts, LineFacts } from './facts';
import { FINDING_RULES, type Finding, type FindingRule } from './finding';

const fixtures = join(__dirname, '../../../../test/fixtures/mt700');

interface Deal {
  invoice?: Partial<InvoiceFacts>;
  goods: (Partial<LineFacts> & Pick<GoodsFacts, 'unit'>)[];
}
const deals = JSON.parse(readFileSync(join(fixtures, 'deals.json'), 'utf8')) as Record<string, Deal>;
const names = readdirSync(fixtures).flatMap((file) => (file.endsWith('.txt') ? file.slice(0, -4) : []));

/** What a test changes of a clean deal: words of the LC, terms of the PI, of its first line, or of the order's. */
interface Fault {
  text?: readonly [RegExp, string];
  invoice?: Partial<InvoiceFacts>;
  goods?: Partial<GoodsFacts>;
  line?: Partial<LineFacts>;
  lines?: Partial<LineFacts>[];
  unseenOrders?: string[];
}

const NO_PI: InvoiceFacts = {
  orderNumber: 'PO-117',
  piNumber: '',
  issueDate: '2026-01-01',
  amount: '0',
  currency: 'USD',
  seller: 'Prova Fashion Ltd\nDhaka',
  buyer: null,
  ...{ incoterm: null, incotermPlace: null, incotermYear: 2020, portOfLoading: null, portOfDischarge: null, etd: null },
  ...{ partialShipments: null, transhipment: null, tolerancePercent: null, paymentTerms: null, documentsOffered: null },
  lines: [],
};

function factsOf({ invoice, goods }: Deal, fault: Fault): ArrivalFacts {
  const currency = invoice?.currency ?? 'USD';
  const sold = goods.map((one, at) => ({
    ...{
      label: `${one.style} · Navy`,
      style: '',
      composition: null,
      gsm: null,
      hsCode: null,
      quantity: null,
      price: null,
      currency,
    },
    ...one,
    ...(at === 0 ? fault.goods : {}),
  }));
  const lines = sold.map((one, at): LineFacts => ({
    ...{ orderNumber: 'PO-117', etd: invoice?.etd ?? null, forecastOn: invoice?.etd ?? null, likelyOn: null },
    ...one,
    ...(at === 0 ? fault.line : {}),
  }));
  const more = (fault.lines ?? []).map((one): LineFacts => ({ ...(lines[0] as LineFacts), ...one }));
  return {
    invoices: invoice ? [{ ...NO_PI, ...invoice, lines: sold, ...fault.invoice }] : [],
    lines: [...lines, ...more],
    unseenOrders: fault.unseenOrders ?? [],
  };
}

function found(name: string, fault: Fault = {}): Finding[] {
  const before = readFileSync(join(fixtures, `${name}.txt`), 'utf8');
  const text = fault.text ? before.replace(...fault.text) : before;
  if (fault.text) expect(text).not.toBe(before);
  const deal = deals[name];
  if (!deal) throw new Error(`no deal ${name}`);
  return arrivalFindings(readCredit(text).terms, factsOf(deal, fault));
}

describe('an LC that agrees with its PIs, orders and plan', () => {
  it.each(names)('%s has no finding', (name) => {
    expect(found(name)).toEqual([]);
  });

  it('there are fifteen', () => expect(names).toHaveLength(15));
});

const [jersey, twill, pieces, narrow, poplin, rib, two, period, old, voile, pique, rolls, orders, fleece, modal] =
  names as [
    ...(readonly [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ]),
  ];

const FAULTS: readonly (readonly [what: string, deal: string, Fault, FindingRule, article: string])[] = [
  ['another currency', jersey, { text: [/USD158466/, 'EUR158466'] }, 'amount.currency', 'art. 18(a)(iii), field 32B'],
  [
    'an amount below its tolerance',
    jersey,
    { text: [/158466,00/, '148466,00'] },
    'amount.short',
    'art. 18(b), field 39A, field 32B',
  ],
  [
    'a maximum that is too low',
    narrow,
    { text: [/63000,00/, '62999,00'] },
    'amount.short',
    'art. 18(b), field 39A, field 32B',
  ],
  [
    'an amount one cent short',
    pique,
    { text: [/18\.900,00/, '18.899,99'] },
    'amount.short',
    'art. 18(b), art. 30(c), field 32B',
  ],
  [
    'digits turned round in the amount',
    voile,
    { text: [/88,000/, '80,800'] },
    'amount.short',
    'art. 18(b), field 39A, field 32B',
  ],
  [
    'more than is drawn, in one shipment',
    rolls,
    { text: [/54000,00/, '58000,00'] },
    'amount.more',
    'art. 30(c), field 32B',
  ],
  [
    'no room for the tolerance of the PI',
    fleece,
    { invoice: { tolerancePercent: '5' } },
    'amount.tolerance',
    'art. 30(b), field 39A',
  ],
  ['39A lost', modal, { text: [/:39A:05\/05\n/, ':39A:02/02\n'] }, 'amount.tolerance', 'art. 30(b), field 39A'],
  [
    'quantity × price above the amount',
    fleece,
    { text: [/3,850 KGS/, '3,900 KGS'] },
    'amount.arithmetic',
    'field 32B, field 45A',
  ],
  ['another unit price', jersey, { text: [/3\.5499/, '3.4599'] }, 'price.differs', 'art. 18(c), field 45A'],
  ['a price of one of two goods', two, { text: [/GBP 3\.00/, 'GBP 3.01'] }, 'price.differs', 'art. 18(c), field 45A'],
  ['yards for metres', poplin, { text: [/15,000 METERS/, '15,000 PCS'] }, 'quantity.unit', 'art. 18(c), field 45A'],
  [
    'kilograms of what is sold by the piece',
    pieces,
    { goods: { unit: 'kg' } },
    'quantity.unit',
    'art. 18(c), field 45A',
  ],
  ['less goods than ordered', fleece, { text: [/3,850 KGS/, '3,600 KGS'] }, 'quantity.short', 'art. 30(b), field 45A'],
  [
    'one piece less, which has no tolerance',
    pieces,
    { text: [/12,000 PCS/, '11,999 PCS'] },
    'quantity.short',
    'art. 30(b), field 45A',
  ],
  ['less beyond its own tolerance', jersey, { text: [/44,640/, '40,640'] }, 'quantity.short', 'field 45A'],
  ['less beyond "about"', narrow, { text: [/18000 KGS/, '16000 KGS'] }, 'quantity.short', 'art. 30(a), field 45A'],
  ['pounds for kilograms', fleece, { text: [/3,850 KGS/, '3,850 LBS'] }, 'quantity.short', 'art. 30(b), field 45A'],
  ['more goods than ordered', rolls, { text: [/300 ROLLS/, '310 ROLLS'] }, 'quantity.more', 'art. 30(b), field 45A'],
  [
    'rolls without the tolerance of the PI',
    rolls,
    { invoice: { tolerancePercent: '3' } },
    'quantity.tolerance',
    'art. 30(b), field 45A',
  ],
  [
    'more tolerance of goods than of money',
    voile,
    { text: [/:39A:5\/5/, ':39A:2/2'] },
    'quantity.over_amount',
    'art. 30(b), field 39A',
  ],
  [
    'latest shipment before the ETD',
    jersey,
    { text: [/:44C:270105/, ':44C:261227'] },
    'shipment.before_etd',
    'art. 29(c), field 44C',
  ],
  [
    'a period that ends before the ETD',
    period,
    { text: [/SECOND HALF/, 'FIRST HALF'] },
    'shipment.before_etd',
    'art. 3, field 44D',
  ],
  [
    'a forecast after the latest shipment',
    twill,
    { line: { forecastOn: '2027-01-26' } },
    'shipment.forecast',
    'art. 29(c), field 44C',
  ],
  [
    'a forecast that is likely late',
    twill,
    { line: { likelyOn: '2027-01-30' } },
    'shipment.forecast_likely',
    'art. 29(c), field 44C',
  ],
  [
    'an expiry before the last day to ship',
    old,
    { text: [/160715/, '160619'] },
    'expiry.before_shipment',
    'art. 6(d), field 31D',
  ],
  ['no days left to present', fleece, { text: [/261010/, '260920'] }, 'expiry.little_time', 'art. 14(c), field 31D'],
  [
    'an expiry at the counters of the issuing bank',
    rib,
    { text: [/261115BANGLADESH/, '261115AT COUNTERS OF ISSUING BANK'] },
    'expiry.place',
    'art. 6(d)(ii), field 31D',
  ],
  [
    "an expiry in the applicant's country",
    modal,
    { text: [/261020BANGLADESH/, '261020ITALY'] },
    'expiry.place',
    'art. 6(d)(ii), field 31D',
  ],
  ['five days to present', period, { text: [/:48:14/, ':48:5'] }, 'presentation.short', 'art. 14(c), field 48'],
  ['CIF for FOB', modal, { text: [/\+FOB CHATTOGRAM/, '+CIF GENOVA'] }, 'incoterm.differs', 'art. 18(c), field 45A'],
  [
    'FOB at another port',
    pique,
    { text: [/\+FOB CHATTOGRAM/, '+FOB MONGLA'] },
    'incoterm.place',
    'art. 18(c), field 45A',
  ],
  [
    'Incoterms of another year',
    fleece,
    { text: [/INCOTERMS 2020/, 'INCOTERMS 2010'] },
    'incoterm.year',
    'art. 18(c), field 45A',
  ],
  [
    'no trade term',
    poplin,
    { text: [/\+FOB CHATTOGRAM INCOTERMS 2020\n/, ''] },
    'incoterm.missing',
    'art. 18(c), field 45A',
  ],
  [
    'freight prepaid under FOB',
    jersey,
    { text: [/FREIGHT COLLECT/, 'FREIGHT PREPAID'] },
    'incoterm.freight',
    'art. 14(d), field 46A',
  ],
  [
    'freight collect under CFR',
    twill,
    { text: [/FREIGHT PREPAID/, 'FREIGHT COLLECT'] },
    'incoterm.freight',
    'art. 14(d), field 46A',
  ],
  [
    'insurance under FOB',
    two,
    { text: [/\+CERTIFICATE OF ORIGIN, GSP FORM A/, '+INSURANCE POLICY FOR 110 PCT OF VALUE'] },
    'incoterm.insurance',
    'art. 28, field 46A',
  ],
  [
    'an air waybill under FOB',
    pique,
    { text: [/FULL SET BILLS OF LADING/, 'AIR WAYBILL'] },
    'incoterm.air',
    'art. 23, field 46A',
  ],
  ['another port of loading', twill, { text: [/CHITTAGONG/, 'MONGLA'] }, 'port.loading', 'art. 20(a)(iii), field 44E'],
  [
    'another port of discharge',
    modal,
    { text: [/GENOVA, ITALY/, 'LA SPEZIA, ITALY'] },
    'port.discharge',
    'art. 20(a)(iii), field 44F',
  ],
  [
    'another composition',
    rib,
    { text: [/57 PCT COTTON/, '60 PCT COTTON'] },
    'goods.composition',
    'art. 18(c), field 45A',
  ],
  ['another weight', period, { text: [/220 GSM/, '200 GSM'] }, 'goods.gsm', 'art. 18(c), field 45A'],
  ['another HS code', rib, { text: [/6006\.22/, '6006.32'] }, 'goods.hs_code', 'art. 18(c), field 45A'],
  ['another style', two, { text: [/OT-102/, 'OT-120'] }, 'goods.style', 'art. 18(c), field 45A'],
  ['another PI', two, { text: [/PI-00044/, 'PI-00004'] }, 'goods.pi_number', 'art. 18(c), field 45A'],
  ['another day of the PI', jersey, { text: [/20\.11\.2026/, '21.11.2026'] }, 'goods.pi_date', 'art. 18(c), field 45A'],
  [
    'partial shipments barred',
    two,
    { text: [/:43P:ALLOWED/, ':43P:NOT ALLOWED'] },
    'partial.barred',
    'art. 31(a), field 43P',
  ],
  [
    'one shipment of what leaves on two days',
    rolls,
    { lines: [{ etd: '2026-08-01' }] },
    'partial.plan',
    'art. 31(a), field 43P',
  ],
  [
    'instalments',
    jersey,
    { text: [/\+ALL DOCUMENTS/, '+SHIPMENT IN TWO EQUAL INSTALMENTS\n+ALL DOCUMENTS'] },
    'partial.instalments',
    'art. 32, field 44D',
  ],
  [
    'transhipment barred',
    jersey,
    { text: [/:43T:ALLOWED/, ':43T:NOT ALLOWED'] },
    'transhipment.barred',
    'art. 20(c), field 43T',
  ],
  [
    'a certificate that the applicant signs',
    modal,
    { text: [/\+PACKING LIST/, '+INSPECTION CERTIFICATE COUNTERSIGNED BY APPLICANT\n+PACKING LIST'] },
    'document.by_applicant',
    'field 46A',
  ],
  [
    'a condition that the applicant approves',
    jersey,
    { text: [/\+ALL DOCUMENTS/, '+SHIPPING SAMPLE TO BE APPROVED BY THE BUYER\n+ALL DOCUMENTS'] },
    'document.by_applicant',
    'field 47A',
  ],
  [
    'an original sent to the applicant',
    poplin,
    { text: [/\+PACKING LIST/, '+CERTIFICATE THAT 1/3 ORIGINAL B/L WAS SENT DIRECTLY TO APPLICANT\n+PACKING LIST'] },
    'document.sent_direct',
    'art. 20(a)(iv), field 46A',
  ],
  [
    'goods consigned to the applicant',
    orders,
    { text: [/FULL SET BILLS OF LADING/, 'FULL SET BILLS OF LADING CONSIGNED TO THE APPLICANT'] },
    'document.consignee',
    'field 46A',
  ],
  [
    'a document that was not offered',
    rib,
    { text: [/\+PACKING LIST/, '+CERTIFICATE OF ORIGIN IN DUPLICATE\n+PACKING LIST'] },
    'document.not_offered',
    'art. 14(a), field 46A',
  ],
  [
    'another applicant',
    twill,
    { text: [/NORDWIND TEXTIL GMBH/, 'NORDWIND FASHION GMBH'] },
    'party.applicant',
    'art. 18(a)(ii), field 50',
  ],
  [
    'another beneficiary',
    jersey,
    { text: [/PROVA FASHION LTD/, 'PROVA FABRICS LTD'] },
    'party.beneficiary',
    'art. 18(a)(i), field 59',
  ],
  ['120 days for 90', jersey, { text: [/90 DAYS/, '120 DAYS'] }, 'payment.tenor', 'art. 7(a), field 42C'],
  [
    'a usance for sight',
    twill,
    { text: [/AT SIGHT/, '60 DAYS AFTER B/L DATE'] },
    'payment.tenor',
    'art. 7(a), field 42C',
  ],
  ['a revocable LC', old, { text: [/IRREVOCABLE/, 'REVOCABLE'] }, 'form.revocable', 'art. 3, field 40A'],
  [
    'other rules than UCP 600',
    pieces,
    { text: [/UCP LATEST VERSION/, 'ISP LATEST VERSION'] },
    'rules.not_ucp',
    'art. 1, field 40E',
  ],
  ["an order of another's", jersey, { unseenOrders: ['PO-118'] }, 'orders.unseen', 'field 45A'],
];

describe('a fault that was put into an LC or its deal', () => {
  it.each(FAULTS)('%s (%s)', (_, deal, fault, rule, article) => {
    const findings = found(deal, fault);
    expect(findings.map((one) => ({ rule: one.rule, article: one.article }))).toContainEqual({ rule, article });
    expect(findings.length).toBeLessThanOrEqual(3);
    const finding = findings.find((one) => one.rule === rule);
    for (const side of [finding?.credit, finding?.ours, finding?.from, finding?.sentence]) expect(side).toBeTruthy();
  });

  it('there is under every rule, in every LC', () => {
    expect(FAULTS.length).toBeGreaterThan(50);
    expect(new Set(FAULTS.map(([, , , rule]) => rule))).toEqual(new Set(FINDING_RULES));
    expect(new Set(FAULTS.map(([, deal]) => deal)).size).toBe(15);
  });
});

describe('an LC for an order with a PI and one without', () => {
  const extra = { orderNumber: 'PO-118', quantity: '1000', price: '5', etd: '2026-09-20' };
  const text = [/9,500 KGS/, '10,500 KGS'] as const;

  it('is to pay for both', () => {
    const short = found(modal, { text, lines: [extra] }).find(({ rule }) => rule === 'amount.short');
    expect(short).toMatchObject({ ours: 'EUR 52,500.00', from: 'PI-00051, PO-118' });
  });

  it('is not held against an amount while a price is missing', () => {
    const rules = found(modal, { text, lines: [{ ...extra, price: null }] }).map(({ rule }) => rule);
    expect(rules).not.toContain('amount.short');
    expect(rules).not.toContain('quantity.short');
  });
});

describe('an LC for yards and metres', () => {
  const text = readFileSync(join(fixtures, `${two}.txt`), 'utf8').replace('+8,000 YARDS', '+8,000 METERS');
  const { terms } = readCredit(text.replace('3.00/YD', '3.00/METER'));
  const [twill, corduroy] = (deals[two] as Deal).goods;
  const facts = (quantity: string) =>
    factsOf({ ...deals[two], goods: [twill!, { ...corduroy!, unit: 'meters', quantity }] }, {});

  it('is for each of them by itself', () => {
    expect(arrivalFindings(terms, facts('8000'))).toEqual([]);
    expect(arrivalFindings(terms, facts('8500'))).toEqual([
      expect.objectContaining({ rule: 'quantity.short', ours: '8,500 m' }),
    ]);
  });
});

describe('what is asked for', () => {
  it('is one letter, without the notes, the gravest first', () => {
    const text = readFileSync(join(fixtures, `${jersey}.txt`), 'utf8').replace(':44C:270105', ':44C:261220');
    const { terms } = readCredit(text);
    const findings = arrivalFindings(terms, factsOf(deals[jersey] as Deal, { invoice: { incotermYear: 2010 } }));
    expect(findings.map(({ severity }) => severity)).toEqual(['discrepancy', 'discrepancy', 'note']);
    const letter = amendmentRequest(terms, findings);
    expect(letter).toContain('LC EXLC-2026-0417 of 21 Nov 2026 for USD 158,466.00');
    expect(letter).toContain('1. Field 44C: latest date of shipment to read 28 Dec 2026.');
    expect(letter).not.toContain('Incoterms of');
  });

  it('is nothing of a clean LC', () => {
    const { terms } = readCredit(readFileSync(join(fixtures, `${two}.txt`), 'utf8'));
    expect(amendmentRequest(terms, arrivalFindings(terms, factsOf(deals[two] as Deal, {})))).toBeNull();
  });
});
