import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { addStyle, type OrderDto } from '@/shared/api/generated';
import { newIdempotencyKey, once } from '@/shared/api/change';
import { applyFieldErrors, reportProblem, toProblem } from '@/shared/api/errors';
import { notify } from '@/shared/lib/notify';
import { useOrderNews } from '../api';
import { StyleFieldset } from '../form/StyleFieldset';
import { lineValues, newOrderValues, newStyleBody, styleValues } from '../form/values';
import { FormDrawer } from '@/shared/forms/FormDrawer';

/** What a new style most likely shares with the last line of the order. */
function startOf(order: OrderDto) {
  const last = order.styles.at(-1)?.lines.at(-1);
  const line = lineValues(last ? { unit: last.unit, currency: last.currency, etd: last.etd } : undefined);
  return { ...newOrderValues(), styles: [styleValues({}, [line])] };
}

export function AddStyleDrawer({ order, onClose }: { order: OrderDto; onClose: () => void }) {
  const news = useOrderNews();
  const [key] = useState(newIdempotencyKey);
  const form = useForm({ defaultValues: startOf(order) });
  const { isSubmitting, isDirty } = form.formState;

  const submit = form.handleSubmit(async ({ styles: [style] }) => {
    if (!style) return;
    try {
      const body = newStyleBody(style);
      await addStyle({ path: { id: order.id }, body, headers: once(key), throwOnError: true });
      notify.success(`Style ${body.styleNumber} is added.`);
      onClose();
      await news.of(order.id);
    } catch (error) {
      const problem = toProblem(error);
      const errors = Object.entries(problem.errors).map(([field, sentences]) => [`styles.0.${field}`, sentences]);
      const strays = applyFieldErrors(form, { ...problem, errors: Object.fromEntries(errors) });
      if (errors.length === 0 || strays.length > 0) reportProblem(error);
    }
  });

  return (
    <FormDrawer
      title={`New style of ${order.orderNumber}`}
      dirty={isDirty}
      busy={isSubmitting}
      saveLabel="Add style"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <StyleFieldset at={0} title="The style and its lines" />
      </FormProvider>
    </FormDrawer>
  );
}
