import type { OrderDto } from '@/shared/api/generated';
import { notify } from '@/shared/lib/notify';
import { statusLabel } from '@/shared/ui/Badge';
import { useSetOrderStatus } from '../api';
import { useAgreement } from '../revision/use-agreement';
import { StatusMenu } from './StatusMenu';

/** The status of an order: by hand where it has no lines, else that of its least advanced line. */
export function OrderStatusMenu({ order }: { order: OrderDto }) {
  const agreement = useAgreement(order.orderNumber, order.id);
  const { mutate, isPending, variables } = useSetOrderStatus(order, agreement.attempt);
  return (
    <>
      <StatusMenu
        of={order.orderNumber}
        heading="Move this order to"
        status={isPending ? variables : order.status}
        next={order.nextStatuses}
        busy={isPending}
        onChoose={(status) =>
          mutate(status, {
            onSuccess: (moved) => notify.success(`${order.orderNumber} is ${statusLabel(moved.status).toLowerCase()}.`),
          })
        }
      />
      {agreement.question}
    </>
  );
}
