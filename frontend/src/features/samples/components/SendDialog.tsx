import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { SampleDto } from '@/shared/api/generated';
import { newIdempotencyKey } from '@/shared/api/change';
import { reportFormProblem } from '@/shared/api/errors';
import { FormDialog } from '@/shared/forms/FormDialog';
import { textOf } from '@/shared/forms/values';
import { today } from '@/shared/lib/house';
import { notify } from '@/shared/lib/notify';
import { useSend, useSendAgain } from '../api';
import { sendSpecs } from '../specs';
import { sampleInSentence, sampleName } from '../vocabulary';
import { WayFields } from './WayFields';

type SendValues = Record<keyof typeof sendSpecs, string>;

interface SendDialogProps {
  sample: SampleDto;
  onClose: () => void;
}

/** It went to the buyer: when, to whom, and with which parcel. */
export function SendDialog({ sample, onClose }: SendDialogProps) {
  const { submissionDate: planned, recipient, customerName } = sample;
  const send = useSend(sample);
  return (
    <ParcelDialog
      title={`Send ${sampleInSentence(sample)}`}
      description={sample.orderLineId ? 'It is with the buyer then; the gate of its line follows.' : undefined}
      start={{
        ...sample,
        recipient: recipient ?? customerName,
        submissionDate: planned && planned < today() ? planned : today(),
      }}
      saveLabel="Mark as sent"
      send={(parcel) => send.mutateAsync(parcel)}
      onClose={onClose}
    />
  );
}

/** The next round of a refused sample, which goes at once. */
export function SendAgainDialog({ sample, onClose }: SendDialogProps) {
  const [key] = useState(newIdempotencyKey);
  const sendAgain = useSendAgain(sample);
  const { recipient, courierName } = sample;
  return (
    <ParcelDialog
      title={`Send again: ${sampleInSentence(sample)}`}
      description={`A new round is made and sent. This one stays on record as rejected: “${sample.rejectionReason}”`}
      start={{ recipient, courierName, submissionDate: today() }}
      saveLabel="Send again"
      send={(parcel) => sendAgain.mutateAsync({ key, parcel })}
      onClose={onClose}
    />
  );
}

interface ParcelDialogProps {
  title: string;
  description?: string;
  start: Partial<Record<keyof SendValues, string | null>>;
  saveLabel: string;
  send: (parcel: ReturnType<typeof parcelOf>) => Promise<SampleDto>;
  onClose: () => void;
}

function ParcelDialog({ title, description, start, saveLabel, send, onClose }: ParcelDialogProps) {
  const form = useForm<SendValues>({ defaultValues: textOf(sendSpecs, start) });
  const submit = form.handleSubmit(async (values) => {
    try {
      notify.success(`${sampleName(await send(parcelOf(values)))} is sent.`);
      onClose();
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  return (
    <FormDialog
      title={title}
      description={description}
      busy={form.formState.isSubmitting}
      saveLabel={saveLabel}
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <WayFields specs={sendSpecs} />
      </FormProvider>
    </FormDialog>
  );
}

/** What was emptied here is emptied there too. */
function parcelOf({ submissionDate, recipient, courierName, awbNumber }: SendValues) {
  return {
    submissionDate,
    recipient: recipient.trim() || null,
    courierName: courierName.trim() || null,
    awbNumber: awbNumber.trim() || null,
  };
}
