import type { CreateSampleDto, UpdateSampleDto } from '@/shared/api/generated';
import { changed, filled, textOf } from '@/shared/forms/values';
import { sampleSpecs, sentSampleSpecs } from './specs';

type SampleField = keyof typeof sampleSpecs;

/** In a form everything is text, empty where there is nothing. */
export type SampleValues = Record<SampleField | 'orderLineId', string>;

type Read = Partial<Record<SampleField, unknown>> & { orderLineId?: string | null };

export function sampleValues(read: Read): SampleValues {
  return { ...textOf<SampleField>(sampleSpecs, read), orderLineId: read.orderLineId ?? '' };
}

export function newSampleBody(orderId: string, { orderLineId, ...values }: SampleValues): CreateSampleDto {
  return {
    ...filled(sampleSpecs, values),
    orderId,
    orderLineId: orderLineId || null,
    type: values.type as CreateSampleDto['type'],
  };
}

/** What differs from what was read. @param pending it has not been sent, so its type and line may change */
export function sampleChanges({ orderLineId, ...values }: SampleValues, read: Read, pending: boolean): UpdateSampleDto {
  if (!pending) return changed<keyof typeof sentSampleSpecs>(sentSampleSpecs, values, read);
  const line = orderLineId || null;
  return {
    ...changed<SampleField>(sampleSpecs, values, read),
    ...(line === (read.orderLineId ?? null) ? {} : { orderLineId: line }),
  };
}
