import { useState } from 'react';
import {
  createProductionMetric,
  type CreateProductionMetricDto,
  getProductionMetric,
  updateProductionMetric,
} from '@/shared/api/generated';
import { newIdempotencyKey, once } from '@/shared/api/change';
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

export function useSaveDay({ orderId, ground, onSaved, onProblem }: UseSaveDay) {
  const news = useProductionNews();
  const [key] = useState(newIdempotencyKey);
  const path = { id: ground.id ?? '' };
  return useSaveOver<Ground>({
    read: ground,
    send: async (body, headers) => {
      const { date, unit } = ground;
      const made = { unit, ...body, date, orderId } as CreateProductionMetricDto;
      const { data } = ground.id
        ? await updateProductionMetric({ path, body, headers, throwOnError: true })
        : await createProductionMetric({ body: made, headers: once(key), throwOnError: true });
      news.show(data);
      return data;
    },
    reload: async () => (await getProductionMetric({ path, throwOnError: true })).data,
    onSaved: (day) => onSaved(day, news.all()),
    onProblem: (error) => {
      onProblem(error);
      void news.all();
    },
  });
}
