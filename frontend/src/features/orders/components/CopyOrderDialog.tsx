import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { copyOrder, type OrderDto } from '@/shared/api/generated';
import { newIdempotencyKey, once } from '@/shared/api/change';
import { reportFormProblem } from '@/shared/api/errors';
import { FormDialog } from '@/shared/forms/FormDialog';
import { FormField } from '@/shared/forms/FormField';
import { day, type FieldSpec, text } from '@/shared/forms/specs';
import { filled } from '@/shared/forms/values';
import { notify } from '@/shared/lib/notify';
import { paths } from '@/shared/lib/paths';
import { useOrderNews } from '../api';
import { SameNumberNotice } from '../same-number/SameNumberNotice';

const specs: Record<'orderNumber' | 'etd', FieldSpec> = {
  orderNumber: text('PO number', 50, { hint: 'Left empty, the house numbers it.' }),
  etd: day('First ETD', 'The other days keep their distance to it. Left empty: no days.'),
};

/** A repeat: the same styles, lines and prices as a new order. */
export function CopyOrderDialog({ order, onClose }: { order: OrderDto; onClose: () => void }) {
  const navigate = useNavigate();
  const news = useOrderNews();
  const [key] = useState(newIdempotencyKey);
  const form = useForm({ defaultValues: { orderNumber: '', etd: '' } });
  const typed = useWatch({ control: form.control, name: 'orderNumber' });

  const submit = form.handleSubmit(async (values) => {
    try {
      const body = filled(specs, values);
      const { data } = await copyOrder({ path: { id: order.id }, body, headers: once(key), throwOnError: true });
      news.order(data);
      notify.success(`${data.orderNumber} is ordered again after ${order.orderNumber}.`);
      onClose();
      await navigate({ to: paths.order(data.id) });
    } catch (error) {
      reportFormProblem(form, error);
    }
  });

  return (
    <FormDialog
      title={`Order ${order.orderNumber} again`}
      description="Buyer, fabric, styles, lines, quantities and prices are taken over. Status, gates, samples and papers begin anew."
      busy={form.formState.isSubmitting}
      saveLabel="Create the order"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <FormField name="orderNumber" spec={specs.orderNumber} />
        <FormField name="etd" spec={specs.etd} />
      </FormProvider>
      <SameNumberNotice orderNumber={typed} className="sm:col-span-2" />
    </FormDialog>
  );
}
