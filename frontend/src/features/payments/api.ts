import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import {
  getPayment,
  getReceivable,
  listDrawings,
  listLettersOfCredit,
  listPayments,
  type ListPaymentsData,
  listReceivables,
  type ListReceivablesData,
  totalReceivables,
} from '@/shared/api/generated';
import { orderKeys } from '@/shared/lib/order';

export type ReceivablesQuery = NonNullable<ListReceivablesData['query']>;
export type PaymentsQuery = NonNullable<ListPaymentsData['query']>;
/** What narrows the list of what is owed, and its sums alike. */
export type Owing = Omit<ReceivablesQuery, 'page' | 'pageSize' | 'cursor' | 'ordering'>;

const keys = { all: ['payments'] as const };

export function receivablesPage(query: ReceivablesQuery) {
  return queryOptions({
    queryKey: [...keys.all, 'owed', query] as const,
    queryFn: async ({ signal }) => (await listReceivables({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
}

export function ageing(query: Owing) {
  return queryOptions({
    queryKey: [...keys.all, 'ageing', query] as const,
    queryFn: async ({ signal }) => (await totalReceivables({ query, signal, throwOnError: true })).data.totals,
    placeholderData: keepPreviousData,
  });
}

export function receivable(id: string) {
  return queryOptions({
    queryKey: [...keys.all, 'owed', 'one', id] as const,
    queryFn: async ({ signal }) => (await getReceivable({ path: { id }, signal, throwOnError: true })).data,
  });
}

export function paymentsPage(query: PaymentsQuery) {
  return queryOptions({
    queryKey: [...keys.all, 'received', query] as const,
    queryFn: async ({ signal }) => (await listPayments({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
}

export function payment(id: string) {
  return queryOptions({
    queryKey: [...keys.all, 'received', 'one', id] as const,
    queryFn: async ({ signal }) => (await getPayment({ path: { id }, signal, throwOnError: true })).data,
  });
}

/** The invoices of a customer that wait for money in a currency, what is due first first. */
export function openInvoices(customerName: string, currency: string) {
  return receivablesPage({
    state: ['open'],
    currency: [currency],
    search: customerName,
    ordering: 'dueOn',
    pageSize: 50,
  });
}

/** The LCs that an order is on. */
export function creditsOfOrder(orderId: string) {
  const query = { orderId: [orderId], pageSize: 50 };
  return queryOptions({
    queryKey: [...keys.all, 'credits', orderId] as const,
    queryFn: async ({ signal }) => (await listLettersOfCredit({ query, signal, throwOnError: true })).data.results,
  });
}

/** What was presented under an LC. */
export function drawingsOf(letterOfCreditId: string) {
  return queryOptions({
    queryKey: [...keys.all, 'drawings', letterOfCreditId] as const,
    queryFn: async ({ signal }) =>
      (await listDrawings({ path: { id: letterOfCreditId }, signal, throwOnError: true })).data.drawings,
    enabled: letterOfCreditId !== '',
  });
}

/** After money came, went, or was put to another invoice: everything that is told by it. */
export function usePaymentNews() {
  const client = useQueryClient();
  return () => {
    for (const queryKey of [keys.all, orderKeys.all, ['activity']]) void client.invalidateQueries({ queryKey });
  };
}
