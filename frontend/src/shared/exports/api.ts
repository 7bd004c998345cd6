import { useMutation, useQueryClient } from '@tanstack/react-query';
import { askForExport, type AskForExportDto, askForPurchaseOrder, getExport, linkToExport } from '../api/generated';
import { http } from '../api/http';
import { openFile } from '../lib/open-file';

export type SheetKind = AskForExportDto['kind'];

export const exportKeys = { all: ['exports'] as const };

/** What a list is asked, as its page asks it. */
export type Asked = Readonly<Record<string, string | number | readonly string[] | undefined>>;

const ofPages = new Set(['page', 'pageSize', 'cursor']);

/** The same as an address says it: `status=running&status=bulk`. */
export function filterOf(asked: Asked): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (value === undefined || ofPages.has(name)) continue;
    for (const each of Array.isArray(value) ? (value as string[]) : [String(value)]) parameters.append(name, each);
  }
  return parameters.toString();
}

/** Has the worker make a workbook. */
export function useAskForExport() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ kind, asked }: { kind: SheetKind; asked: Asked }) => {
      const headers = { 'Idempotency-Key': crypto.randomUUID() };
      return (await askForExport({ body: { kind, filter: filterOf(asked) }, headers, throwOnError: true })).data;
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: exportKeys.all }),
  });
}

/** Reads a list as CSV and saves it under the name that the server gives it. */
export function useCsv() {
  return useMutation({
    mutationFn: ({ kind, asked }: { kind: SheetKind; asked: Asked }) =>
      saveCsv(`/api/v1/exports/csv/${kind.replaceAll('_', '-')}/`, asked),
  });
}

/** The same of a list that has its CSV elsewhere. */
export function useCsvAt(path: string) {
  return useMutation({ mutationFn: (asked: Asked) => saveCsv(path, asked) });
}

async function saveCsv(path: string, asked: Asked): Promise<void> {
  const { data, headers } = await http.get<Blob>(`${path}?${filterOf(asked)}`, { responseType: 'blob', timeout: 0 });
  const name = /filename\*=UTF-8''([^;]+)/.exec(String(headers['content-disposition']))?.[1];
  save(data, name ? decodeURIComponent(name) : 'provabook.csv');
}

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

const lookAgainMs = 700;
const patienceMs = 60_000;

/** Has an order printed, waits for it, and opens it. */
export function usePurchaseOrder() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (orderId: string) => {
      const asked = (await askForPurchaseOrder({ body: { orderId }, throwOnError: true })).data;
      const path = { id: asked.id };
      for (const until = Date.now() + patienceMs; Date.now() < until;) {
        const { status, failure } = (await getExport({ path, throwOnError: true })).data;
        if (failure) return failure;
        if (status === 'done') {
          openFile((await linkToExport({ path, throwOnError: true })).data);
          return null;
        }
        await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
      }
      return 'It takes longer than usual: you find it among your exports.';
    },
    onSettled: () => queries.invalidateQueries({ queryKey: exportKeys.all }),
  });
}
