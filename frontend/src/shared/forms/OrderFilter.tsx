import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { getOrder } from '../api/generated';
import { orderKeys } from '../lib/order';
import { Field } from '../ui/Field';
import { IconButton } from '../ui/IconButton';
import { OrderPicker } from './OrderPicker';

interface OrderFilterProps {
  /** From the URL. */
  orderId: string | undefined;
  onChange: (orderId: string | undefined) => void;
}

/** Leaves the rows of one order in a list. Within a `FilterBar`. */
export function OrderFilter({ orderId, onChange }: OrderFilterProps) {
  const { data: order } = useQuery({
    queryKey: orderKeys.detail(orderId ?? ''),
    queryFn: async ({ signal }) => (await getOrder({ path: { id: orderId ?? '' }, signal, throwOnError: true })).data,
    enabled: orderId !== undefined,
  });
  const label = order ? `${order.orderNumber} · ${order.customerName}` : '…';
  return (
    <div className="flex items-center gap-1 max-sm:w-full">
      <Field label="Order" hideLabel className="w-64 max-sm:w-full">
        <OrderPicker
          value={orderId ? { value: orderId, label } : null}
          onChange={(option) => onChange(option?.value)}
        />
      </Field>
      {orderId && <IconButton icon={X} size="sm" label="Drop the filter Order" onClick={() => onChange(undefined)} />}
    </div>
  );
}
