import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import type { OrderDto } from '@/shared/api/generated';
import { orderOf } from '@/shared/talk/api';
import { Field } from '@/shared/ui/Field';
import type { Option } from '@/shared/ui/Input';
import { OrderPicker } from './OrderPicker';

/** The order that a form is about: given within a workspace, else the one that is chosen in the form. */
export function useOrderChoice(given: OrderDto | undefined) {
  const [chosen, choose] = useState<Option | null>(null);
  const loaded = useQuery({ ...orderOf(chosen?.value ?? ''), enabled: chosen !== null });
  return { given, chosen, choose, order: given ?? (chosen ? loaded.data : undefined) };
}

interface OrderChoiceProps {
  choice: ReturnType<typeof useOrderChoice>;
  /** Said where none is chosen. */
  missing: string;
  /** Fields that say something of the order, and are empty once another is chosen. */
  clears: readonly string[];
}

/** The field `orderId` of a form: asked for unless the order is given. */
export function OrderChoice({ choice: { given, chosen, choose }, missing, clears }: OrderChoiceProps) {
  const { register, setValue, formState } = useFormContext<Record<string, string>>();
  return (
    <>
      {!given && (
        <Field label="Order" required error={formState.errors['orderId']?.message} className="sm:col-span-full">
          <OrderPicker
            value={chosen}
            onChange={(option) => {
              choose(option);
              setValue('orderId', option?.value ?? '', { shouldDirty: true, shouldValidate: option !== null });
              clears.forEach((field) => setValue(field, ''));
            }}
          />
        </Field>
      )}
      <input type="hidden" {...register('orderId', { required: missing })} />
    </>
  );
}
