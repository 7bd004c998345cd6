import { dayWords, moneyWords } from '../../../platform/values/words';
import type { CreditTerms } from '../../financials/letter-of-credit/terms';
import { amountFindings } from './amounts';
import { dateFindings } from './dates';
import { documentFindings } from './documents';
import type { ArrivalFacts } from './facts';
import { SEVERITIES, type Finding } from './finding';
import { goodsFindings } from './goods';
import { partyFindings } from './parties';
import { quantityFindings } from './quantities';
import { shipmentTermFindings } from './shipment-terms';
import { tradeTermFindings } from './trade-terms';

const FAMILIES = [
  amountFindings,
  quantityFindings,
  dateFindings,
  tradeTermFindings,
  goodsFindings,
  shipmentTermFindings,
  documentFindings,
  partyFindings,
  unseen,
];

/** All that does not agree between an LC as it stands and what it is to pay for, the gravest first. */
export function arrivalFindings(terms: CreditTerms, facts: ArrivalFacts): Finding[] {
  return FAMILIES.flatMap((family) => family(terms, facts)).sort(
    (one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity),
  );
}

function unseen(_: CreditTerms, { unseenOrders }: ArrivalFacts): Finding[] {
  if (!unseenOrders.length) return [];
  const from = unseenOrders.join(', ');
  return [
    {
      rule: 'orders.unseen',
      severity: 'note',
      article: 'field 45A',
      credit: 'The LC is for more orders',
      ours: from,
      from,
      sentence: `Amount, quantity and goods were not compared: ${from} ${unseenOrders.length === 1 ? 'is' : 'are'} another's. A manager sees them whole.`,
      ask: null,
    },
  ];
}

/** A letter that asks the applicant to have the LC amended; null where nothing is to be asked. Notes are left out. */
export function amendmentRequest(terms: CreditTerms, findings: readonly Finding[]): string | null {
  const asked = [...new Set(findings.flatMap(({ severity, ask }) => (ask && severity !== 'note' ? ask : [])))];
  if (!asked.length) return null;
  const { lcNumber, issueDate, amount, currency, issuingBank } = terms;
  const credit = [
    `LC ${lcNumber ?? ''}`.trim(),
    issueDate ? `of ${dayWords(issueDate)}` : '',
    amount && currency ? `for ${moneyWords(amount, currency)}` : '',
    issuingBank ? `issued by ${issuingBank}` : '',
  ];
  return [
    `Dear ${terms.applicant?.name ?? 'Sirs'},`,
    `Thank you for ${credit.filter(Boolean).join(' ')}. Please have it amended as follows, so that our documents can be in order:`,
    asked.map((ask, at) => `${at + 1}. ${ask}`).join('\n'),
    'All other terms remain unchanged. Please send us the amendment (MT707) through the advising bank.',
    `Yours faithfully,\n${terms.beneficiary?.name ?? ''}`.trim(),
  ].join('\n\n');
}
