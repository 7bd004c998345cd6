import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  addShipmentPapers,
  type AddPaperDto,
  attachShipmentPaperFile,
  cancelCommercialInvoice,
  type CargoDto,
  type CommercialInvoiceDto,
  deleteShipmentPaper,
  getCargo,
  getOrder,
  getShipmentPaperFile,
  issueCommercialInvoice,
  type IssueInvoiceDto,
  listCommercialInvoices,
  listShipmentPapers,
  printCommercialInvoice,
  printPackingList,
  removeShipmentPaperFile,
  type ShipmentPaperDto,
  type UpdatePaperDto,
  updateShipmentPaper,
  type WriteContainersDto,
  writeContainers,
  type WritePackingListDto,
  writePackingList,
  writeShipmentLines,
  type WriteShipmentLinesDto,
} from '@/shared/api/generated';
import { change, ifUnchanged, once } from '@/shared/api/change';
import { orderKeys } from '@/shared/lib/order';
import { shipmentKeys } from './api';

const keys = {
  cargo: (id: string) => ['shipments', 'cargo', id] as const,
  papers: (id: string) => ['shipments', 'papers', id] as const,
  invoices: (id: string) => ['shipments', 'invoices', id] as const,
};

export const cargoOf = (id: string) =>
  queryOptions({
    queryKey: keys.cargo(id),
    queryFn: async ({ signal }) => (await getCargo({ path: { id }, signal, throwOnError: true })).data,
  });

export const papersOf = (id: string) =>
  queryOptions({
    queryKey: keys.papers(id),
    queryFn: async ({ signal }) => (await listShipmentPapers({ path: { id }, signal, throwOnError: true })).data.papers,
  });

export const invoicesOf = (id: string) =>
  queryOptions({
    queryKey: keys.invoices(id),
    queryFn: async ({ signal }) =>
      (await listCommercialInvoices({ path: { id }, signal, throwOnError: true })).data.invoices,
  });

/** The lines that an order has, to choose from, with its number. */
export const linesOfOrder = (orderId: string) =>
  queryOptions({
    queryKey: [...orderKeys.all, 'lines to ship', orderId],
    queryFn: async ({ signal }) => {
      const { data } = await getOrder({ path: { id: orderId }, signal, throwOnError: true });
      const { orderNumber } = data;
      return data.styles.flatMap(({ lines }) => lines.map((line) => ({ ...line, orderNumber })));
    },
  });

function useNews() {
  const queries = useQueryClient();
  return () =>
    void Promise.all([shipmentKeys.all, ['activity']].map((queryKey) => queries.invalidateQueries({ queryKey })));
}

type Versioned = { 'If-Match': string };

/** One of the lists of a cargo, written as a whole over the version that was read. */
function useWrite<Body extends object>(
  cargo: CargoDto,
  send: (options: {
    path: { id: string };
    body: Body;
    headers: Versioned;
    throwOnError: true;
  }) => Promise<{ data: CargoDto }>,
) {
  const queries = useQueryClient();
  const news = useNews();
  return useMutation({
    mutationFn: async (body: Body) =>
      (await send({ path: { id: cargo.id }, body, headers: ifUnchanged(cargo), throwOnError: true })).data,
    onSuccess: (written) => {
      queries.setQueryData(keys.cargo(written.id), written);
      news();
    },
    meta: { ownErrors: true },
  });
}

export const useWriteLines = (cargo: CargoDto) => useWrite<WriteShipmentLinesDto>(cargo, writeShipmentLines);
export const useWriteContainers = (cargo: CargoDto) => useWrite<WriteContainersDto>(cargo, writeContainers);
export const useWritePackages = (cargo: CargoDto) => useWrite<WritePackingListDto>(cargo, writePackingList);

export function useAddPapers(shipmentId: string) {
  const news = useNews();
  return useMutation({
    mutationFn: async ({ papers, key }: { papers: AddPaperDto[]; key: string }) =>
      (
        await addShipmentPapers({
          path: { id: shipmentId },
          body: { papers },
          headers: once(key),
          throwOnError: true,
        })
      ).data.papers,
    onSuccess: news,
    meta: { ownErrors: true },
  });
}

export function useUpdatePaper(paper: ShipmentPaperDto) {
  const news = useNews();
  const path = { id: paper.id };
  return useMutation({
    mutationFn: async (body: UpdatePaperDto) =>
      (await change(paper, body, (headers) => updateShipmentPaper({ path, body, headers, throwOnError: true }))).data,
    onSuccess: news,
    onError: news,
    meta: { ownErrors: true },
  });
}

export function useDeletePaper(paper: ShipmentPaperDto) {
  const news = useNews();
  return useMutation({
    mutationFn: () => deleteShipmentPaper({ path: { id: paper.id }, headers: ifUnchanged(paper), throwOnError: true }),
    onSuccess: news,
    onError: news,
    meta: { ownErrors: true },
  });
}

const uploadMs = 180_000;

export function useAttachToPaper(paper: ShipmentPaperDto) {
  const news = useNews();
  const path = { id: paper.id };
  return useMutation({
    mutationFn: async (file: File) =>
      (
        await change(paper, { file }, (headers) =>
          attachShipmentPaperFile({ path, body: { file }, headers, timeout: uploadMs, throwOnError: true }),
        )
      ).data,
    onSuccess: news,
    onError: news,
    meta: { ownErrors: true },
  });
}

export function useRemoveFromPaper(paper: ShipmentPaperDto) {
  const news = useNews();
  return useMutation({
    mutationFn: () =>
      removeShipmentPaperFile({ path: { id: paper.id }, headers: ifUnchanged(paper), throwOnError: true }),
    onSuccess: news,
    onError: news,
    meta: { ownErrors: true },
  });
}

/** A link that lives five minutes, so it is asked for when it is wanted. */
export const linkToPaper = async (id: string) =>
  (await getShipmentPaperFile({ path: { id }, throwOnError: true })).data;

export function usePrintPackingList(shipmentId: string) {
  const news = useNews();
  return useMutation({
    mutationFn: async () => {
      const { data } = await printPackingList({ path: { id: shipmentId }, throwOnError: true });
      return linkToPaper(data.id);
    },
    onSuccess: news,
  });
}

export function useIssueInvoice(shipmentId: string) {
  const news = useNews();
  return useMutation({
    mutationFn: async ({ body, key }: { body: IssueInvoiceDto; key: string }) =>
      (await issueCommercialInvoice({ path: { id: shipmentId }, body, headers: once(key), throwOnError: true })).data,
    onSuccess: news,
    meta: { ownErrors: true },
  });
}

export function useCancelInvoice(invoice: CommercialInvoiceDto) {
  const news = useNews();
  return useMutation({
    mutationFn: async (body: { reason: string }) =>
      (
        await cancelCommercialInvoice({
          path: { id: invoice.id },
          body,
          headers: ifUnchanged(invoice),
          throwOnError: true,
        })
      ).data,
    onSuccess: news,
    onError: news,
    meta: { ownErrors: true },
  });
}

export function usePrintInvoice(invoice: CommercialInvoiceDto) {
  const news = useNews();
  return useMutation({
    mutationFn: async () => {
      const { data } = await printCommercialInvoice({ path: { id: invoice.id }, throwOnError: true });
      return linkToPaper(data.id);
    },
    onSuccess: news,
  });
}
