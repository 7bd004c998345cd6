import { useState } from 'react';
import {
  createProductionMetric,
  type CreateProductionMetricDto,
  getProductionMetric,
  updateProductionMetric,
} from '@/shared/api/generated';
import { newIdempotencyKey, once } from '@/shared/api/change';
import { useOverride } from '@/shared/gates/override';
import { useSaveOver } from '@/shared/forms/use-save-over';
import { useProductionNews } from './api';
import type { Ground } from './specs';

interface UseSaveDay {
  orderId: string;
  /** What the day holds so far: without an id it is made, else changed over what others did meanwhile. */
  ground: Ground;
  /** @param here resolves once the lists have it */
  onSaved: (day: Ground, here: Promise<void>) => void;
  onProblem: (error: unknown) => void;
}

/** Saves the output of a day. Render `question`: a gate may ask for a reason. */
export function useSaveDay({ orderId, ground, onSaved, onProblem }: UseSaveDay) {
  const news = useProductionNews();
  const [key] = useState(newIdempotencyKey);
  const { attempt, question } = useOverride();
  const path = { id: ground.id ?? '' };
  const saving = useSaveOver<Ground>({
    read: ground,
    send: (body, headers) =>
      attempt(async (override) => {
        const { date, unit } = ground;
        const made = { unit, ...body, date, orderId, override } as CreateProductionMetricDto;
        // Another body is another request: what is sent again with a reason has a key of its own.
        const { data } = ground.id
          ? await updateProductionMetric({ path, body: { ...body, override }, headers, throwOnError: true })
          : await createProductionMetric({
              body: made,
              headers: once(override ? `${key}-override` : key),
              throwOnError: true,
            });
        news.show(data);
        return data;
      }),
    reload: async () => (await getProductionMetric({ path, throwOnError: true })).data,
    onSaved: (day) => onSaved(day, news.all()),
    onProblem: (error) => {
      onProblem(error);
      void news.all();
    },
  });
  return { ...saving, question };
}
