import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  approveDeletion,
  askForDeletion,
  declineDeletion,
  type DeletionRequestDto,
  getDeletionRequest,
  listDeletionRequests,
  withdrawDeletion,
} from '../api/generated';
import { ifUnchanged } from '../api/change';

export const deletionKeys = {
  all: ['deletion-requests'] as const,
  detail: (id: string) => ['deletion-requests', 'detail', id] as const,
  pending: (orderId: string) => ['deletion-requests', 'pending', orderId] as const,
};

export function deletionRequest(id: string) {
  return queryOptions({
    queryKey: deletionKeys.detail(id),
    queryFn: async ({ signal }) => (await getDeletionRequest({ path: { id }, signal, throwOnError: true })).data,
  });
}

/** What waits for an answer about an order, if anything does. */
export function pendingDeletion(orderId: string) {
  const query = { orderId: [orderId], status: ['pending' as const], pageSize: 1 };
  return queryOptions({
    queryKey: deletionKeys.pending(orderId),
    queryFn: async ({ signal }) =>
      (await listDeletionRequests({ query, signal, throwOnError: true })).data.results[0] ?? null,
  });
}

/** Asks who made an order to delete it. */
export function useAskForDeletion(orderId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (reason: string) =>
      (await askForDeletion({ path: { id: orderId }, body: { reason: reason.trim() || null }, throwOnError: true }))
        .data,
    meta: { ownErrors: true },
    onSuccess: () => queries.invalidateQueries({ queryKey: deletionKeys.all }),
  });
}

export type DeletionAnswer = 'approve' | 'decline' | 'withdraw';

/** An approval takes the order with it, so that every list is read anew. */
export function useAnswerDeletion(request: DeletionRequestDto) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ answer, note }: { answer: DeletionAnswer; note: string }) => {
      const asked = { path: { id: request.id }, headers: ifUnchanged(request), throwOnError: true } as const;
      const body = { responseNote: note.trim() || null };
      if (answer === 'withdraw') return (await withdrawDeletion(asked)).data;
      return (await (answer === 'approve' ? approveDeletion({ ...asked, body }) : declineDeletion({ ...asked, body })))
        .data;
    },
    meta: { ownErrors: true },
    // Not waited for: what asked may be gone from the screen before all of it is read anew.
    onSuccess: () => void queries.invalidateQueries(),
  });
}
