import { FormProvider, useForm } from 'react-hook-form';
import { reportFormProblem } from '@/shared/api/errors';
import type { ParcelDto, SampleDto } from '@/shared/api/generated';
import { FormDialog } from '@/shared/forms/FormDialog';
import { FormField } from '@/shared/forms/FormField';
import { plural } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { notify } from '@/shared/lib/notify';
import { useReceive } from '../api';
import { parcelName, useReceiveParcel } from '../parcels';
import { receiptSpecs } from '../specs';
import { sampleInSentence, sampleName } from '../vocabulary';

/** The buyer got it. */
export function ReceiveSampleDialog({ sample, onClose }: { sample: SampleDto; onClose: () => void }) {
  const receive = useReceive(sample);
  return (
    <ReceiptDialog
      title={`Received: ${sampleInSentence(sample)}`}
      description="The buyer has it in hand. From here on the days count as theirs."
      receive={async (receivedOn) => {
        await receive.mutateAsync({ receivedOn });
        notify.success(`${sampleName(sample)} is received.`);
      }}
      onClose={onClose}
    />
  );
}

/** The box arrived, and all that is in it. */
export function ReceiveParcelDialog({ parcel, onClose }: { parcel: ParcelDto; onClose: () => void }) {
  const receive = useReceiveParcel(parcel);
  return (
    <ReceiptDialog
      title={`Received: ${parcelName(parcel)}`}
      description={`The buyer has the parcel, and with it ${plural(parcel.samples.length, 'sample')}.`}
      receive={async (receivedOn) => {
        await receive.mutateAsync({ receivedOn });
        notify.success(`${parcelName(parcel)} is received.`);
      }}
      onClose={onClose}
    />
  );
}

interface ReceiptDialogProps {
  title: string;
  description: string;
  receive: (receivedOn: string) => Promise<void>;
  onClose: () => void;
}

function ReceiptDialog({ title, description, receive, onClose }: ReceiptDialogProps) {
  const form = useForm({ defaultValues: { receivedOn: today() } });
  const submit = form.handleSubmit(async ({ receivedOn }) => {
    try {
      await receive(receivedOn);
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
      saveLabel="Received"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <FormField name="receivedOn" spec={receiptSpecs.receivedOn} />
      </FormProvider>
    </FormDialog>
  );
}
