import { FormProvider, useForm } from 'react-hook-form';
import {
  getSupplierDelivery,
  type OrderDto,
  type SupplierDeliveryDto,
  updateSupplierDelivery,
} from '@/shared/api/generated';
import { reportFormProblem } from '@/shared/api/errors';
import { ClashPanel } from '@/shared/forms/ClashPanel';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { FormField } from '@/shared/forms/FormField';
import { useSaveOver } from '@/shared/forms/use-save-over';
import { formatDay } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { useDeliveryNews } from '../api';
import { deliveryChanges, deliverySpecs, deliveryValues, lineSpec } from '../specs';

interface EditDeliveryDrawerProps {
  order: OrderDto;
  delivery: SupplierDeliveryDto;
  onClose: () => void;
}

export function EditDeliveryDrawer({ order, delivery, onClose }: EditDeliveryDrawerProps) {
  const news = useDeliveryNews();
  const form = useForm({ defaultValues: deliveryValues(delivery) });
  const path = { id: delivery.id };
  const { read, save, busy, clash, resolve } = useSaveOver<SupplierDeliveryDto>({
    read: delivery,
    send: async (body, headers) => (await updateSupplierDelivery({ path, body, headers, throwOnError: true })).data,
    reload: async () => (await getSupplierDelivery({ path, throwOnError: true })).data,
    onSaved: (saved) => {
      void news();
      notify.success(`The delivery of ${formatDay(saved.deliveryDate)} is saved.`);
      onClose();
    },
    onProblem: (error) => reportFormProblem(form, error),
  });
  const submit = form.handleSubmit(async (values) => {
    const body = deliveryChanges(values, read);
    if (Object.keys(body).length === 0) onClose();
    else await save(body);
  });

  return (
    <FormDrawer
      title={`Delivery of ${formatDay(delivery.deliveryDate)}`}
      description={`Order ${order.orderNumber}`}
      dirty={form.formState.isDirty}
      busy={busy}
      saveLabel="Save delivery"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <ClashPanel clash={clash} busy={busy} onResolve={resolve} className="mb-6" />
      <FormProvider {...form}>
        <div className="@container">
          <div className="grid gap-4 @md:grid-cols-2">
            <FormField name="orderLineId" spec={lineSpec(order)} />
            <FormField name="kind" spec={deliverySpecs.kind} />
            <FormField name="deliveryDate" spec={deliverySpecs.deliveryDate} />
            <FormField name="challanNumber" spec={deliverySpecs.challanNumber} />
            <FormField name="deliveredQuantity" spec={deliverySpecs.deliveredQuantity} />
            <FormField name="unit" spec={deliverySpecs.unit} />
            <FormField name="rollCount" spec={deliverySpecs.rollCount} />
            <FormField name="notes" spec={deliverySpecs.notes} className="@md:col-span-2" />
          </div>
        </div>
      </FormProvider>
    </FormDrawer>
  );
}
