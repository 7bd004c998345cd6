import { useNavigate } from '@tanstack/react-router';
import { ArchiveRestore } from 'lucide-react';
import type { TrashEntryDto } from '@/shared/api/generated';
import { notify } from '@/shared/lib/notify';
import { paths } from '@/shared/lib/paths';
import { Button } from '@/shared/ui/Button';
import { useRestore } from '../api';

/** Brings a thing back; the toast leads to its order. */
export function RestoreButton({ entry: { id, label, orderId } }: { entry: TrashEntryDto }) {
  const navigate = useNavigate();
  const { mutate, isPending } = useRestore();
  const restore = () =>
    mutate(id, {
      onSuccess: () =>
        notify.success(
          `${label} is back.`,
          orderId ? { label: 'Show the order', run: () => void navigate({ to: paths.order(orderId) }) } : undefined,
        ),
    });
  return (
    <Button size="sm" icon={ArchiveRestore} busy={isPending} onClick={restore}>
      Restore<span className="sr-only"> {label}</span>
    </Button>
  );
}
