import { useMutation } from '@tanstack/react-query';
import { ifUnchanged } from '@/shared/api/change';
import {
  addSampleOption,
  type CreateSampleOptionDto,
  type MeasureSampleDto,
  measureSample,
  removeSampleOption,
  removeSampleReading,
  type SampleDto,
  updateSampleOption,
  type UpdateSampleOptionDto,
} from '@/shared/api/generated';
import { useSampleNews } from './api';

export type SampleOption = SampleDto['options'][number];
export type Reading = SampleDto['readings'][number];
export type Light = Pick<Reading, 'illuminant' | 'observer'>;
export type Lab = Reading['standard'];

/** Options and readings are parts of their sample: each change is made from the version that was read. */
export function useAddOption(sample: SampleDto) {
  const news = useSampleNews();
  return useMutation({
    mutationFn: async (body: CreateSampleOptionDto) =>
      (await addSampleOption({ path: { id: sample.id }, body, headers: ifUnchanged(sample), throwOnError: true })).data,
    onSuccess: news.changed,
    onError: news.askAgain,
    meta: { ownErrors: true },
  });
}

export function useUpdateOption(sample: SampleDto, { label }: SampleOption) {
  const news = useSampleNews();
  return useMutation({
    mutationFn: async (body: UpdateSampleOptionDto) => {
      const [path, headers] = [{ id: sample.id, label }, ifUnchanged(sample)];
      return (await updateSampleOption({ path, body, headers, throwOnError: true })).data;
    },
    onSuccess: news.changed,
    onError: news.askAgain,
    meta: { ownErrors: true },
  });
}

export function useRemoveOption(sample: SampleDto) {
  const news = useSampleNews();
  return useMutation({
    mutationFn: ({ label }: SampleOption) =>
      removeSampleOption({ path: { id: sample.id, label }, headers: ifUnchanged(sample), throwOnError: true }),
    onSettled: news.askAgain,
  });
}

/** Where the round has no options yet, what is measured becomes its option A. */
export function useMeasure(sample: SampleDto) {
  const news = useSampleNews();
  return useMutation({
    mutationFn: async ({ light, body }: { light: Light; body: MeasureSampleDto }) => {
      const id = sample.id;
      let read = sample;
      if (sample.options.length === 0 && body.options.length > 0) {
        const headers = ifUnchanged(sample);
        read = (await addSampleOption({ path: { id }, body: { label: 'A' }, headers, throwOnError: true })).data;
        news.changed(read);
      }
      return (await measureSample({ path: { id, ...light }, body, headers: ifUnchanged(read), throwOnError: true }))
        .data;
    },
    onSuccess: news.changed,
    onError: news.askAgain,
    meta: { ownErrors: true },
  });
}

export function useRemoveReading(sample: SampleDto) {
  const news = useSampleNews();
  return useMutation({
    mutationFn: ({ illuminant, observer }: Light) =>
      removeSampleReading({
        path: { id: sample.id, illuminant, observer },
        headers: ifUnchanged(sample),
        throwOnError: true,
      }),
    onSettled: news.askAgain,
  });
}

export const lightNames: Record<Reading['illuminant'], string> = {
  D65: 'D65, daylight',
  TL84: 'TL84, shop light',
  A: 'A, lamp light',
};

/** `D65, 10°` */
export const lightName = ({ illuminant, observer }: Light): string => `${illuminant}, ${observer}°`;

/** The light that a swatch is drawn by: the first that was measured, daylight before all. */
export const mainReading = ({ readings }: Pick<SampleDto, 'readings'>): Reading | undefined => readings[0];

/** What an option looks like on a screen; undefined when it was not measured. */
export const screenColourOf = (sample: SampleDto, label: string): string | undefined =>
  mainReading(sample)?.options.find((option) => option.label === label)?.screenColour;
