import { useNavigate } from '@tanstack/react-router';
import { toProblem } from '@/shared/api/errors';
import type { OrderDto } from '@/shared/api/generated';
import { AskDeletionDialog } from '@/shared/deletion/AskDeletionDialog';
import { plural } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { paths } from '@/shared/lib/paths';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { useDeleteOrder, useOrderNews } from '../api';
import { Refusal } from '@/shared/ui/Refusal';

export function DeleteOrderDialog({ order, onClose }: { order: OrderDto; onClose: () => void }) {
  const navigate = useNavigate();
  const news = useOrderNews();
  const { mutateAsync, error } = useDeleteOrder(order);
  // Only who made it, or an admin, deletes an order: anybody else may ask them.
  if (error && toProblem(error).code === 'order.not_yours_to_delete')
    return <AskDeletionDialog order={order} onClose={onClose} />;

  const lines = order.styles.flatMap((style) => style.lines).length;

  const remove = async () => {
    await mutateAsync();
    notify.success(`${order.orderNumber} is in the trash.`);
    await navigate({ to: paths.orders });
    news.gone(order.id);
  };

  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Delete order ${order.orderNumber}?`}
      confirmLabel="Delete order"
      danger
      onConfirm={remove}
    >
      {`It goes to the trash for 30 days with ${lines > 0 ? `its ${plural(lines, 'line')} and ` : ''}everything under it. Its history stays.`}
      <Refusal error={error} />
    </ConfirmDialog>
  );
}
