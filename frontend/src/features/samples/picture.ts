import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ifUnchanged, newIdempotencyKey } from '@/shared/api/change';
import {
  attachOptionPicture,
  getOptionPicture,
  getSamplePicture,
  getStandardPicture,
  removeOptionPicture,
  type SampleDto,
  type SamplePictureDto,
} from '@/shared/api/generated';
import { toProblem } from '@/shared/api/errors';
import { fileKeys } from '@/shared/files/api';
import { sendFile } from '@/shared/files/send';
import { useSampleNews } from './api';
import type { SampleOption } from './options';

/** Asked again while the virus scanner looks at it. */
const whileScanned = ({ state }: { state: { error: Error | null } }) =>
  state.error && toProblem(state.error).code === 'file.being_scanned' ? 2_000 : false;

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
    refetchInterval: whileScanned,
  });
}

/** What a round has to match: the artwork of its line. Null for a lab dip, and where there is none yet. */
export function artworkFor({ id, type }: SampleDto) {
  return queryOptions({
    queryKey: ['samples', 'artwork', id],
    queryFn: async ({ signal }): Promise<SamplePictureDto | null> => {
      const { data } = await getStandardPicture({ path: { id }, signal, throwOnError: true });
      return data ? { ...data, url: new URL(data.url, __API_URL__ || window.location.href).href } : null;
    },
    enabled: hasArtwork(type),
    staleTime: 4 * 60_000,
    gcTime: 4 * 60_000,
    refetchOnWindowFocus: false,
    refetchInterval: whileScanned,
  });
}

/** A lab dip is matched to a colour, all else to an artwork too. */
export const hasArtwork = (type: SampleDto['type']): boolean => type !== 'lab_dip';

/** Puts the artwork among the files of the line, or of the order where the sample is of the whole of it. */
export function useAddArtwork({ orderId, orderLineId }: SampleDto) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (file: File) =>
      sendFile(
        { orderId },
        { file, category: 'other', subcategory: 'artwork', orderLineId },
        { key: newIdempotencyKey(), onProgress: () => undefined },
      ),
    onSuccess: () =>
      Promise.all(
        [['samples', 'artwork'], fileKeys.all, ['activity']].map((queryKey) => queries.invalidateQueries({ queryKey })),
      ),
    meta: { ownErrors: true },
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
