import type { ProductionMetricDto } from '@/shared/api/generated';
import { formatDay } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { Refusal } from '@/shared/ui/Refusal';
import { useDeleteMetric } from '../api';

export function DeleteDayDialog({ metric, onClose }: { metric: ProductionMetricDto; onClose: () => void }) {
  const { mutateAsync, error } = useDeleteMetric(metric);
  const remove = async () => {
    await mutateAsync();
    notify.success(`The output of ${formatDay(metric.date)} is in the trash.`);
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Delete the output of ${metric.orderNumber} on ${formatDay(metric.date)}?`}
      confirmLabel="Delete output"
      danger
      onConfirm={remove}
    >
      It goes to the trash for 30 days, and the order’s progress goes down by it.
      <Refusal error={error} />
    </ConfirmDialog>
  );
}
