import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { newIdempotencyKey, once } from '@/shared/api/change';
import { reportFormProblem } from '@/shared/api/errors';
import {
  type LetterOfCreditDto,
  type ReceivableDto,
  recordDrawing,
  type RecordDrawingDto,
} from '@/shared/api/generated';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { FormField } from '@/shared/forms/FormField';
import { filled, textOf } from '@/shared/forms/values';
import { today } from '@/shared/lib/house';
import { notify } from '@/shared/lib/notify';
import { type DrawingField, drawingSpecs } from '../specs';
import { asRead, useCreditDeed } from './credits';

const fields = Object.keys(drawingSpecs) as DrawingField[];

interface RecordDrawingDrawerProps {
  credit: LetterOfCreditDto;
  /** The invoice that its documents are of, where it is known: the form begins with it. */
  owed?: ReceivableDto;
  onClose: () => void;
}

/** Documents that the bank has got, for how much. */
export function RecordDrawingDrawer({ credit, owed, onClose }: RecordDrawingDrawerProps) {
  const [key] = useState(newIdempotencyKey);
  const form = useForm({
    defaultValues: textOf<DrawingField>(drawingSpecs, { presentedOn: today(), ...(owed && ofInvoice(owed)) }),
  });
  const { isDirty, isSubmitting } = form.formState;
  const { mutateAsync } = useCreditDeed(credit, (body: RecordDrawingDto) => {
    const read = asRead(credit);
    return recordDrawing({ ...read, headers: { ...read.headers, ...once(key) }, body });
  });
  const submit = form.handleSubmit(async (values) => {
    try {
      await mutateAsync(filled(drawingSpecs, values) as unknown as RecordDrawingDto);
      notify.success(`The presentation under LC ${credit.lcNumber} is recorded.`);
      onClose();
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  return (
    <FormDrawer
      title={`Presentation under LC ${credit.lcNumber}`}
      description="Documents that the bank has got, for how much."
      dirty={isDirty}
      busy={isSubmitting}
      saveLabel="Record presentation"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <div className="grid gap-4 sm:grid-cols-2">
          {fields.map((field) => (
            <FormField
              key={field}
              name={field}
              spec={drawingSpecs[field]}
              className={field === 'notes' || field === 'reference' ? 'sm:col-span-full' : undefined}
            />
          ))}
        </div>
      </FormProvider>
    </FormDrawer>
  );
}

const ofInvoice = ({ invoiceNumber, amount, shippedOn }: ReceivableDto) => ({
  reference: invoiceNumber,
  amount,
  shippedOn,
});
