import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { newIdempotencyKey, once } from '@/shared/api/change';
import { reportFormProblem, toProblem } from '@/shared/api/errors';
import { createSample, type OrderDto, type SampleDto } from '@/shared/api/generated';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { OrderPicker } from '@/shared/forms/OrderPicker';
import { notify } from '@/shared/lib/notify';
import { Field } from '@/shared/ui/Field';
import type { Option } from '@/shared/ui/Input';
import { Refusal } from '@/shared/ui/Refusal';
import { orderOf, useSampleNews } from '../api';
import { sampleSpecs } from '../specs';
import { newSampleBody, sampleValues } from '../values';
import { sampleName } from '../vocabulary';
import { LineSelect } from './LineSelect';
import { SampleFields } from './SampleFields';

interface NewSampleDrawerProps {
  /** Within its workspace; else the order is chosen here. */
  order?: OrderDto;
  /** The line it is for, to begin with. */
  lineId?: string;
  onAdded?: (sample: SampleDto) => void;
  onClose: () => void;
}

/** A sample to be made: the server counts it as the next round of its type for its line. */
export function NewSampleDrawer({ order: given, lineId, onAdded, onClose }: NewSampleDrawerProps) {
  const news = useSampleNews();
  const [key, setKey] = useState(newIdempotencyKey);
  const [waiting, setWaiting] = useState<{ error: unknown; track: string } | null>(null); // whether another round is meant
  const [chosen, setChosen] = useState<Option | null>(null);
  const loaded = useQuery({ ...orderOf(chosen?.value ?? ''), enabled: chosen !== null });
  const order = given ?? (chosen ? loaded.data : undefined);
  const form = useForm({
    defaultValues: {
      ...sampleValues({ type: 'lab_dip', recipient: given?.buyerName ?? given?.customerName, orderLineId: lineId }),
      orderId: given?.id ?? '',
    },
  });
  const { errors, isDirty, isSubmitting } = form.formState;

  const choose = (option: Option | null) => {
    setChosen(option);
    form.setValue('orderId', option?.value ?? '', { shouldDirty: true, shouldValidate: option !== null });
    form.setValue('orderLineId', '');
  };
  const submit = form.handleSubmit(async ({ orderId, ...values }) => {
    const track = `${values.orderLineId} ${values.type}`;
    const again = waiting?.track === track ? { again: true } : {};
    const body = { ...newSampleBody(orderId, values), ...again };
    try {
      const { data } = await createSample({ body, headers: once(key), throwOnError: true });
      news.changed(data);
      notify.success(`${sampleName(data)} is added.`);
      onClose();
      onAdded?.(data);
    } catch (error) {
      if (toProblem(error).code !== 'sample.round_waits') return reportFormProblem(form, error);
      setWaiting({ error, track });
      setKey(newIdempotencyKey());
    }
  });

  return (
    <FormDrawer
      title="New sample"
      description="It waits here until it is sent. A second one of the same type for the same line is its next round."
      dirty={isDirty}
      busy={isSubmitting}
      saveLabel={waiting ? 'Add another round' : 'Add sample'}
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <SampleFields specs={sampleSpecs}>
          {!given && (
            <Field label="Order" required error={errors.orderId?.message} className="sm:col-span-full">
              <OrderPicker value={chosen} onChange={choose} />
            </Field>
          )}
          <input type="hidden" {...form.register('orderId', { required: 'Choose the order it is for.' })} />
          <LineSelect order={order} />
        </SampleFields>
      </FormProvider>
      <Refusal error={waiting?.error} />
    </FormDrawer>
  );
}
