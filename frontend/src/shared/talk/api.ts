import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { ifUnchanged, once } from '../api/change';
import { type CommentDto, createComment, deleteComment, getOrder, listComments, updateComment } from '../api/generated';
import { cursorOf } from '../api/queries';
import { orderKeys } from '../lib/order';

/** What is talked about: an order with all that is under it, one of its lines, or a sample. */
export interface TalkOf {
  orderId: string;
  orderLineId?: string | null;
  sampleId?: string | null;
}

/** The id of the very thing that is talked about. */
export const partOf = ({ orderId, orderLineId, sampleId }: TalkOf): string => sampleId ?? orderLineId ?? orderId;

const commentKeys = {
  all: ['comments'] as const,
  of: (of: TalkOf) => ['comments', partOf(of)] as const,
};

/** The latest first, read by cursor: what is written meanwhile shifts no page. */
export function commentsOf(of: TalkOf) {
  const { orderId, orderLineId, sampleId } = of;
  const part = sampleId ? { sampleId: [sampleId] } : orderLineId ? { orderLineId: [orderLineId] } : {};
  return infiniteQueryOptions({
    queryKey: commentKeys.of(of),
    queryFn: async ({ pageParam, signal }) => {
      const query = { orderId: [orderId], ...part, pageSize: 20, cursor: pageParam };
      return (await listComments({ query, signal, throwOnError: true })).data;
    },
    initialPageParam: '',
    getNextPageParam: cursorOf,
  });
}

/** The order, whose people may be mentioned. */
export const orderOf = (orderId: string) =>
  queryOptions({
    queryKey: orderKeys.detail(orderId),
    queryFn: async ({ signal }) => (await getOrder({ path: { id: orderId }, signal, throwOnError: true })).data,
  });

/** A comment is part of the order's history as well. */
function useTalkNews() {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: ['activity'] });
    return queries.invalidateQueries({ queryKey: commentKeys.all });
  };
}

export interface Written {
  body: string;
  mentionedIds: string[];
}

export function useWriteComment({ orderId, orderLineId, sampleId }: TalkOf) {
  return useMutation({
    meta: { ownErrors: true },
    mutationFn: async ({ key, ...written }: Written & { key: string }) => {
      const body = { orderId, ...(sampleId ? { sampleId } : orderLineId ? { orderLineId } : {}), ...written };
      return (await createComment({ body, headers: once(key), throwOnError: true })).data;
    },
    onSuccess: useTalkNews(),
  });
}

export function useEditComment(comment: CommentDto) {
  return useMutation({
    meta: { ownErrors: true },
    mutationFn: async (body: Written) =>
      (await updateComment({ path: { id: comment.id }, body, headers: ifUnchanged(comment), throwOnError: true })).data,
    onSuccess: useTalkNews(),
  });
}

export function useDeleteComment() {
  return useMutation({
    mutationFn: (id: string) => deleteComment({ path: { id }, throwOnError: true }),
    onSuccess: useTalkNews(),
  });
}
