import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  assignOrders,
  closeLineShort,
  convertOrder,
  deleteLine,
  deleteOrder,
  deleteStyle,
  deliverOrder,
  getOrder,
  type LineDto,
  type LineStatusesDto,
  listGateOverrides,
  listOrderRevisions,
  listOrders,
  listTasks,
  listTrash,
  type ListOrdersData,
  type ListTasksData,
  type OrderDto,
  removeLine,
  restoreFromTrash,
  setLineStatus,
  type SplitLineDto,
  splitLine,
  setLineStatuses,
  setOrderStatus,
  setOrderStage,
} from '@/shared/api/generated';
import { ifUnchanged } from '@/shared/api/change';
import type { Attempt } from '@/shared/gates/override';
import { orderKeys } from '@/shared/lib/order';
import type { WithRevision } from './revision/use-agreement';
import type { OrderStatus, Stage } from './vocabulary';

export type OrdersQuery = NonNullable<ListOrdersData['query']>;

export function ordersPage(query: OrdersQuery) {
  return queryOptions({
    queryKey: orderKeys.list(query),
    queryFn: async ({ signal }) => (await listOrders({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
}

/** How many orders a filter lets through. */
export function ordersCount(query: OrdersQuery) {
  const asked = { ...query, page: 1, pageSize: 1 };
  return queryOptions({
    queryKey: orderKeys.list(asked),
    queryFn: async ({ signal }) => (await listOrders({ query: asked, signal, throwOnError: true })).data,
  });
}

export function orderDetail(id: string) {
  return queryOptions({
    queryKey: orderKeys.detail(id),
    queryFn: async ({ signal }) => (await getOrder({ path: { id }, signal, throwOnError: true })).data,
  });
}

/** What is still to be done for an order, what is due first at the top. */
export function openTasks(orderId: string) {
  const query: NonNullable<ListTasksData['query']> = {
    orderId: [orderId],
    status: ['pending', 'in_progress'],
    ordering: 'dueDate',
    pageSize: 5,
  };
  return queryOptions({
    queryKey: ['tasks', 'list', query] as const,
    queryFn: async ({ signal }) => (await listTasks({ query, signal, throwOnError: true })).data.results,
  });
}

/** Changes of what was agreed on an order, the latest first. */
export function orderRevisions(orderId: string) {
  return queryOptions({
    queryKey: [...orderKeys.all, 'revisions', orderId],
    queryFn: async ({ signal }) => {
      const query = { orderId: [orderId], pageSize: 200 };
      return (await listOrderRevisions({ query, signal, throwOnError: true })).data.results;
    },
  });
}

/** Orders that the person sees with this PO number, whatever its case, blanks and dashes; the latest first. */
export function ordersWithNumber(orderNumber: string) {
  const query = { sameNumberAs: [orderNumber], pageSize: 6, ordering: '-createdAt' };
  return queryOptions({
    queryKey: orderKeys.list(query),
    queryFn: async ({ signal }) => (await listOrders({ query, signal, throwOnError: true })).data.results,
    enabled: orderNumber !== '',
  });
}

/** Where somebody went on although a gate said no, the latest first. */
export function gateOverrides(orderId: string) {
  return queryOptions({
    queryKey: [...orderKeys.all, 'gate-overrides', orderId],
    queryFn: async ({ signal }) => {
      const query = { orderId: [orderId], pageSize: 100 };
      return (await listGateOverrides({ query, signal, throwOnError: true })).data.results;
    },
  });
}

/** Puts the newest answer on the screen at once, and has the rest asked for again. */
export function useOrderNews() {
  const queries = useQueryClient();
  return {
    order(order: OrderDto) {
      queries.setQueryData(orderKeys.detail(order.id), order);
      void queries.invalidateQueries({ queryKey: orderKeys.all });
    },
    line(line: LineDto) {
      queries.setQueryData(
        orderKeys.detail(line.orderId),
        (order: OrderDto | undefined) => order && withLine(order, line),
      );
      void queries.invalidateQueries({ queryKey: orderKeys.all });
    },
    /** Something of the order changed; resolves once its page shows it. */
    of: (orderId: string) =>
      Promise.all([
        queries.invalidateQueries({ queryKey: orderKeys.detail(orderId) }),
        queries.invalidateQueries({ queryKey: orderKeys.all, refetchType: 'none' }),
      ]),
    gone(orderId: string) {
      queries.removeQueries({ queryKey: orderKeys.detail(orderId) });
      void queries.invalidateQueries({ queryKey: orderKeys.all });
    },
  };
}

function withLine(order: OrderDto, line: LineDto): OrderDto {
  const styles = order.styles.map((style) => ({
    ...style,
    lines: style.lines.map((each) => (each.id === line.id ? { ...each, ...line } : each)),
  }));
  return { ...order, styles };
}

export function useSetStage(order: OrderDto) {
  const news = useOrderNews();
  return useMutation({
    mutationFn: async (stage: Stage) =>
      (await setOrderStage({ path: { id: order.id }, body: { stage }, throwOnError: true })).data,
    onSuccess: news.order,
  });
}

/** Of an order without lines. @param agree asks for the revision that a step back is (`useAgreement`) */
export function useSetOrderStatus(order: OrderDto, agree: WithRevision) {
  const news = useOrderNews();
  return useMutation({
    mutationFn: (status: OrderStatus) =>
      agree(async (revision) => {
        const body = { status, revision };
        return (await setOrderStatus({ path: { id: order.id }, body, throwOnError: true })).data;
      }),
    onSuccess: news.order,
  });
}

/** @param attempt asks for a reason where a gate says no (`useOverride`) */
export function useDeliver(order: OrderDto, attempt: Attempt) {
  const news = useOrderNews();
  return useMutation({
    mutationFn: (deliveredOn: string) =>
      attempt(async (override) => {
        const body = { deliveredOn, override };
        return (await deliverOrder({ path: { id: order.id }, body, throwOnError: true })).data;
      }),
    onSuccess: news.order,
    meta: { ownErrors: true },
  });
}

/** Hands orders over: all of them, or none. */
export function useAssign(orderIds: string[]) {
  return useMutation({
    mutationFn: (merchandiserId: string) => assignOrders({ body: { orderIds, merchandiserId }, throwOnError: true }),
    meta: { ownErrors: true },
  });
}

export function useConvert(order: OrderDto) {
  const news = useOrderNews();
  return useMutation({
    mutationFn: async (orderType: OrderDto['orderType']) =>
      (await convertOrder({ path: { id: order.id }, body: { orderType }, throwOnError: true })).data,
    onSuccess: news.order,
  });
}

export function useDeleteOrder(order: OrderDto) {
  return useMutation({
    mutationFn: () => deleteOrder({ path: { id: order.id }, headers: ifUnchanged(order), throwOnError: true }),
    meta: { ownErrors: true },
  });
}

/** @param agree asks for the revision that a step back is (`useAgreement`) */
export function useSetLineStatus(line: LineDto, attempt: Attempt, agree: WithRevision) {
  const news = useOrderNews();
  return useMutation({
    mutationFn: (status: OrderStatus) =>
      attempt((override) =>
        agree(async (revision) => {
          const body = { status, override, revision };
          return (await setLineStatus({ path: { id: line.id }, body, throwOnError: true })).data;
        }),
      ),
    onSuccess: news.line,
  });
}

/** @param attempt asks for a reason where a gate says no (`useOverride`) */
export function useCloseShort(line: LineDto, attempt: Attempt) {
  const news = useOrderNews();
  return useMutation({
    mutationFn: (closing: { reason: string; closedOn: string }) =>
      attempt(async (override) => {
        const body = { ...closing, override };
        return (await closeLineShort({ path: { id: line.id }, body, throwOnError: true })).data;
      }),
    onSuccess: news.line,
    meta: { ownErrors: true },
  });
}

/** @param agree asks for the revision that the split of an agreed line is (`useAgreement`) */
export function useSplitLine(line: LineDto, agree: WithRevision) {
  const news = useOrderNews();
  return useMutation({
    mutationFn: (asked: SplitLineDto) =>
      agree(async (revision) => {
        const body = { ...asked, revision };
        return (await splitLine({ path: { id: line.id }, body, headers: ifUnchanged(line), throwOnError: true })).data;
      }),
    onSuccess: () => news.of(line.orderId),
    meta: { ownErrors: true },
  });
}

/** Several lines of an order: either each of them moves, or none. */
export function useSetLineStatuses(orderId: string, attempt: Attempt, agree: WithRevision) {
  const news = useOrderNews();
  return useMutation({
    mutationFn: (asked: LineStatusesDto) =>
      attempt((override) =>
        agree(async (revision) => {
          const body = { ...asked, override, revision };
          return (await setLineStatuses({ path: { id: orderId }, body, throwOnError: true })).data;
        }),
      ),
    onSuccess: news.order,
  });
}

/** @param agree asks for the revision that the removal of an agreed line is (`useAgreement`) */
export function useDeleteLine(line: LineDto, agree: WithRevision) {
  const news = useOrderNews();
  const path = { id: line.id };
  return useMutation({
    mutationFn: () =>
      agree((revision) =>
        revision
          ? removeLine({ path, body: { revision }, throwOnError: true })
          : deleteLine({ path, throwOnError: true }),
      ),
    onSuccess: () => news.of(line.orderId),
    meta: { ownErrors: true },
  });
}

export function useDeleteStyle(style: { id: string; orderId: string }) {
  const news = useOrderNews();
  return useMutation({
    mutationFn: () => deleteStyle({ path: { id: style.id }, throwOnError: true }),
    onSuccess: () => news.of(style.orderId),
    meta: { ownErrors: true },
  });
}

/** An order that lies in the trash, for who may bring it back; null when it does not. */
export function trashedOrder(orderId: string) {
  return queryOptions({
    queryKey: ['trash', 'order', orderId] as const,
    queryFn: async ({ signal }) => {
      const query = { subjectId: [orderId], kind: ['order'], pageSize: 1 };
      return (await listTrash({ query, signal, throwOnError: true })).data.results[0] ?? null;
    },
  });
}

/** Brings an order back from the trash, with everything under it. */
export function useRestoreOrder() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (entryId: string) => restoreFromTrash({ path: { id: entryId }, throwOnError: true }),
    // Not waited for: what asked may be gone from the screen before all of it is read anew.
    onSuccess: () => void queries.invalidateQueries(),
  });
}
