import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import {
  getFinancialSummary,
  getLetterOfCredit,
  getOrder,
  getProformaInvoice,
  getProformaInvoiceDifference,
  getProformaInvoiceReview,
  getProformaSettings,
  type LetterOfCreditDto,
  listActivity,
  listLettersOfCredit,
  type ListLettersOfCreditData,
  listProformaInvoiceMails,
  listProformaInvoices,
  type ListProformaInvoicesData,
  type ProformaSettingsDto,
  totalLettersOfCredit,
  type TotalLettersOfCreditData,
  totalProformaInvoices,
  type TotalProformaInvoicesData,
  type WholeProformaInvoiceDto,
} from '@/shared/api/generated';
import { everyPage } from '@/shared/api/pages';
import { orderKeys } from '@/shared/lib/order';

export type InvoicesQuery = NonNullable<ListProformaInvoicesData['query']>;
export type CreditsQuery = NonNullable<ListLettersOfCreditData['query']>;

/** What narrows a list, and its sums alike. */
export type InvoicesNarrowed = NonNullable<TotalProformaInvoicesData['query']>;
export type CreditsNarrowed = NonNullable<TotalLettersOfCreditData['query']>;

const keys = {
  all: ['money'] as const,
  invoices: (query: InvoicesQuery) => ['money', 'invoices', query] as const,
  invoice: (id: string) => ['money', 'invoice', id] as const,
  credits: (query: CreditsQuery) => ['money', 'credits', query] as const,
  credit: (id: string) => ['money', 'credit', id] as const,
  totals: (of: 'pis' | 'lcs', query: object) => ['money', 'totals', of, query] as const,
  summary: ['money', 'summary'] as const,
  settings: ['money', 'settings'] as const,
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

export function invoiceTotals(query: InvoicesNarrowed) {
  return queryOptions({
    queryKey: keys.totals('pis', query),
    queryFn: async ({ signal }) => (await totalProformaInvoices({ query, signal, throwOnError: true })).data.totals,
    placeholderData: keepPreviousData,
  });
}

export function creditTotals(query: CreditsNarrowed) {
  return queryOptions({
    queryKey: keys.totals('lcs', query),
    queryFn: async ({ signal }) => (await totalLettersOfCredit({ query, signal, throwOnError: true })).data.totals,
    placeholderData: keepPreviousData,
  });
}

const counted = (
  of: 'pis' | 'lcs',
  query: object,
  read: (signal: AbortSignal) => Promise<readonly { count: number }[]>,
) =>
  queryOptions({
    queryKey: [...keys.totals(of, query), 'count'] as const,
    queryFn: async ({ signal }) => (await read(signal)).reduce((sum, { count }) => sum + count, 0),
  });
export type PapersCounted = ReturnType<typeof counted>;

/** How many the list would show. */
export const invoicesCounted = (query: InvoicesNarrowed) =>
  counted(
    'pis',
    query,
    async (signal) => (await totalProformaInvoices({ query, signal, throwOnError: true })).data.totals,
  );

export const creditsCounted = (query: CreditsNarrowed) =>
  counted(
    'lcs',
    query,
    async (signal) => (await totalLettersOfCredit({ query, signal, throwOnError: true })).data.totals,
  );

export function invoiceDetail(id: string) {
  return queryOptions({
    queryKey: keys.invoice(id),
    queryFn: async ({ signal }) => (await getProformaInvoice({ path: { id }, signal, throwOnError: true })).data,
  });
}

/** What changed since the last approval, and what was checked. */
export function invoiceReview(id: string) {
  return queryOptions({
    queryKey: [...keys.invoice(id), 'review'],
    queryFn: async ({ signal }) => (await getProformaInvoiceReview({ path: { id }, signal, throwOnError: true })).data,
  });
}

/** What changed since the version before it. */
export function invoiceDifference(id: string) {
  return queryOptions({
    queryKey: [...keys.invoice(id), 'difference'],
    queryFn: async ({ signal }) =>
      (await getProformaInvoiceDifference({ path: { id }, signal, throwOnError: true })).data,
  });
}

/** What was sent of it by e-mail; asked for again while one waits to go. */
export function invoiceMails(id: string) {
  return queryOptions({
    queryKey: [...keys.invoice(id), 'mails'],
    queryFn: async ({ signal }) =>
      (await listProformaInvoiceMails({ path: { id }, signal, throwOnError: true })).data.mails,
    refetchInterval: ({ state }) => (state.data?.some((mail) => mail.state === 'queued') ? 3_000 : false),
  });
}

/** What a new PI begins with, and when one needs a review. */
export const proformaSettings = queryOptions({
  queryKey: keys.settings,
  queryFn: async ({ signal }) => (await getProformaSettings({ signal, throwOnError: true })).data,
});

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

/** The same of one order. */
export function orderSummary(orderId: string) {
  return queryOptions({
    queryKey: [...keys.summary, orderId],
    queryFn: async ({ signal }) => (await getFinancialSummary({ query: { orderId }, signal, throwOnError: true })).data,
  });
}

/** All PIs of an order, the latest first. */
export function invoicesOfOrder(orderId: string) {
  return queryOptions({
    queryKey: [...keys.all, 'invoices-of', orderId],
    queryFn: ({ signal }) =>
      everyPage(async (page) => {
        const query = { orderId: [orderId], pageSize: 200, page };
        return (await listProformaInvoices({ query, signal, throwOnError: true })).data;
      }),
  });
}

/** All LCs of an order, the one that expires first on top. */
export function creditsOfOrder(orderId: string) {
  return queryOptions({
    queryKey: [...keys.all, 'credits-of', orderId],
    queryFn: ({ signal }) =>
      everyPage(async (page) => {
        const query = { orderId: [orderId], ordering: 'expiryDate', pageSize: 200, page };
        return (await listLettersOfCredit({ query, signal, throwOnError: true })).data;
      }),
  });
}

/** For what a PI is about to ask for. */
export function orderDetail(id: string) {
  return queryOptions({
    queryKey: orderKeys.detail(id),
    queryFn: async ({ signal }) => (await getOrder({ path: { id }, signal, throwOnError: true })).data,
  });
}

export type PaperKind = 'proforma_invoice' | 'letter_of_credit';

/** What happened to one PI or LC, the latest first. The API keeps the history by order. */
export function paperHistory(kind: PaperKind, { id, orderId }: { id: string; orderId: string }) {
  return queryOptions({
    queryKey: ['activity', kind, id],
    queryFn: async ({ signal }) => {
      const query = { orderId: [orderId], kind: [kind], ordering: '-sequence', pageSize: 200 };
      const { data } = await listActivity({ query, signal, throwOnError: true });
      return data.results.filter(({ subjectId }) => subjectId === id);
    },
  });
}

/** Puts the newest answer on the screen at once, and has the rest asked for again; resolves once that is there. */
export function useMoneyNews() {
  const queries = useQueryClient();
  const others = () =>
    Promise.all([keys.all, orderKeys.all, ['activity']].map((queryKey) => queries.invalidateQueries({ queryKey })));
  return {
    invoice(invoice: WholeProformaInvoiceDto) {
      queries.setQueryData(keys.invoice(invoice.id), invoice);
      return others();
    },
    credit(credit: LetterOfCreditDto) {
      queries.setQueryData(keys.credit(credit.id), credit);
      return others();
    },
    settings(settings: ProformaSettingsDto) {
      queries.setQueryData(keys.settings, settings);
    },
    gone(id: string) {
      queries.removeQueries({ queryKey: keys.invoice(id) });
      queries.removeQueries({ queryKey: keys.credit(id) });
      void others();
    },
    /** Somebody else wrote first. */
    stale: () => void others(),
  };
}
