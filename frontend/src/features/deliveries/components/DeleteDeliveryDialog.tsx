import { useMutation } from '@tanstack/react-query';
import { deleteSupplierDelivery, type SupplierDeliveryDto } from '@/shared/api/generated';
import { ifUnchanged } from '@/shared/api/change';
import { formatDay, formatQuantity } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { Refusal } from '@/shared/ui/Refusal';
import { useDeliveryNews } from '../api';

export function DeleteDeliveryDialog({ delivery, onClose }: { delivery: SupplierDeliveryDto; onClose: () => void }) {
  const news = useDeliveryNews();
  const { mutateAsync, error } = useMutation({
    mutationFn: () =>
      deleteSupplierDelivery({ path: { id: delivery.id }, headers: ifUnchanged(delivery), throwOnError: true }),
    onSettled: () => void news(),
    meta: { ownErrors: true },
  });
  const what = formatQuantity(delivery.deliveredQuantity, delivery.unit);
  const remove = async () => {
    await mutateAsync();
    notify.success(`The delivery of ${what} is in the trash.`);
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Delete the delivery of ${what} on ${formatDay(delivery.deliveryDate)}?`}
      confirmLabel="Delete delivery"
      danger
      onConfirm={remove}
    >
      It goes to the trash for 30 days, and what came of the order goes down by it.
      <Refusal error={error} />
    </ConfirmDialog>
  );
}
