import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  getFinancialSummary,
  getLetterOfCredit,
  getProformaInvoice,
  listLettersOfCredit,
  type ListLettersOfCreditData,
  listProformaInvoices,
  type ListProformaInvoicesData,
} from '@/shared/api/generated';

export type InvoicesQuery = NonNullable<ListProformaInvoicesData['query']>;
export type CreditsQuery = NonNullable<ListLettersOfCreditData['query']>;

const keys = {
  all: ['money'] as const,
  invoices: (query: InvoicesQuery) => ['money', 'invoices', query] as const,
  invoice: (id: string) => ['money', 'invoice', id] as const,
  credits: (query: CreditsQuery) => ['money', 'credits', query] as const,
  credit: (id: string) => ['money', 'credit', id] as const,
  summary: ['money', 'summary'] as const,
};

export function invoicesPage(query: InvoicesQuery) {
  return queryOptions({
    queryKey: keys.invoices(query),
    queryFn: async ({ signal }) => (await listProformaInvoices({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
}

export function creditsPage(query: CreditsQuery) {
  return queryOptions({
    queryKey: keys.credits(query),
    queryFn: async ({ signal }) => (await listLettersOfCredit({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
}

export function invoiceDetail(id: string) {
  return queryOptions({
    queryKey: keys.invoice(id),
    queryFn: async ({ signal }) => (await getProformaInvoice({ path: { id }, signal, throwOnError: true })).data,
  });
}

export function creditDetail(id: string) {
  return queryOptions({
    queryKey: keys.credit(id),
    queryFn: async ({ signal }) => (await getLetterOfCredit({ path: { id }, signal, throwOnError: true })).data,
  });
}

/** How many PIs and LCs stand in each status, and what they come to, per currency. */
export const financialSummary = queryOptions({
  queryKey: keys.summary,
  queryFn: async ({ signal }) => (await getFinancialSummary({ signal, throwOnError: true })).data,
});
