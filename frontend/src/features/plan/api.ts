import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ifUnchanged } from '@/shared/api/change';
import { deleteMilestone, listMilestones, type MilestoneDto } from '@/shared/api/generated';
import { everyPage } from '@/shared/api/pages';
import { orderKeys } from '@/shared/lib/order';

export const planKeys = {
  all: ['milestones'] as const,
  ofOrder: (orderId: string) => ['milestones', 'of-order', orderId] as const,
};

/** The steps of all lines of an order. */
export function planOfOrder(orderId: string) {
  return queryOptions({
    queryKey: planKeys.ofOrder(orderId),
    queryFn: ({ signal }) =>
      everyPage(async (page) => {
        const query = { orderId: [orderId], ordering: 'createdAt', page, pageSize: 200 };
        return (await listMilestones({ query, signal, throwOnError: true })).data;
      }),
  });
}

/** Puts the newest answer on the screen at once, and has the rest asked for again: home counts what is overdue. */
export function usePlanNews() {
  const queries = useQueryClient();
  const put = (orderId: string, change: (steps: MilestoneDto[]) => MilestoneDto[]) =>
    queries.setQueryData(planKeys.ofOrder(orderId), (steps: MilestoneDto[] | undefined) => steps && change(steps));
  const askAgain = () => {
    for (const queryKey of [planKeys.all, orderKeys.all, ['activity']]) void queries.invalidateQueries({ queryKey });
  };
  return {
    askAgain,
    written(step: MilestoneDto) {
      put(step.orderId, (steps) => [...steps.filter(({ id }) => id !== step.id), step]);
      askAgain();
    },
    gone({ id, orderId }: MilestoneDto) {
      put(orderId, (steps) => steps.filter((step) => step.id !== id));
      askAgain();
    },
  };
}

export function useRemoveStep(step: MilestoneDto) {
  const news = usePlanNews();
  return useMutation({
    mutationFn: () => deleteMilestone({ path: { id: step.id }, headers: ifUnchanged(step), throwOnError: true }),
    onSuccess: () => news.gone(step),
    onError: news.askAgain, // a newer version is on the screen for the next try
    meta: { ownErrors: true },
  });
}
