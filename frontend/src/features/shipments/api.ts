import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  attachShipmentDocuments,
  deleteShipment,
  deliverShipment,
  departShipment,
  getShipment,
  getShipmentDocuments,
  listShipmentHistory,
  listShipments,
  type ListShipmentsData,
  removeShipmentDocuments,
  returnShipment,
  searchCommercialInvoices,
  type SearchCommercialInvoicesData,
  type ShipmentDepartureDto,
  type ShipmentDto,
  totalCommercialInvoices,
} from '@/shared/api/generated';
import { change, ifUnchanged } from '@/shared/api/change';
import { orderKeys } from '@/shared/lib/order';

export type ShipmentsQuery = NonNullable<ListShipmentsData['query']>;

export type InvoicesQuery = NonNullable<SearchCommercialInvoicesData['query']>;

export const shipmentKeys = {
  all: ['shipments'] as const,
  list: (query: ShipmentsQuery) => ['shipments', 'list', query] as const,
  detail: (id: string) => ['shipments', 'detail', id] as const,
};

export function shipmentsPage(query: ShipmentsQuery) {
  return queryOptions({
    queryKey: shipmentKeys.list(query),
    queryFn: async ({ signal }) => (await listShipments({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
}

/** Commercial invoices over all shipments. */
export function invoicesPage(query: InvoicesQuery) {
  return queryOptions({
    queryKey: [...shipmentKeys.all, 'invoices', query] as const,
    queryFn: async ({ signal }) => (await searchCommercialInvoices({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
}

export function invoiceTotals(query: InvoicesQuery) {
  return queryOptions({
    queryKey: [...shipmentKeys.all, 'invoice-totals', query] as const,
    queryFn: async ({ signal }) => (await totalCommercialInvoices({ query, signal, throwOnError: true })).data.totals,
    placeholderData: keepPreviousData,
  });
}

/** All that an order has; more than two hundred parcels of one order are on the list. */
export const shipmentsOfOrder = (orderId: string) => shipmentsPage({ orderId: [orderId], pageSize: 200 });

export function shipmentDetail(id: string) {
  return queryOptions({
    queryKey: shipmentKeys.detail(id),
    queryFn: async ({ signal }) => (await getShipment({ path: { id }, signal, throwOnError: true })).data,
  });
}

/** What happened to one shipment, the latest first. */
export function shipmentHistory(id: string) {
  return queryOptions({
    queryKey: ['activity', 'shipment', id],
    queryFn: async ({ signal }) => {
      const query = { pageSize: 200 };
      return (await listShipmentHistory({ path: { id }, query, signal, throwOnError: true })).data.results;
    },
  });
}

/** Puts the newest answer on the screen at once, and has the rest asked for again. */
export function useShipmentNews() {
  const queries = useQueryClient();
  const others = () =>
    Promise.all(
      [shipmentKeys.all, orderKeys.all, ['activity']].map((queryKey) => queries.invalidateQueries({ queryKey })),
    );
  return {
    of(shipment: ShipmentDto) {
      queries.setQueryData(shipmentKeys.detail(shipment.id), shipment);
      void others();
    },
    gone(id: string) {
      queries.removeQueries({ queryKey: shipmentKeys.detail(id) });
      void others();
    },
    /** Somebody else wrote first. */
    stale: () => void others(),
  };
}

/** A step of a shipment, sent over changes that others made to its other fields. */
function useStep<Body extends object>(
  shipment: ShipmentDto,
  send: (body: Body, headers: { 'If-Match': string }) => Promise<{ data: ShipmentDto }>,
) {
  const news = useShipmentNews();
  return useMutation({
    mutationFn: async (body: Body) => (await change(shipment, body, (headers) => send(body, headers))).data,
    onSuccess: news.of,
    onError: news.stale,
    meta: { ownErrors: true },
  });
}

export function useDepart(shipment: ShipmentDto) {
  const path = { id: shipment.id };
  return useStep<ShipmentDepartureDto>(shipment, (body, headers) =>
    departShipment({ path, body, headers, throwOnError: true }),
  );
}

export function useDeliver(shipment: ShipmentDto) {
  const path = { id: shipment.id };
  return useStep<{ deliveredOn: string }>(shipment, (body, headers) =>
    deliverShipment({ path, body, headers, throwOnError: true }),
  );
}

export function useReturn(shipment: ShipmentDto) {
  const path = { id: shipment.id };
  return useStep<{ reason: string }>(shipment, (body, headers) =>
    returnShipment({ path, body, headers, throwOnError: true }),
  );
}

export function useDeleteShipment(shipment: ShipmentDto) {
  const news = useShipmentNews();
  return useMutation({
    mutationFn: () => deleteShipment({ path: { id: shipment.id }, headers: ifUnchanged(shipment), throwOnError: true }),
    onError: news.stale,
    meta: { ownErrors: true },
  });
}

const uploadMs = 180_000;

export function useAttachPapers(shipment: ShipmentDto) {
  const news = useShipmentNews();
  return useMutation({
    mutationFn: async (file: File) => {
      const body = { documents: file };
      return (
        await change(shipment, body, (headers) =>
          attachShipmentDocuments({
            path: { id: shipment.id },
            body: { file },
            headers,
            timeout: uploadMs,
            throwOnError: true,
          }),
        )
      ).data;
    },
    onSuccess: news.of,
    onError: news.stale,
    meta: { ownErrors: true },
  });
}

export function useRemovePapers(shipment: ShipmentDto) {
  const news = useShipmentNews();
  return useMutation({
    mutationFn: () =>
      removeShipmentDocuments({ path: { id: shipment.id }, headers: ifUnchanged(shipment), throwOnError: true }),
    onSuccess: news.stale,
    onError: news.stale,
    meta: { ownErrors: true },
  });
}

/** A link that lives five minutes, so it is asked for when it is wanted. */
export const linkToPapers = async (id: string) =>
  (await getShipmentDocuments({ path: { id }, throwOnError: true })).data;
