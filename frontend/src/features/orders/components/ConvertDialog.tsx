import type { OrderDto } from '@/shared/api/generated';
import { notify } from '@/shared/lib/notify';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { useConvert } from '../api';
import { typeNames } from '../vocabulary';

type OrderType = OrderDto['orderType'];

export const otherType = (type: OrderType): OrderType => (type === 'local' ? 'foreign' : 'local');

const meanings: Record<OrderType, string> = {
  local: 'It is delivered to a garment maker in the country: yarn, knitting and dyeing belong to its plan then.',
  foreign: 'It is shipped to the buyer abroad. What is known of yarn and process loss is kept, should it turn back.',
};

export function ConvertDialog({ order, onClose }: { order: OrderDto; onClose: () => void }) {
  const { mutateAsync } = useConvert(order);
  const type = otherType(order.orderType);
  const name = typeNames[type].toLowerCase();
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Make ${order.orderNumber} a ${name} order?`}
      confirmLabel={`Make it ${name}`}
      onConfirm={async () => {
        await mutateAsync(type);
        notify.success(`${order.orderNumber} is a ${name} order now.`);
      }}
    >
      {meanings[type]} Nothing that was typed is lost: lines, prices, gates, samples and papers stay as they are. Look
      whether its PIs and LCs still fit.
    </ConfirmDialog>
  );
}
