import { queryOptions, useMutation } from '@tanstack/react-query';
import { ifUnchanged } from '@/shared/api/change';
import {
  attachOptionPicture,
  getOptionPicture,
  getSamplePicture,
  removeOptionPicture,
  type SampleDto,
  type SamplePictureDto,
} from '@/shared/api/generated';
import { useSampleNews } from './api';
import type { SampleOption } from './options';

/** What a round, or one of its options, looks like: the option's own picture, else that of the round. Null where there is none. */
export function pictureOf(sample: SampleDto, label: SampleOption['label'] | undefined) {
  return queryOptions({
    queryKey: ['samples', 'picture', sample.id, label ?? null, sample.rowVersion],
    queryFn: async ({ signal }): Promise<SamplePictureDto | null> => {
      const { data } = label
        ? await getOptionPicture({ path: { id: sample.id, label }, signal, throwOnError: true })
        : await getSamplePicture({ path: { id: sample.id }, signal, throwOnError: true });
      if (!data) return null;
      return { ...data, url: new URL(data.url, __API_URL__ || window.location.href).href };
    },
    staleTime: 4 * 60_000, // the server's links live five minutes
    gcTime: 4 * 60_000,
    refetchOnWindowFocus: false,
  });
}

const uploadTimeout = 10 * 60_000;

export function useAttachPicture(sample: SampleDto, { label }: SampleOption) {
  const news = useSampleNews();
  return useMutation({
    mutationFn: async (file: File) => {
      const [path, headers] = [{ id: sample.id, label }, ifUnchanged(sample)];
      return (await attachOptionPicture({ path, body: { file }, headers, timeout: uploadTimeout, throwOnError: true }))
        .data;
    },
    onSuccess: news.changed,
    onError: news.askAgain,
    meta: { ownErrors: true },
  });
}

export function useRemovePicture(sample: SampleDto) {
  const news = useSampleNews();
  return useMutation({
    mutationFn: ({ label }: SampleOption) =>
      removeOptionPicture({ path: { id: sample.id, label }, headers: ifUnchanged(sample), throwOnError: true }),
    onSettled: news.askAgain,
  });
}
