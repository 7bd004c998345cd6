import type { Ref } from 'react';
import { listOrders } from '../api/generated';
import { Combobox } from '../ui/Combobox';
import type { Option } from '../ui/Input';

interface OrderPickerProps {
  value: Option | null;
  onChange: (option: Option | null) => void;
  onBlur?: () => void;
  ref?: Ref<HTMLInputElement>;
}

/** Choose one of the orders that the person sees, by number, buyer or style. Within a `Field`. */
export function OrderPicker(props: OrderPickerProps) {
  return (
    <Combobox
      {...props}
      queryKey={['orders', 'options']}
      placeholder="PO number, buyer or style"
      search={async (search, signal) => {
        const query = { pageSize: 20, ordering: '-createdAt', ...(search ? { search } : {}) };
        const { data } = await listOrders({ query, signal, throwOnError: true });
        return data.results.map(({ id, orderNumber, customerName }) => ({
          value: id,
          label: `${orderNumber} · ${customerName}`,
        }));
      }}
    />
  );
}
