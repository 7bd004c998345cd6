import { type UseQueryResult } from '@tanstack/react-query';
import { Eraser } from 'lucide-react';
import type { ApprovalHistoryDto } from '@/shared/api/generated';
import { toProblem } from '@/shared/api/errors';
import { Loading, Skeleton } from '@/shared/ui/States';
import { Timeline, type TimelineItem } from '@/shared/ui/Timeline';
import { gateLook } from '../gate-looks';

/** What was decided on the gate before, the latest first. */
export function GateHistory({ query }: { query: UseQueryResult<ApprovalHistoryDto[]> }) {
  const { data, error, isPending } = query;
  if (data?.length === 0) return null;
  return (
    <section className="mt-6">
      <h3 className="mb-3 text-[0.8125rem] font-medium text-muted">Decided so far</h3>
      {isPending && (
        <Loading what="the earlier decisions">
          <Skeleton className="h-7 w-full" />
        </Loading>
      )}
      {error && <p className="text-sm text-muted">{toProblem(error).detail}</p>}
      {data && <Timeline label="Earlier decisions, the latest first" items={data.map(decision)} />}
    </section>
  );
}

function decision({ id, status, changedBy, notes, occurredAt }: ApprovalHistoryDto): TimelineItem {
  const { icon, tone, word } =
    status === 'cleared' ? { icon: Eraser, tone: 'calm' as const, word: 'Cleared' } : gateLook(status);
  return {
    id,
    icon,
    tone,
    at: occurredAt,
    title: (
      <>
        <span className="font-medium">{word}</span>
        {changedBy && <span className="text-muted"> · {changedBy.fullName}</span>}
      </>
    ),
    children: notes,
  };
}
