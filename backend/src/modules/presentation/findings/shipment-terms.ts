import { dayWords } from '../../../platform/values/words';
import type { CreditTerms } from '../../financials/letter-of-credit/terms';
import { namesOf, type ArrivalFacts } from './facts';
import { wordsOf, type Finding } from './finding';

/** Partial shipments and transhipment (43P, 43T), and instalments, against the PIs and the plan. */
export function shipmentTermFindings(terms: CreditTerms, facts: ArrivalFacts): Finding[] {
  return [...ofPartials(terms, facts), ...ofTranshipment(terms, facts), ...ofInstalments(terms)];
}

function ofPartials(terms: CreditTerms, { invoices, lines }: ArrivalFacts): Finding[] {
  if (terms.partialShipments !== 'not_allowed') return [];
  const sides = {
    article: 'art. 31(a), field 43P',
    credit: wordsOf(terms, 'partialShipments', 'NOT ALLOWED'),
    ask: 'Field 43P: partial shipments to read ALLOWED.',
  };
  const sold = invoices.filter(({ partialShipments }) => partialShipments === true);
  if (sold.length)
    return [
      {
        rule: 'partial.barred',
        severity: 'discrepancy',
        ...sides,
        ours: 'Partial shipments allowed',
        from: namesOf(sold),
        sentence: 'We sold with partial shipments; the LC bars them.',
      },
    ];
  const days = [...new Set(lines.flatMap(({ etd }) => etd ?? []))].sort();
  if (days.length < 2) return [];
  const from = [...new Set(lines.map(({ orderNumber }) => orderNumber))].join(', ');
  return [
    {
      ...{ rule: 'partial.plan', severity: 'risk', ...sides, ours: `ETD ${days.map(dayWords).join(', ')}`, from },
      sentence: `The lines leave on ${days.length} days by plan; the LC wants them to leave in one.`,
    },
  ];
}

function ofTranshipment(terms: CreditTerms, { invoices }: ArrivalFacts): Finding[] {
  const sold = invoices.filter(({ transhipment }) => transhipment === true);
  if (terms.transhipment !== 'not_allowed' || !sold.length) return [];
  return [
    {
      ...{ rule: 'transhipment.barred', severity: 'risk', article: 'art. 20(c), field 43T', from: namesOf(sold) },
      credit: wordsOf(terms, 'transhipment', 'NOT ALLOWED'),
      ours: 'Transhipment allowed',
      sentence:
        'The LC bars transhipment. By sea in containers a bank takes it all the same (art. 20(c)(ii)); else not.',
      ask: 'Field 43T: transhipment to read ALLOWED.',
    },
  ];
}

function ofInstalments(terms: CreditTerms): Finding[] {
  const item = [terms.shipmentPeriod ?? '', ...terms.conditions.map(({ text }) => text)].find((text) =>
    /\bINSTALL?MENTS?\b/i.test(text),
  );
  if (!item) return [];
  return [
    {
      rule: 'partial.instalments',
      severity: 'risk',
      article: 'art. 32, field 44D',
      credit: item,
      from: 'UCP 600',
      ours: 'An instalment that is missed ends the LC for it and for all later ones.',
      sentence: 'It wants the goods in instalments: one that leaves late ends the LC for the rest.',
      ask: 'Field 44D: delete the instalments; one latest date of shipment in field 44C instead.',
    },
  ];
}
