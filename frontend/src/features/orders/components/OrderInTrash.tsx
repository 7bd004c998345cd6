import { ArchiveRestore, Trash2 } from 'lucide-react';
import { useEffect } from 'react';
import type { TrashEntryDto } from '@/shared/api/generated';
import { formatDay, plural } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { notify } from '@/shared/lib/notify';
import { Button } from '@/shared/ui/Button';
import { EmptyState } from '@/shared/ui/States';
import { useRestoreOrder } from '../api';

/** In place of an order that was deleted: since when, by whom, and the way back. */
export function OrderInTrash({ entry }: { entry: TrashEntryDto }) {
  const { mutate, isPending } = useRestoreOrder();
  const title = `Order ${entry.label} is in the trash`;
  useEffect(() => {
    document.title = `${title} · Provabook`;
  }, [title]);
  return (
    <div className="grid min-h-[60dvh] place-content-center">
      <h1 className="sr-only">{title}</h1>
      <EmptyState
        icon={Trash2}
        title={title}
        actions={
          <Button
            variant="primary"
            icon={ArchiveRestore}
            busy={isPending}
            onClick={() => mutate(entry.id, { onSuccess: () => notify.success(`${entry.label} is back.`) })}
          >
            Restore the order
          </Button>
        }
      >
        {`${entry.deletedBy?.fullName ?? 'Provabook'} deleted it on ${formatDay(today(new Date(entry.deletedAt)))}. It is kept ${entry.daysLeft === null ? 'for good, since it has a PI' : `for ${plural(entry.daysLeft, 'day')} more`}, with everything under it.`}
      </EmptyState>
    </div>
  );
}
