import { type DefaultValues, type FieldValues, FormProvider, useForm } from 'react-hook-form';
import type { ShipmentDto } from '@/shared/api/generated';
import { applyFieldErrors, toProblem } from '@/shared/api/errors';
import { FormDialog } from '@/shared/forms/FormDialog';
import { FormField } from '@/shared/forms/FormField';
import type { FieldSpec } from '@/shared/forms/specs';
import { formatDay } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { notify } from '@/shared/lib/notify';
import { useDeliver, useDepart, useReturn } from '../api';
import { deliverySpecs, departureSpecs, returnSpecs } from '../specs';
import type { ShipmentStatus } from '../vocabulary';

interface StepProps {
  shipment: ShipmentDto;
  onClose: () => void;
}

/** The question that a step asks before it is recorded. */
export function StepDialog({ to, ...step }: StepProps & { to: ShipmentStatus }) {
  if (to === 'in_transit') return <DepartDialog {...step} />;
  return to === 'delivered' ? <DeliverDialog {...step} /> : <ReturnDialog {...step} />;
}

/** As booked where that day has come, else today: nothing has left on a day to come. */
function DepartDialog({ shipment, onClose }: StepProps) {
  const { awbNumber, status, shippingDate, estimatedArrival } = shipment;
  const left = status === 'pending' && shippingDate <= today() ? shippingDate : today();
  const { mutateAsync, error } = useDepart(shipment);
  return (
    <Step
      title={`Record the departure of ${awbNumber}`}
      saveLabel="Record departure"
      specs={departureSpecs}
      initial={{ shippingDate: left, estimatedArrival: estimatedArrival ?? '' }}
      error={error}
      onClose={onClose}
      onSave={async (day) => {
        await mutateAsync({ shippingDate: day.shippingDate, estimatedArrival: day.estimatedArrival || null });
        notify.success(`${awbNumber} left on ${formatDay(day.shippingDate)}.`);
      }}
    />
  );
}

function DeliverDialog({ shipment, onClose }: StepProps) {
  const { awbNumber } = shipment;
  const { mutateAsync, error } = useDeliver(shipment);
  return (
    <Step
      title={`Record the delivery of ${awbNumber}`}
      saveLabel="Record delivery"
      specs={deliverySpecs}
      initial={{ deliveredOn: today() }}
      error={error}
      onClose={onClose}
      onSave={async (day) => {
        await mutateAsync(day);
        notify.success(`${awbNumber} was delivered on ${formatDay(day.deliveredOn)}.`);
      }}
    />
  );
}

function ReturnDialog({ shipment, onClose }: StepProps) {
  const { awbNumber } = shipment;
  const { mutateAsync, error } = useReturn(shipment);
  return (
    <Step
      title={`Record the return of ${awbNumber}`}
      saveLabel="Record return"
      specs={returnSpecs}
      initial={{ reason: '' }}
      error={error}
      onClose={onClose}
      onSave={async ({ reason }) => {
        await mutateAsync({ reason: reason.trim() });
        notify.success(`The return of ${awbNumber} is recorded.`);
      }}
    />
  );
}

interface StepFormProps<Values extends FieldValues> {
  title: string;
  saveLabel: string;
  specs: Record<keyof Values & string, FieldSpec>;
  initial: Values;
  /** What the server said; shown where it belongs to no field. */
  error: unknown;
  onSave: (values: Values) => Promise<void>;
  onClose: () => void;
}

function Step<Values extends FieldValues>(props: StepFormProps<Values>) {
  const { title, saveLabel, specs, initial, error, onSave, onClose } = props;
  const form = useForm<Values>({ defaultValues: initial as DefaultValues<Values> });
  const fields = Object.keys(specs) as (keyof Values & string)[];
  const onFields = error ? Object.keys(toProblem(error).errors).some((field) => field in specs) : false;
  const submit = form.handleSubmit(async (values) => {
    try {
      await onSave(values as Values);
      onClose();
    } catch (refused) {
      applyFieldErrors(form, toProblem(refused));
    }
  });
  return (
    <FormProvider {...form}>
      <FormDialog
        title={title}
        busy={form.formState.isSubmitting}
        saveLabel={saveLabel}
        refusal={onFields ? undefined : error}
        onSave={(event) => void submit(event)}
        onClose={onClose}
      >
        {fields.map((field) => (
          <FormField
            key={field}
            name={field}
            spec={specs[field]}
            className={fields.length === 1 ? 'sm:col-span-2' : undefined}
          />
        ))}
      </FormDialog>
    </FormProvider>
  );
}
