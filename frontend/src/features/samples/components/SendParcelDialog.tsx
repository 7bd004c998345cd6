import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { newIdempotencyKey } from '@/shared/api/change';
import { reportFormProblem } from '@/shared/api/errors';
import type { ParcelDto, SampleDto } from '@/shared/api/generated';
import { FormDialog } from '@/shared/forms/FormDialog';
import { textOf } from '@/shared/forms/values';
import { plural } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { useSendParcel } from '../parcels';
import { parcelSpecs } from '../specs';
import { sampleName } from '../vocabulary';
import { WayFields } from './WayFields';

interface SendParcelDialogProps {
  samples: readonly SampleDto[];
  onSent: (parcel: ParcelDto) => void;
  onClose: () => void;
}

/** All that was ticked goes in one box: one courier, one AWB, one day. */
export function SendParcelDialog({ samples, onSent, onClose }: SendParcelDialogProps) {
  const [key] = useState(newIdempotencyKey);
  const send = useSendParcel(key);
  const form = useForm({
    defaultValues: textOf(parcelSpecs, {
      sentOn: today(),
      courierName: shared(samples, 'courierName'),
      recipient: shared(samples, 'recipient') ?? shared(samples, 'customerName'),
    }),
  });
  const submit = form.handleSubmit(async ({ sentOn, courierName, awbNumber, recipient, notes }) => {
    const body = {
      sentOn,
      courierName: courierName.trim(),
      awbNumber: awbNumber.trim() || null,
      recipient: recipient.trim() || null,
      notes: notes.trim() || null,
      sampleIds: samples.map(({ id }) => id),
    };
    try {
      onSent(await send.mutateAsync(body));
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  return (
    <FormDialog
      title={`Send ${plural(samples.length, 'sample')} as one parcel`}
      description="All of them are with the buyer then; the gate of each line follows."
      busy={form.formState.isSubmitting}
      saveLabel="Send parcel"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <ul
        aria-label="In this parcel"
        tabIndex={0}
        className="max-h-36 overflow-y-auto rounded-lg bg-sunken px-3 py-2 text-[0.8125rem] sm:col-span-2"
      >
        {samples.map((sample) => (
          <li key={sample.id} className="py-0.5">
            {sampleName(sample)} <span className="text-muted">· {sample.orderNumber}</span>
          </li>
        ))}
      </ul>
      <FormProvider {...form}>
        <WayFields specs={parcelSpecs} />
      </FormProvider>
    </FormDialog>
  );
}

/** What all of them say alike; null where they differ. */
function shared(samples: readonly SampleDto[], field: 'courierName' | 'recipient' | 'customerName'): string | null {
  const [first, ...others] = samples.map((sample) => sample[field]);
  return first && others.every((each) => each === first) ? first : null;
}
