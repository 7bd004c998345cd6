import type { CreditTerms, DocumentWanted } from '../../financials/letter-of-credit/terms';
import type { ArrivalFacts, InvoiceFacts } from './facts';
import { wordsOf, type Finding } from './finding';
import { samePlace } from './wording';

/** Rules under which the buyer pays the main carriage, those under which we insure, and those for ships alone (Incoterms 2020). */
const FREIGHT_COLLECT = ['EXW', 'FCA', 'FAS', 'FOB'];
const FREIGHT_PREPAID = ['CPT', 'CIP', 'CFR', 'CIF'];
const INSURED_BY_US = ['CIP', 'CIF', 'DAP', 'DPU', 'DDP'];
const FOR_SHIPS = ['FAS', 'FOB', 'CFR', 'CIF'];

/** Incoterm, named place and ports (45A, 44E, 44F) against the PIs, and against the freight and insurance that 46A asks for. */
export function tradeTermFindings(terms: CreditTerms, { invoices }: ArrivalFacts): Finding[] {
  return [
    ...invoices.flatMap((invoice) => [...ofIncoterm(terms, invoice), ...ofPorts(terms, invoice)]),
    ...terms.documents.flatMap((wanted) => ofDocument(terms, wanted)),
  ];
}

function ofIncoterm(terms: CreditTerms, invoice: InvoiceFacts): Finding[] {
  const { incoterm: rule, incotermPlace: place, incotermYear: year, piNumber: from } = invoice;
  if (!rule) return [];
  const ours = [rule, place, year].filter(Boolean).join(' ');
  const named = terms.incoterm;
  const ask = `Field 45A: trade term to read ${ours}.`;
  if (!named)
    return [
      {
        ...{ rule: 'incoterm.missing', severity: 'note', article: 'art. 18(c), field 45A', from, ours, ask },
        credit: 'No trade term',
        sentence: `The LC names no trade term; ours is ${ours}.`,
      },
    ];
  const credit = [named.rule, named.place, named.year].filter(Boolean).join(' ');
  const sides = { credit, ours, from };
  if (named.rule !== rule)
    return [
      {
        ...{ rule: 'incoterm.differs', severity: 'discrepancy', article: 'art. 18(c), field 45A', ...sides, ask },
        sentence: `The LC says ${named.rule}, we sold ${rule}: the invoice must show the LC's.`,
      },
    ];
  if (place && named.place && !samePlace(place, named.place))
    return [
      {
        ...{ rule: 'incoterm.place', severity: 'discrepancy', article: 'art. 18(c), field 45A', ...sides, ask },
        sentence: `${rule} is named at another place than we sold it.`,
      },
    ];
  if (!year || !named.year || year === named.year) return [];
  return [
    {
      ...{ rule: 'incoterm.year', severity: 'note', article: 'art. 18(c), field 45A', ...sides, ask: null },
      sentence: `The invoice must name the Incoterms of ${named.year}, as the LC does.`,
    },
  ];
}

function ofPorts(terms: CreditTerms, invoice: InvoiceFacts): Finding[] {
  const ends = [
    ['portOfLoading', 'port.loading', '44E', 'loading'],
    ['portOfDischarge', 'port.discharge', '44F', 'discharge'],
  ] as const;
  return ends.flatMap(([key, rule, field, what]): Finding[] => {
    const [named, ours] = [terms[key], invoice[key]];
    if (!named || !ours || samePlace(named, ours)) return [];
    return [
      {
        ...{ rule, severity: 'discrepancy', article: `art. 20(a)(iii), field ${field}`, ours, from: invoice.piNumber },
        credit: wordsOf(terms, key, named),
        sentence: `The transport document must show ${what} at ${named}; the goods go by ${ours}.`,
        ask: `Field ${field}: to read ${ours} instead of ${named}.`,
      },
    ];
  });
}

function ofDocument({ incoterm }: CreditTerms, { kind, text }: DocumentWanted): Finding[] {
  if (!incoterm) return [];
  const { rule } = incoterm;
  const sides = { credit: text, ours: [rule, incoterm.place].filter(Boolean).join(' '), from: '45A, the trade term' };
  const [prepaid, collect] = [
    /FREIGHT\s+(?:PRE-?PAID|PAID)/i.test(text),
    /FREIGHT\s+(?:TO\s+)?COLLECT|FREIGHT PAYABLE AT DESTINATION/i.test(text),
  ];
  const other = prepaid && !collect ? FREIGHT_COLLECT : collect && !prepaid ? FREIGHT_PREPAID : [];
  if (other.includes(rule))
    return [
      {
        ...{ rule: 'incoterm.freight', severity: 'discrepancy', article: 'art. 14(d), field 46A', ...sides },
        sentence: `It asks for freight ${prepaid ? 'prepaid' : 'collect'}; under ${rule} ${prepaid ? 'the buyer pays' : 'we pay'} the freight.`,
        ask: `Field 46A: “freight ${prepaid ? 'collect' : 'prepaid'}” instead of “freight ${prepaid ? 'prepaid' : 'collect'}”.`,
      },
    ];
  if (kind === 'insurance' && !INSURED_BY_US.includes(rule))
    return [
      {
        ...{ rule: 'incoterm.insurance', severity: 'discrepancy', article: 'art. 28, field 46A', ...sides },
        sentence: `It asks us for an insurance document; under ${rule} the buyer insures.`,
        ask: 'Field 46A: delete the insurance document.',
      },
    ];
  if (kind !== 'air_waybill' || !FOR_SHIPS.includes(rule)) return [];
  return [
    {
      ...{ rule: 'incoterm.air', severity: 'note', article: 'art. 23, field 46A', ...sides, ask: null },
      sentence: `${rule} is for goods that go by ship, while an air waybill is asked for.`,
    },
  ];
}
