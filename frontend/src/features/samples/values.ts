import type { CreateSampleDto, SampleDto, UpdateSampleDto } from '@/shared/api/generated';
import { changed, filled, textOf } from '@/shared/forms/values';
import { sampleSpecs, sentSpecsOf } from './specs';

type SampleField = keyof typeof sampleSpecs;

/** In a form everything is text, empty where there is nothing. */
export type SampleValues = Record<SampleField | 'orderLineId' | 'receivedOn', string>;

type Read = Partial<Record<SampleField, unknown>> & { orderLineId?: string | null; receivedOn?: string | null };

export function sampleValues(read: Read): SampleValues {
  return {
    ...textOf<SampleField>(sampleSpecs, read),
    orderLineId: read.orderLineId ?? '',
    receivedOn: read.receivedOn ?? '',
  };
}

export function newSampleBody(orderId: string, { orderLineId, ...values }: SampleValues): CreateSampleDto {
  return {
    ...filled<SampleField>(sampleSpecs, values),
    orderId,
    orderLineId: orderLineId || null,
    type: values.type as CreateSampleDto['type'],
  };
}

/** What differs from what was read: type and line only while it was not sent. */
export function sampleChanges({ orderLineId, ...values }: SampleValues, read: SampleDto): UpdateSampleDto {
  if (read.status !== 'pending') return changed<string>(sentSpecsOf(read), values, { ...read });
  const line = orderLineId || null;
  return {
    ...changed<SampleField>(sampleSpecs, values, read),
    ...(line === read.orderLineId ? {} : { orderLineId: line }),
  };
}
