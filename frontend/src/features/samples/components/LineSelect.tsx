import { useFormContext } from 'react-hook-form';
import type { OrderDto } from '@/shared/api/generated';
import { Field } from '@/shared/ui/Field';
import { Select } from '@/shared/ui/Input';

/** Which line of the order it is for; none means the order as a whole. The form's `orderLineId`. */
export function LineSelect({ order }: { order: OrderDto | undefined }) {
  const { register, formState } = useFormContext<{ orderLineId: string }>();
  const options = order?.styles.flatMap(({ lines }) => lines).map(({ id, label }) => ({ value: id, label })) ?? [];
  return (
    <Field
      label="Line"
      hint={order ? undefined : 'Choose the order first.'}
      error={formState.errors.orderLineId?.message}
    >
      {/* Drawn anew with the order: a select forgets a value that is not yet among its options. */}
      <Select
        key={order?.id}
        {...register('orderLineId')}
        options={options}
        placeholder="The order as a whole"
        disabled={!order}
      />
    </Field>
  );
}
