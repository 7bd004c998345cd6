import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { once } from '@/shared/api/change';
import {
  type CommentDto,
  createComment,
  listComments,
  type SampleDto,
  type SamplePictureDto,
} from '@/shared/api/generated';
import type { SampleOption } from './options';

/** Thousandths of a picture's width and height. */
export interface Place {
  x: number;
  y: number;
}

export type PinnedNote = CommentDto & { pin: NonNullable<CommentDto['pin']> };

/** Every note that is pinned to a picture of a round, the earliest first. They are comments of the round. */
export function pinsOf({ id, orderId }: SampleDto) {
  return queryOptions({
    queryKey: ['comments', id, 'pins'],
    queryFn: async ({ signal }): Promise<PinnedNote[]> => {
      const query = {
        orderId: [orderId],
        sampleId: [id],
        pinned: ['true' as const],
        ordering: 'createdAt',
        pageSize: 200,
      };
      const { data } = await listComments({ query, signal, throwOnError: true });
      return data.results.flatMap((comment) => (comment.pin ? [{ ...comment, pin: comment.pin }] : []));
    },
  });
}

/** Those on the picture that is looked at, and those on pictures that another took the place of. */
export function sorted(
  notes: readonly PinnedNote[],
  label: SampleOption['label'] | undefined,
  picture: SamplePictureDto | null,
): { here: PinnedNote[]; earlier: PinnedNote[] } {
  const mine = notes.filter(({ pin }) => pin.option === null || label === undefined || pin.option === label);
  const isHere = ({ pin }: PinnedNote) => pin.pictureId === picture?.pictureId;
  return { here: mine.filter(isHere), earlier: mine.filter((note) => !isHere(note)) };
}

interface NewNote extends Place {
  body: string;
  pictureId: string;
  key: string;
}

export function usePinNote({ id, orderId }: SampleDto, label: SampleOption['label'] | undefined) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ body, key, ...place }: NewNote) => {
      const pin = { ...place, option: label ?? null };
      return (
        await createComment({ body: { orderId, sampleId: id, body, pin }, headers: once(key), throwOnError: true })
      ).data;
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['activity'] });
      return queries.invalidateQueries({ queryKey: ['comments'] });
    },
    onError: () => void queries.invalidateQueries({ queryKey: ['samples', 'picture'] }), // another may have taken its place
    meta: { ownErrors: true },
  });
}
