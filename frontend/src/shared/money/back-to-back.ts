import { queryOptions } from '@tanstack/react-query';
import { getMaster } from '../api/generated';

export const backToBackKeys = { all: ['back-to-back'] as const };

/** What an LC leaves for LCs to mills, and those that stand on it. */
export function master(id: string) {
  return queryOptions({
    queryKey: [...backToBackKeys.all, 'master', id] as const,
    queryFn: async ({ signal }) => (await getMaster({ path: { id }, signal, throwOnError: true })).data,
  });
}
