import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  type CreditFindingsDto,
  listLetterOfCreditFindings,
  takeBackFindingWaiver,
  waiveLetterOfCreditFinding,
} from '@/shared/api/generated';
import { useMoneyNews } from '../api';
import { under } from './credits';

/** What does not agree between an LC and what it is to pay for. */
export function creditFindings(id: string) {
  return queryOptions({
    queryKey: under(id, 'findings'),
    queryFn: async ({ signal }) =>
      (await listLetterOfCreditFindings({ path: { id }, signal, throwOnError: true })).data,
  });
}

/** Lets a finding stand. */
export function useWaive(id: string) {
  const queries = useQueryClient();
  const news = useMoneyNews();
  return useMutation({
    mutationFn: async (body: { key: string; reason: string }): Promise<CreditFindingsDto> =>
      (await waiveLetterOfCreditFinding({ path: { id }, body, throwOnError: true })).data,
    onSuccess: (findings) => {
      queries.setQueryData(under(id, 'findings'), findings);
      news.stale();
    },
    onError: news.stale,
    meta: { ownErrors: true },
  });
}

/** Has a finding counted again. */
export function useCountAgain(id: string) {
  const news = useMoneyNews();
  return useMutation({
    mutationFn: (waiverId: string) => takeBackFindingWaiver({ path: { id, waiverId }, throwOnError: true }),
    onSettled: news.stale,
  });
}
