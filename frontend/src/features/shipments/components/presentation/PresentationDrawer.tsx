import { FormProvider, useForm } from 'react-hook-form';
import { reportFormProblem } from '@/shared/api/errors';
import type { PresentationDto, ShipmentDto, ShipmentPresentationDto } from '@/shared/api/generated';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { FormField } from '@/shared/forms/FormField';
import { changed, textOf } from '@/shared/forms/values';
import { notify } from '@/shared/lib/notify';
import { Checkbox } from '@/shared/ui/Checkbox';
import { useUpdatePresentation } from '../../presentation';
import { type PresentationField, presentationSpecs } from '../../specs';
import { creditOptions } from './credit-options';

interface PresentationDrawerProps {
  shipment: ShipmentDto;
  found: ShipmentPresentationDto;
  presentation: PresentationDto;
  onClose: () => void;
}

/** What the bank will see and no list of the shipment holds: days, clauses, the insurance. */
export function PresentationDrawer({ shipment, found, presentation, onClose }: PresentationDrawerProps) {
  const update = useUpdatePresentation(shipment.id, presentation);
  const form = useForm({
    defaultValues: {
      ...textOf<PresentationField>(presentationSpecs, presentation),
      isClean: presentation.isClean,
      isTranshipped: presentation.isTranshipped,
    },
  });
  const { isDirty, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async ({ isClean, isTranshipped, ...values }) => {
    try {
      await update.mutateAsync({
        ...changed<PresentationField>(presentationSpecs, values, presentation),
        ...(isClean === presentation.isClean ? {} : { isClean }),
        ...(isTranshipped === presentation.isTranshipped ? {} : { isTranshipped }),
      });
      notify.success('The presentation is saved, and checked anew.');
      onClose();
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  const credits = { ...presentationSpecs.letterOfCreditId, options: creditOptions(found.credits) };
  return (
    <FormDrawer
      title={`Presentation of ${shipment.awbNumber}`}
      description="Nothing goes to the bank from here: it says what the bank would find."
      dirty={isDirty}
      busy={isSubmitting}
      saveLabel="Save presentation"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <FormField name="letterOfCreditId" spec={credits} className="sm:col-span-full" />
          <FormField name="presentOn" spec={presentationSpecs.presentOn} />
          <FormField name="onBoardOn" spec={presentationSpecs.onBoardOn} />
          <Checkbox
            label="The transport document is clean"
            hint="No clause says that goods or packing are defective."
            className="sm:col-span-full"
            {...form.register('isClean')}
          />
          <Checkbox
            label="The transport document shows transhipment"
            hint="The goods change ships or planes on their way."
            className="sm:col-span-full"
            {...form.register('isTranshipped')}
          />
          <FormField name="insuredAmount" spec={presentationSpecs.insuredAmount} />
          <FormField name="insuredCurrency" spec={presentationSpecs.insuredCurrency} />
          <FormField name="insuredOn" spec={presentationSpecs.insuredOn} />
        </div>
      </FormProvider>
    </FormDrawer>
  );
}
