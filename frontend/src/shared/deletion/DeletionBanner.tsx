import { useQuery } from '@tanstack/react-query';
import { MailQuestionMark } from 'lucide-react';
import { Instant } from '../ui/Values';
import { DeletionAnswer } from './DeletionAnswer';
import { pendingDeletion } from './api';

/** On an order that somebody wants deleted: who, why, whose answer it waits for, and the answer of who may give it. */
export function DeletionBanner({ orderId }: { orderId: string }) {
  const { data: request } = useQuery(pendingDeletion(orderId));
  if (!request) return null;
  const { requester, approver, reason, createdAt, mayAnswer, mayWithdraw } = request;
  const answering = approver?.fullName ?? 'A manager';
  return (
    <section
      aria-label="Request to delete this order"
      className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-xl bg-warn-tint px-4 py-3 text-sm text-ink"
    >
      <p className="flex min-w-0 flex-1 basis-80 items-start gap-2.5">
        <MailQuestionMark aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
        <span className="min-w-0 break-words">
          <span className="font-medium">
            {mayWithdraw ? 'You ask' : `${requester?.fullName ?? 'Somebody who left'} asks`} for this order to be
            deleted
          </span>
          {reason ? `: “${reason}”` : '.'}
          <span className="block text-[0.8125rem] text-muted">
            <Instant at={createdAt} />
            {!mayAnswer && `. ${answering} is to answer.`}
          </span>
        </span>
      </p>
      {(mayAnswer || mayWithdraw) && <DeletionAnswer request={request} />}
    </section>
  );
}
