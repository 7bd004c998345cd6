import { useMutation, useQueryClient } from '@tanstack/react-query';
import { muteAlerts, snoozeAlert, unmuteAlerts, wakeAlert } from '@/shared/api/generated';
import { daysAfter, formatDay } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { notify } from '@/shared/lib/notify';
import { type AlertRuleName, ruleNames } from './vocabulary';

/** Lists of alerts, and what of them is muted, lie under this key. */
export const alertKeys = { all: ['alerts'] as const };

/** What a person does not want to hear of, each with the way back. Nobody else's alerts change. */
export function useAlertDeeds() {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: alertKeys.all });
  const wake = useMutation({
    mutationFn: (id: string) => wakeAlert({ path: { id }, throwOnError: true }),
    onSuccess,
  });
  const unmute = useMutation({
    mutationFn: (id: string) => unmuteAlerts({ path: { id }, throwOnError: true }),
    onSuccess,
  });
  const snooze = useMutation({
    mutationFn: async ({ id, until }: { id: string; until: string }) =>
      (await snoozeAlert({ path: { id }, body: { until }, throwOnError: true })).data,
    onSuccess,
  });
  const mute = useMutation({
    mutationFn: async (rule: AlertRuleName) => (await muteAlerts({ body: { rule }, throwOnError: true })).data,
    onSuccess,
  });
  return {
    /** Until so many days from now, or until it gets worse. */
    snooze: async (id: string, days: number) => {
      const until = daysAfter(today(), days);
      await snooze.mutateAsync({ id, until });
      notify.success(`You hear of it again on ${formatDay(until)}, or when it gets worse.`, {
        label: 'Undo',
        run: () => wake.mutate(id),
      });
    },
    wake: (id: string) => wake.mutate(id),
    mute: async (rule: AlertRuleName) => {
      const { id } = await mute.mutateAsync(rule);
      notify.success(`You hear nothing of “${ruleNames[rule]}” any more. Others still do.`, {
        label: 'Undo',
        run: () => unmute.mutate(id),
      });
    },
    unmute: (id: string) => unmute.mutate(id),
  };
}
