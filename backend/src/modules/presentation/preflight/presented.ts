import type { CreditTerms } from '../../financials/letter-of-credit/terms';
import type { BankingDays } from '../../financials/letter-of-credit/ucp/clocks';
import { SEVERITIES } from '../findings/finding';
import { dayFaults } from './days';
import type { PresentedFacts, PresentedFinding } from './facts';
import { invoiceFaults } from './invoice';
import { paperFaults } from './papers';
import { insuranceFaults, transportFaults } from './transport';

/** What the bank would refuse of a presentation, the gravest first. @param bank of the place of presentation */
export function presentedFindings(terms: CreditTerms, facts: PresentedFacts, bank: BankingDays): PresentedFinding[] {
  return [
    ...dayFaults(terms, facts, bank),
    ...invoiceFaults(terms, facts),
    ...transportFaults(terms, facts),
    ...insuranceFaults(terms, facts),
    ...paperFaults(terms, facts),
  ].sort((one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity));
}
