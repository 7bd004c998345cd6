import { dayWords } from '../../../platform/values/words';
import type { CreditTerms } from '../../financials/letter-of-credit/terms';
import {
  expiry,
  latestShipment,
  presentationEnd,
  type BankingDays,
  type Clock,
} from '../../financials/letter-of-credit/ucp/clocks';
import { fault } from './fault';
import type { PresentedFacts, PresentedFinding, PresentedRule } from './facts';

/** Shipment, presentation and expiry: what is a day too late stays too late. */
export function dayFaults(
  terms: CreditTerms,
  { shippedOn, presentOn }: PresentedFacts,
  bank: BankingDays,
): PresentedFinding[] {
  const happened = { shippedOn, plannedShipment: null, presentedOn: null };
  return [
    ...late('shipped.late', latestShipment(terms), shippedOn, 'The transport document', 'The goods left'),
    ...late(
      'presented.late',
      presentationEnd(terms, happened, bank),
      presentOn,
      'The presentation',
      'Documents go to the bank',
    ),
    ...late('presented.expired', expiry(terms, bank), presentOn, 'The presentation', 'Documents go to the bank'),
  ];
}

function late(
  rule: PresentedRule,
  last: Clock | null,
  day: string | null,
  from: string,
  what: string,
): PresentedFinding[] {
  if (!last || !day || day <= last.day) return [];
  const sentence = `${what} on ${dayWords(day)}, after the last day, ${dayWords(last.day)}.`;
  return [fault({ rule, article: last.article, credit: dayWords(last.day), ours: dayWords(day), from, sentence })];
}
