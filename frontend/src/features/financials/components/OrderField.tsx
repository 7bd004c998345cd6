import { Controller, useFormContext } from 'react-hook-form';
import { OrderPicker } from '@/shared/forms/OrderPicker';
import { Field } from '@/shared/ui/Field';
import type { Option } from '@/shared/ui/Input';

/** Which order a PI or an LC is of. Within a `FormProvider` that has `orderId: Option | null`. */
export function OrderField({ onChosen }: { onChosen?: () => void }) {
  const { control } = useFormContext<{ orderId: Option | null }>();
  return (
    <Controller
      name="orderId"
      control={control}
      rules={{ required: 'Of which order?' }}
      render={({ field: { value, onChange, onBlur }, fieldState }) => (
        <Field label="Order" required error={fieldState.error?.message} className="sm:col-span-full">
          <OrderPicker
            value={value}
            onChange={(option) => {
              onChange(option);
              onChosen?.();
            }}
            onBlur={onBlur}
          />
        </Field>
      )}
    />
  );
}
