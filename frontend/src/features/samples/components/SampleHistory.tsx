import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleX, type LucideIcon, Paperclip, Pencil, Plus, Send } from 'lucide-react';
import type { ActivityEntryDto, SampleDto } from '@/shared/api/generated';
import type { Tone } from '@/shared/ui/Badge';
import { Card } from '@/shared/ui/Card';
import { ErrorState, Loading, Skeleton } from '@/shared/ui/States';
import { Timeline, type TimelineItem } from '@/shared/ui/Timeline';
import { sampleHistory } from '../api';
import { sampleName } from '../vocabulary';

const looks: Record<string, [LucideIcon, Tone]> = {
  'sample.created': [Plus, 'accent'],
  'sample.submitted': [Send, 'info'],
  'sample.approved': [CircleCheck, 'good'],
  'sample.rejected': [CircleX, 'bad'],
  'sample.file_attached': [Paperclip, 'calm'],
};

/** Who did what to this round, the latest first. */
export function SampleHistory({ sample }: { sample: SampleDto }) {
  const { data, error, isPending, refetch } = useQuery(sampleHistory(sample));
  return (
    <Card title="History">
      {isPending ? (
        <Loading what="the history">
          <div className="flex flex-col gap-4">
            <Skeleton className="h-7" />
            <Skeleton className="h-7" />
          </div>
        </Loading>
      ) : !data ? (
        <ErrorState title="The history could not be loaded" error={error} onRetry={() => void refetch()} />
      ) : data.length === 0 ? (
        <p className="text-sm text-muted">Nothing was recorded yet.</p>
      ) : (
        <Timeline label={`History of ${sampleName(sample)}`} items={data.map(itemOf)} />
      )}
    </Card>
  );
}

function itemOf({ id, name, actor, sentence, occurredAt }: ActivityEntryDto): TimelineItem {
  const [icon, tone] = looks[name] ?? [Pencil, 'calm'];
  return {
    id,
    icon,
    tone,
    at: occurredAt,
    title: (
      <>
        <span className="font-medium">{actor?.fullName ?? 'The house'}</span> {sentence}
      </>
    ),
  };
}
