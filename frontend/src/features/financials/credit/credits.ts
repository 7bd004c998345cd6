import { queryOptions, useMutation } from '@tanstack/react-query';
import { ifUnchanged } from '@/shared/api/change';
import {
  getLetterOfCredit,
  getLetterOfCreditClocks,
  getLetterOfCreditTerms,
  type LetterOfCreditDto,
  listDrawings,
} from '@/shared/api/generated';
import { useMoneyNews } from '../api';

export const under = (id: string, what: string) => ['money', 'credit', id, what] as const;

/** The terms of an LC as they stand, the words they came from, and its amendments. */
export function creditTerms(id: string) {
  return queryOptions({
    queryKey: under(id, 'terms'),
    queryFn: async ({ signal }) => (await getLetterOfCreditTerms({ path: { id }, signal, throwOnError: true })).data,
  });
}

export function creditClocks(id: string) {
  return queryOptions({
    queryKey: under(id, 'clocks'),
    queryFn: async ({ signal }) => (await getLetterOfCreditClocks({ path: { id }, signal, throwOnError: true })).data,
  });
}

export function creditDrawings(id: string) {
  return queryOptions({
    queryKey: under(id, 'drawings'),
    queryFn: async ({ signal }) => (await listDrawings({ path: { id }, signal, throwOnError: true })).data,
  });
}

/** What every deed under an LC is sent with: which LC, in which version. */
export const asRead = (credit: Pick<LetterOfCreditDto, 'id' | 'rowVersion'>) =>
  ({ path: { id: credit.id }, headers: ifUnchanged(credit), throwOnError: true }) as const;

/** Does something under an LC, then reads the LC anew. */
export function useCreditDeed<Asked = void>(
  credit: Pick<LetterOfCreditDto, 'id'>,
  deed: (asked: Asked) => Promise<unknown>,
) {
  const news = useMoneyNews();
  return useMutation({
    mutationFn: async (asked: Asked) => {
      await deed(asked);
      return (await getLetterOfCredit({ path: { id: credit.id }, throwOnError: true })).data;
    },
    onSuccess: news.credit,
    onError: news.stale,
    meta: { ownErrors: true },
  });
}
