import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ifUnchanged, once } from '@/shared/api/change';
import { toProblem } from '@/shared/api/errors';
import {
  commitImport,
  discardImport,
  getImport,
  type ImportDto,
  listImports,
  startImport,
} from '@/shared/api/generated';
import { checkUnsent } from './unfit';

export const importKeys = {
  all: ['imports'],
  recent: ['imports', 'recent'],
  one: (id: string) => ['imports', 'one', id],
} as const;

/** Without a connection it fails and says so; it does not wait for one, to act when nobody expects it any more. */
const atOnce = 'always';

/** Reading a large workbook may take the server some seconds, sending it over a slow line a minute. */
export const patience = { reading: 60_000, sending: 180_000 } as const;

export const recentImportsQuery = () =>
  queryOptions({
    queryKey: importKeys.recent,
    queryFn: async ({ signal }) => (await listImports({ query: { pageSize: 6 }, signal, throwOnError: true })).data,
    placeholderData: keepPreviousData,
  });

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: importKeys.one(id),
    queryFn: async ({ signal }) => (await getImport({ path: { id }, signal, throwOnError: true })).data,
    staleTime: Infinity, // nobody else can change it
  });

/** @param onProgress percent of the file that has been sent */
export function useStartImport(onProgress: (percent: number) => void) {
  const queries = useQueryClient();
  return useMutation({
    meta: { ownErrors: true },
    networkMode: atOnce,
    mutationFn: async (file: File) => {
      await checkUnsent(file);
      const { data } = await startImport({
        body: { file },
        timeout: patience.sending,
        onUploadProgress: ({ loaded, total }) => total && onProgress(Math.round((loaded / total) * 100)),
        throwOnError: true,
      });
      return data;
    },
    onSuccess: (started) => {
      queries.setQueryData(importKeys.one(started.id), started);
      void queries.invalidateQueries({ queryKey: importKeys.recent });
    },
  });
}

export function useCommitImport(key: string) {
  const queries = useQueryClient();
  return useMutation({
    networkMode: atOnce,
    mutationFn: async (agreed: ImportDto) => {
      const { data } = await commitImport({
        path: { id: agreed.id },
        headers: { ...once(key), ...ifUnchanged(agreed) }, // what is made is what was seen
        timeout: patience.reading,
        throwOnError: true,
      });
      return data;
    },
    // Decided otherwise in another tab: this one shows it before anything is made.
    onError: (error, { id }) => {
      if (toProblem(error).status === 412) void queries.invalidateQueries({ queryKey: importKeys.one(id) });
    },
    onSuccess: (committed) => {
      queries.setQueryData(importKeys.one(committed.id), committed);
      // Orders, and whatever else is read of them: all of it is new.
      void queries.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[1] !== 'one' || queryKey[0] !== 'imports',
      });
    },
  });
}

export function useDiscardImport() {
  const queries = useQueryClient();
  return useMutation({
    networkMode: atOnce,
    mutationFn: async (id: string) => {
      await discardImport({ path: { id }, throwOnError: true });
      return id;
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: importKeys.recent }),
  });
}
