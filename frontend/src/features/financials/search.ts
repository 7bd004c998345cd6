import { currencyOptions } from '@/shared/forms/options';
import { day, id, many, one, ordering, page, searchOf, text } from '@/shared/lib/search';
import type { CreditsQuery, InvoicesQuery } from './api';
import { checkVerdicts, creditFacts, creditStatuses, invoiceStatuses, reviewStates } from './vocabulary';

const invoiceOrderings = ['createdAt', 'issueDate', 'amount', 'piNumber'] as const;
const creditOrderings = ['createdAt', 'issueDate', 'amount', 'expiryDate', 'presentBy', 'lcNumber'] as const;

/** The Money page: which ledger, and what of it. What the other ledger does not know is left out there. */
export const moneySearch = searchOf({
  tab: one(['pis', 'lcs']),
  search: text(),
  status: many([...new Set([...invoiceStatuses, ...creditStatuses])]),
  review: many(reviewStates),
  check: many(checkVerdicts),
  fact: many(creditFacts),
  currency: many(currencyOptions('').map(({ value }) => value)),
  orderId: id(),
  issueDateFrom: day(),
  issueDateTo: day(),
  expiryFrom: day(),
  expiryTo: day(),
  presentByFrom: day(),
  presentByTo: day(),
  ordering: ordering([...invoiceOrderings, ...creditOrderings]),
  page: page(),
});
export type MoneySearch = ReturnType<typeof moneySearch.parse>;

export const pageSize = 25;

/** The URL's words as the API's, for the PIs. */
export function invoicesAsked(values: MoneySearch): InvoicesQuery {
  return {
    ...shared(values),
    review: values.review,
    status: values.status?.filter((status) => isOneOf(invoiceStatuses, status)),
    ordering: known(values.ordering, invoiceOrderings),
  };
}

/** The same, for the LCs. */
export function creditsAsked(values: MoneySearch): CreditsQuery {
  const { check, fact, expiryFrom, expiryTo, presentByFrom, presentByTo } = values;
  return {
    ...shared(values),
    ...{ check, fact, expiryFrom, expiryTo, presentByFrom, presentByTo },
    status: values.status?.filter((status) => isOneOf(creditStatuses, status)),
    ordering: known(values.ordering, creditOrderings),
  };
}

function shared({ search, currency, orderId, issueDateFrom, issueDateTo, page }: MoneySearch) {
  return { search, currency, orderId: orderId ? [orderId] : undefined, issueDateFrom, issueDateTo, page, pageSize };
}

function isOneOf<Word extends string>(words: readonly Word[], word: string): word is Word {
  return (words as readonly string[]).includes(word);
}

function known(ordering: string | undefined, columns: readonly string[]): string | undefined {
  return ordering && columns.includes(ordering.replace('-', '')) ? ordering : undefined;
}
