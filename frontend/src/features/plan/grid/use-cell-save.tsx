import { useMutation } from '@tanstack/react-query';
import { change } from '@/shared/api/change';
import { type GridStepDto, updateMilestone } from '@/shared/api/generated';
import { useOverride } from '@/shared/gates/override';
import { notify } from '@/shared/lib/notify';
import { usePlanNews } from '../api';

export interface CellWriting {
  step: GridStepDto;
  lineLabel: string;
  body: { plannedOn?: string | null; actualOn?: string | null };
}

/** Writes a day of a step where it stands in the grid. Render `question`: a gate may ask for a reason. */
export function useCellSave() {
  const news = usePlanNews();
  const { attempt, question } = useOverride();
  const saving = useMutation({
    meta: { ownErrors: true },
    mutationFn: ({ step, body }: CellWriting) =>
      attempt((override) =>
        change(step, body, async (headers) => {
          const sent = { ...body, override };
          return (await updateMilestone({ path: { id: step.id }, body: sent, headers, throwOnError: true })).data;
        }),
      ),
    onSuccess: (saved, { lineLabel }) => {
      news.written(saved);
      notify.success(`${saved.label} of ${lineLabel} is saved.`);
    },
    onError: news.askAgain,
  });
  return { saving, question };
}
