import { useState } from 'react';
import { Controller, FormProvider, useForm } from 'react-hook-form';
import { createShipment, type CreateShipmentDto, type ShipmentDto } from '@/shared/api/generated';
import { newIdempotencyKey, once } from '@/shared/api/change';
import { reportFormProblem } from '@/shared/api/errors';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { OrderPicker } from '@/shared/forms/OrderPicker';
import { filled, textOf } from '@/shared/forms/values';
import { today } from '@/shared/lib/house';
import { notify } from '@/shared/lib/notify';
import { Field } from '@/shared/ui/Field';
import type { Option } from '@/shared/ui/Input';
import { useShipmentNews } from '../api';
import { shipmentSpecs } from '../specs';
import { ShipmentFields } from './ShipmentFields';

interface NewShipmentDrawerProps {
  /** Of this order; without one the form asks. */
  order?: { id: string; orderNumber: string };
  onClose: () => void;
  onBooked?: (shipment: ShipmentDto) => void;
}

export function NewShipmentDrawer({ order, onClose, onBooked }: NewShipmentDrawerProps) {
  const news = useShipmentNews();
  const [key] = useState(newIdempotencyKey);
  const form = useForm({
    defaultValues: { ...textOf(shipmentSpecs, { shippingDate: today() }), orderId: null as Option | null },
  });
  const { isDirty, isSubmitting } = form.formState;

  const submit = form.handleSubmit(async ({ orderId, ...values }) => {
    try {
      const body = { ...filled(shipmentSpecs, values), orderId: order?.id ?? orderId?.value } as CreateShipmentDto;
      const { data } = await createShipment({ body, headers: once(key), throwOnError: true });
      news.of(data);
      notify.success(`Shipment ${data.awbNumber} of ${data.orderNumber} is booked.`);
      onClose();
      onBooked?.(data);
    } catch (error) {
      reportFormProblem(form, error);
    }
  });

  return (
    <FormDrawer
      title={order ? `New shipment of ${order.orderNumber}` : 'New shipment'}
      description="It is booked now, and on its way once its departure is recorded."
      dirty={isDirty}
      busy={isSubmitting}
      saveLabel="Book shipment"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        {!order && (
          <Controller
            name="orderId"
            control={form.control}
            rules={{ required: 'Of which order?' }}
            render={({ field: { value, onChange, onBlur }, fieldState }) => (
              <Field label="Order" required error={fieldState.error?.message} className="mb-4">
                <OrderPicker value={value} onChange={onChange} onBlur={onBlur} />
              </Field>
            )}
          />
        )}
        <ShipmentFields />
      </FormProvider>
    </FormDrawer>
  );
}
