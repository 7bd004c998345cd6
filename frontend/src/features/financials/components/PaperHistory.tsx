import { useQuery } from '@tanstack/react-query';
import {
  Ban,
  CircleAlert,
  CircleCheck,
  FileCheck,
  FilePlus,
  type LucideIcon,
  Paperclip,
  Pencil,
  Send,
} from 'lucide-react';
import type { ActivityEntryDto } from '@/shared/api/generated';
import type { Tone } from '@/shared/ui/Badge';
import { Card } from '@/shared/ui/Card';
import { ErrorState, Loading, Skeleton } from '@/shared/ui/States';
import { Timeline } from '@/shared/ui/Timeline';
import { type PaperKind, paperHistory } from '../api';

const looks: Record<string, [LucideIcon, Tone]> = {
  raised: [FilePlus, 'accent'],
  recorded: [FilePlus, 'accent'],
  sent: [Send, 'info'],
  issued: [FileCheck, 'info'],
  confirmed: [CircleCheck, 'good'],
  cancelled: [Ban, 'calm'],
  expired: [CircleAlert, 'bad'],
  pdf_added: [Paperclip, 'calm'],
  document_added: [Paperclip, 'calm'],
};

interface PaperHistoryProps {
  kind: PaperKind;
  paper: { id: string; orderId: string };
  /** Its number. */
  of: string;
}

export function PaperHistory({ kind, paper, of }: PaperHistoryProps) {
  const { data, error, isPending, refetch } = useQuery(paperHistory(kind, paper));
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
        <Timeline label={`History of ${of}`} items={data.map(itemOf)} />
      )}
    </Card>
  );
}

function itemOf({ id, name, actor, sentence, occurredAt }: ActivityEntryDto) {
  const [icon, tone] = looks[name.slice(name.indexOf('.') + 1)] ?? [Pencil, 'calm'];
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
