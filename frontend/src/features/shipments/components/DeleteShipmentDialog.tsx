import type { ShipmentDto } from '@/shared/api/generated';
import { notify } from '@/shared/lib/notify';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { Refusal } from '@/shared/ui/Refusal';
import { useDeleteShipment } from '../api';

interface DeleteShipmentDialogProps {
  shipment: ShipmentDto;
  onClose: () => void;
  /** It is in the trash now. */
  onDeleted: () => void;
}

export function DeleteShipmentDialog({ shipment, onClose, onDeleted }: DeleteShipmentDialogProps) {
  const { mutateAsync, error } = useDeleteShipment(shipment);
  const remove = async () => {
    await mutateAsync();
    notify.success(`Shipment ${shipment.awbNumber} is in the trash.`);
    onDeleted();
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Delete shipment ${shipment.awbNumber}?`}
      confirmLabel="Delete shipment"
      danger
      onConfirm={remove}
    >
      It goes to the trash for 30 days, with its papers. What happened to it stays in the order’s activity.
      <Refusal error={error} />
    </ConfirmDialog>
  );
}
