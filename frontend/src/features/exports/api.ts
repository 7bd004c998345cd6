import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ifUnchanged } from '@/shared/api/change';
import { cancelExport, deleteExport, type ExportDto, linkToExport, listExports } from '@/shared/api/generated';
import { exportKeys } from '@/shared/exports/api';
import type { ExportsSearch } from './search';
import { isBeingMade } from './vocabulary';

const whileMadeMs = 1500;

/** Read anew while one of them is being made. */
export function exportsPage(search: ExportsSearch) {
  const query = { ...search, pageSize: 25 };
  return queryOptions({
    queryKey: [...exportKeys.all, 'list', query] as const,
    queryFn: async ({ signal }) => (await listExports({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.results.some(isBeingMade) ? whileMadeMs : false),
  });
}

/** An address by which the file is read for some minutes. */
export function useExportLink() {
  return useMutation({
    mutationFn: async (id: string) => (await linkToExport({ path: { id }, throwOnError: true })).data,
  });
}

export function useCancelExport() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id }: ExportDto) => (await cancelExport({ path: { id }, throwOnError: true })).data,
    onSettled: () => queries.invalidateQueries({ queryKey: exportKeys.all }),
  });
}

export function useDeleteExport() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, rowVersion }: ExportDto) =>
      deleteExport({ path: { id }, headers: ifUnchanged({ rowVersion }), throwOnError: true }),
    onSettled: () => queries.invalidateQueries({ queryKey: exportKeys.all }),
  });
}
