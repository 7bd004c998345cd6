import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ifUnchanged, once } from '@/shared/api/change';
import {
  createGateSet,
  type CreateGateSetDto,
  deleteGateSet,
  type GateSetDto,
  listGateSets,
  updateGateSet,
} from '@/shared/api/generated';

const gateSetKeys = { all: ['gate-sets'] as const };

/** All of them, in the order in which they are tried: a house has a handful. */
export function gateSets() {
  return queryOptions({
    queryKey: gateSetKeys.all,
    queryFn: async ({ signal }) =>
      (await listGateSets({ query: { pageSize: 200 }, signal, throwOnError: true })).data.results,
  });
}

/** @param set to change it; without one a set is made  @param key one for the life of the form */
export function useSaveGateSet(set: GateSetDto | undefined, key: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: CreateGateSetDto) => {
      if (!set) return (await createGateSet({ body, headers: once(key), throwOnError: true })).data;
      const path = { id: set.id };
      return (await updateGateSet({ path, body, headers: ifUnchanged(set), throwOnError: true })).data;
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: gateSetKeys.all }),
    meta: { ownErrors: true },
  });
}

export function useDeleteGateSet() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (set: GateSetDto) =>
      deleteGateSet({ path: { id: set.id }, headers: ifUnchanged(set), throwOnError: true }),
    onSettled: () => queries.invalidateQueries({ queryKey: gateSetKeys.all }),
  });
}
