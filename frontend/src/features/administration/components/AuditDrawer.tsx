import type { AuditEntryDto } from '@/shared/api/generated';
import { Button } from '@/shared/ui/Button';
import { DescriptionList } from '@/shared/ui/DescriptionList';
import { Drawer } from '@/shared/ui/Drawer';
import { Instant } from '@/shared/ui/Values';
import type { AuditSearch } from '../search';

interface AuditDrawerProps {
  entry: AuditEntryDto;
  onClose: () => void;
  onOnly: (change: Partial<AuditSearch>) => void;
}

/** An entry as it was recorded. */
export function AuditDrawer({ entry, onClose, onOnly }: AuditDrawerProps) {
  const { requestId, subjectId } = entry;
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title={entry.name}
      description={`${entry.actor?.fullName ?? 'Provabook'} ${entry.sentence}`}
      size="lg"
      focusWhole
      footer={
        <>
          {requestId && <Button onClick={() => onOnly({ requestId })}>All of this request</Button>}
          <Button onClick={() => onOnly({ subjectId })}>All of this {entry.kind.replaceAll('_', ' ')}</Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <DescriptionList
          columns={2}
          items={[
            { term: 'Happened', value: <Instant at={entry.occurredAt} /> },
            { term: 'Recorded', value: <Instant at={entry.recordedAt} /> },
            { term: 'Order', value: entry.orderNumber },
            { term: 'Number', value: entry.sequence },
            { term: 'Request', value: requestId && <span className="break-all font-mono text-xs">{requestId}</span> },
            { term: 'Thing', value: <span className="break-all font-mono text-xs">{subjectId}</span> },
          ]}
        />
        <pre className="overflow-x-auto rounded-lg border border-line bg-sunken p-4 text-xs" tabIndex={0}>
          {JSON.stringify(entry.data, null, 2)}
        </pre>
      </div>
    </Drawer>
  );
}
