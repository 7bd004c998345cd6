import { currencyOptions } from '@/shared/forms/options';
import { day, id, many, one, ordering, page, searchOf, text } from '@/shared/lib/search';
import type { CreditsNarrowed, CreditsQuery, InvoicesNarrowed, InvoicesQuery } from './api';
import { checkVerdicts, creditFacts, creditStatuses, invoiceStatuses, reviewStates } from './vocabulary';

const invoiceOrderings = ['createdAt', 'issueDate', 'amount', 'piNumber'] as const;
const creditOrderings = ['createdAt', 'issueDate', 'amount', 'expiryDate', 'presentBy', 'lcNumber'] as const;

/** The Money page: which ledger, and what of it. What the other ledger does not know is left out there. */
export const moneySearch = searchOf({
  tab: one(['pis', 'lcs']),
  search: text(),
  status: many([...new Set([...invoiceStatuses, ...creditStatuses])]),
  review: many(reviewStates),
  /** Who may give the review that it waits for. */
  reviewableBy: id(),
  live: one(['true']),
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
    page: values.page,
    pageSize,
    ...invoicesNarrowed(values),
    ordering: known(values.ordering, invoiceOrderings),
  };
}

export function invoicesNarrowed(values: MoneySearch): InvoicesNarrowed {
  return {
    ...shared(values),
    review: values.review,
    reviewableBy: values.reviewableBy ? [values.reviewableBy] : undefined,
    status: values.status?.filter((status) => isOneOf(invoiceStatuses, status)),
  };
}

/** The same, for the LCs. */
export function creditsAsked(values: MoneySearch): CreditsQuery {
  return { page: values.page, pageSize, ...creditsNarrowed(values), ordering: known(values.ordering, creditOrderings) };
}

export function creditsNarrowed(values: MoneySearch): CreditsNarrowed {
  const { check, fact, live, expiryFrom, expiryTo, presentByFrom, presentByTo } = values;
  return {
    ...shared(values),
    ...{ check, fact, expiryFrom, expiryTo, presentByFrom, presentByTo },
    live: live ? [live] : undefined,
    status: values.status?.filter((status) => isOneOf(creditStatuses, status)),
  };
}

function shared({ search, currency, orderId, issueDateFrom, issueDateTo }: MoneySearch) {
  return { search, currency, orderId: orderId ? [orderId] : undefined, issueDateFrom, issueDateTo };
}

function isOneOf<Word extends string>(words: readonly Word[], word: string): word is Word {
  return (words as readonly string[]).includes(word);
}

function known(ordering: string | undefined, columns: readonly string[]): string | undefined {
  return ordering && columns.includes(ordering.replace('-', '')) ? ordering : undefined;
}
