import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { listDeletionRequests, listTrash, restoreFromTrash } from '@/shared/api/generated';
import { deletionKeys } from '@/shared/deletion/api';
import type { DeletionRequestsSearch, TrashSearch } from './search';

const pageSize = 25;

const trashKeys = { list: (search: TrashSearch) => ['trash', 'list', search] as const };

export function trashPage(search: TrashSearch) {
  const { orderId, deletedBy, ...rest } = search;
  const query = {
    ...rest,
    pageSize,
    ...(orderId ? { orderId: [orderId] } : {}),
    ...(deletedBy ? { deletedById: [deletedBy] } : {}),
  };
  return queryOptions({
    queryKey: trashKeys.list(search),
    queryFn: async ({ signal }) => (await listTrash({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
}

/** What comes back may show anywhere: everything is read anew. */
export function useRestore() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => (await restoreFromTrash({ path: { id }, throwOnError: true })).data,
    // Not waited for: what asked may be gone from the screen before all of it is read anew.
    onSuccess: () => void queries.invalidateQueries(),
  });
}

export function deletionRequestsPage({ role, ...rest }: DeletionRequestsSearch) {
  const query = { ...rest, pageSize, ...(role ? { role: [role] } : {}) };
  return queryOptions({
    queryKey: [...deletionKeys.all, 'list', query] as const,
    queryFn: async ({ signal }) => (await listDeletionRequests({ query, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });
}
