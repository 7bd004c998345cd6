import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleX } from 'lucide-react';
import type { BackupStateDto } from '@/shared/api/generated';
import { notify } from '@/shared/lib/notify';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { DescriptionList } from '@/shared/ui/DescriptionList';
import { ErrorState, Skeleton } from '@/shared/ui/States';
import { Instant } from '@/shared/ui/Values';
import { backupStateQuery, useMakeBackup } from '../api';

/** Whether the house could be brought back, and from when. */
export function BackupsCard() {
  const { data, error, isPending, refetch } = useQuery(backupStateQuery);
  const make = useMakeBackup();
  const ask = () =>
    make.mutate(undefined, { onSuccess: () => notify.success('A backup is made within a minute or so.') });
  return (
    <Card
      title="Backups"
      actions={
        <Button size="sm" busy={make.isPending} onClick={ask}>
          Back up now
        </Button>
      }
    >
      {isPending ? (
        <Skeleton className="h-24" />
      ) : data ? (
        <DescriptionList columns={2} items={itemsOf(data)} />
      ) : (
        <ErrorState title="The state of the backups could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
    </Card>
  );
}

const itemsOf = ({ lastBackup, lastDrill, ...state }: BackupStateDto) => [
  { term: 'Last backup', value: <Last at={lastBackup?.asOf} isOverdue={state.isBackupOverdue} /> },
  { term: 'Last tried out', value: <Last at={lastDrill?.startedAt} isOverdue={state.isDrillOverdue} /> },
  { term: 'Every day at', value: state.dailyAt ?? 'Not by Provabook' },
  { term: 'Encrypted', value: state.isEncrypted ? 'Yes' : 'No' },
  { term: 'Kept for', value: `${state.keepDays} days` },
  { term: 'Every change kept aside', value: archiving[state.walArchiving] },
];

function Last({ at, isOverdue }: { at?: string | null; isOverdue: boolean }) {
  return (
    <span className="flex flex-wrap items-center gap-2">
      {at ? <Instant at={at} /> : 'Never'}
      {(at ?? isOverdue) && (
        <Badge tone={isOverdue ? 'bad' : 'good'} icon={isOverdue ? CircleX : CircleCheck}>
          {isOverdue ? 'Overdue' : 'In time'}
        </Badge>
      )}
    </span>
  );
}

const archiving: Record<BackupStateDto['walArchiving'], string> = {
  working: 'Yes',
  failing: 'Not since a while: see the log of the database',
  off: 'No',
};
