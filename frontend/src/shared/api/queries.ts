import { MutationCache, QueryClient } from '@tanstack/react-query';
import { reportProblem, toProblem } from './errors';

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** The form shows the problem itself (`reportFormProblem`), so no toast from here. */
      ownErrors?: boolean;
    };
  }
}

/** One page of a list, as every list of the API answers. */
export interface Page<Row> {
  /** Null when reading by cursor. */
  count: number | null;
  countCapped?: boolean;
  next: string | null;
  previous: string | null;
  results: Row[];
}

/** Where the next page of a list that is read by cursor begins; undefined after the last. */
export function cursorOf({ next }: Pick<Page<unknown>, 'next'>): string | undefined {
  return (next && new URL(next).searchParams.get('cursor')) || undefined;
}

/** Asking again helps only where the fault may pass: no answer, 5xx, too much in one minute. Never another 4xx. */
function worthRetrying(failures: number, error: unknown): boolean {
  const { status } = toProblem(error);
  return failures < 2 && (status === 0 || status === 429 || status >= 500);
}

/** Milliseconds: as long as the server says, else a second, then two. */
function pauseBefore(failures: number, error: unknown): number {
  const wait = toProblem(error).body.retryAfterSeconds;
  return typeof wait === 'number' ? wait * 1000 : 1000 * 2 ** failures;
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, gcTime: 10 * 60_000, retry: worthRetrying, retryDelay: pauseBefore },
    },
    mutationCache: new MutationCache({
      onError: (error, _variables, _context, mutation) => {
        if (!mutation.meta?.ownErrors) reportProblem(error);
      },
    }),
  });
}
