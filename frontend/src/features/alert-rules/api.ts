import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ifUnchanged } from '@/shared/api/change';
import {
  type AlertRuleDto,
  type DigestSettingsDto,
  getDigestSettings,
  listAlertRules,
  updateAlertRule,
  type UpdateAlertRuleDto,
  updateDigestSettings,
  type UpdateDigestSettingsDto,
} from '@/shared/api/generated';
import { ruleNames } from '@/shared/alerts/vocabulary';

const ruleKeys = { all: ['alert-rules'] as const, digest: ['digest-settings'] as const };

/** In the order in which the house knows them. */
export const alertRules = queryOptions({
  queryKey: ruleKeys.all,
  queryFn: async ({ signal }) => {
    const { results } = (await listAlertRules({ query: { pageSize: 200 }, signal, throwOnError: true })).data;
    const place = Object.keys(ruleNames);
    return [...results].sort((a, b) => place.indexOf(a.rule) - place.indexOf(b.rule));
  },
});

/** The form shows what is wrong with it; a switch leaves that to a toast. */
export function useChangeRule({ ownErrors }: { ownErrors: boolean }) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ rule, body }: { rule: AlertRuleDto; body: UpdateAlertRuleDto }) =>
      (await updateAlertRule({ path: { id: rule.id }, body, headers: ifUnchanged(rule), throwOnError: true })).data,
    onSettled: () => queries.invalidateQueries({ queryKey: ruleKeys.all }),
    meta: { ownErrors },
  });
}

export const digestSettings = queryOptions({
  queryKey: ruleKeys.digest,
  queryFn: async ({ signal }) => (await getDigestSettings({ signal, throwOnError: true })).data,
});

export function useChangeDigest(settings: DigestSettingsDto) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: UpdateDigestSettingsDto) =>
      (await updateDigestSettings({ body, headers: ifUnchanged(settings), throwOnError: true })).data,
    onSettled: () => queries.invalidateQueries({ queryKey: ruleKeys.digest }),
  });
}
