import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { newIdempotencyKey } from '../api/change';
import { colleagues } from '../api/colleagues';
import { useCan } from '../lib/can';
import { useKeys } from '../lib/keys';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { Field } from '../ui/Field';
import { ErrorState, Loading, Skeleton, StaleBanner } from '../ui/States';
import { commentsOf, orderOf, partOf, type TalkOf, useWriteComment } from './api';
import { CommentItem, problemOf } from './CommentItem';
import { useDraft } from './draft';
import { takeAskForBox } from './focus';
import { MentionBox } from './MentionBox';
import { mentionedIn } from './mentions';

interface CommentsCardProps {
  of: TalkOf;
  /** `C` goes to the box: on one card of a page at most. */
  hasKey?: boolean;
}

/** What the house says about an order, one of its lines or a sample: the latest first, and a box to answer in. */
export function CommentsCard({ of, hasKey = false }: CommentsCardProps) {
  const may = useCan();
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    commentsOf(of),
  );
  const { data: order } = useQuery(orderOf(of.orderId));
  const merchandiserId = order?.merchandiser?.id ?? null;
  const comments = data?.pages.flatMap(({ results }) => results) ?? [];
  const retry = () => void refetch();

  return (
    <Card title="Comments">
      {may('comment.write') && <Write key={partOf(of)} of={of} merchandiserId={merchandiserId} hasKey={hasKey} />}
      {error && data && <StaleBanner error={error} onRetry={retry} />}
      {isPending ? (
        <Loading what="the comments">
          <div className="mt-4 flex flex-col gap-4">
            <Skeleton className="h-12" />
            <Skeleton className="h-12" />
          </div>
        </Loading>
      ) : !data ? (
        <ErrorState title="The comments could not be loaded" error={error} onRetry={retry} />
      ) : comments.length === 0 ? (
        <p className="mt-3 text-sm text-muted">
          Nobody has written here yet. What is said stays in the house: buyers and mills do not see it.
        </p>
      ) : (
        <ul aria-label="Comments, the latest first" className="mt-3 divide-y divide-line">
          {comments.map((comment) => (
            <CommentItem
              key={comment.id}
              comment={comment}
              merchandiserId={merchandiserId}
              withPart={!of.sampleId && !of.orderLineId}
            />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button size="sm" className="mt-3" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show earlier
        </Button>
      )}
    </Card>
  );
}

function Write({ of, merchandiserId, hasKey }: { of: TalkOf; merchandiserId: string | null; hasKey: boolean }) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useDraft(partOf(of));
  const [key, setKey] = useState(newIdempotencyKey);
  const { data: people = [] } = useQuery({ ...colleagues(), enabled: text.includes('@') });
  const { mutate, isPending, error, reset } = useWriteComment(of);
  useKeys(hasKey ? { c: () => box.current?.focus() } : {});
  useEffect(() => {
    if (takeAskForBox()) box.current?.focus();
  }, []);

  const send = () => {
    const body = text.trim();
    if (!body || isPending) return;
    mutate(
      { body, mentionedIds: mentionedIn(body, people, merchandiserId), key },
      {
        onSuccess: () => {
          setText('');
          setKey(newIdempotencyKey());
          box.current?.focus();
        },
      },
    );
  };
  return (
    <div>
      <Field label="Write a comment" hideLabel error={error ? problemOf(error) : undefined}>
        <MentionBox
          ref={box}
          value={text}
          onChange={(next) => {
            setText(next);
            if (error) reset();
          }}
          onSend={send}
          merchandiserId={merchandiserId}
          placeholder="Write a comment. @ mentions a colleague."
        />
      </Field>
      <div className="mt-2 flex items-center justify-between gap-2">
        <p className="text-xs text-muted">Only the house reads it.</p>
        <Button size="sm" variant="primary" icon={Send} busy={isPending} disabled={!text.trim()} onClick={send}>
          Send
        </Button>
      </div>
    </div>
  );
}
