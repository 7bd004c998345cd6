import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { newIdempotencyKey } from '@/shared/api/change';
import { reportFormProblem } from '@/shared/api/errors';
import type { ShipmentDto, ShipmentPresentationDto } from '@/shared/api/generated';
import { FormDialog } from '@/shared/forms/FormDialog';
import { FormField } from '@/shared/forms/FormField';
import { plural } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { useBegin } from '../../presentation';
import { presentationSpecs } from '../../specs';
import { creditOptions } from './credit-options';

interface BeginDialogProps {
  shipment: ShipmentDto;
  found: ShipmentPresentationDto;
  onClose: () => void;
}

/** Asks under which LC; what it asks for comes on the list of papers. */
export function BeginDialog({ shipment, found: { credit, credits, unlisted }, onClose }: BeginDialogProps) {
  const [key] = useState(newIdempotencyKey);
  const begin = useBegin(shipment.id);
  const form = useForm({ defaultValues: { letterOfCreditId: credit?.id ?? '' } });
  const save = form.handleSubmit(async ({ letterOfCreditId }) => {
    try {
      await begin.mutateAsync({ letterOfCreditId, key });
      notify.success('The papers that the LC asks for are on the list. Say whose work each is.');
      onClose();
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  return (
    <FormProvider {...form}>
      <FormDialog
        title={`Present the documents of ${shipment.awbNumber}`}
        description={
          unlisted
            ? `${plural(unlisted, 'document')} of field 46A will be added to the papers, each in the words of the LC.`
            : 'All that the LC asks for is on the list of papers already.'
        }
        busy={form.formState.isSubmitting}
        saveLabel="Begin presentation"
        onSave={(event) => void save(event)}
        onClose={onClose}
      >
        <FormField
          name="letterOfCreditId"
          spec={{ ...presentationSpecs.letterOfCreditId, options: creditOptions(credits) }}
          className="sm:col-span-full"
        />
      </FormDialog>
    </FormProvider>
  );
}
