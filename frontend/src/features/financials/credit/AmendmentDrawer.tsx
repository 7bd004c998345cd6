import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { newIdempotencyKey, once } from '@/shared/api/change';
import { reportFormProblem } from '@/shared/api/errors';
import { type LetterOfCreditDto, recordAmendment, type RecordAmendmentDto } from '@/shared/api/generated';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { FormField } from '@/shared/forms/FormField';
import { filled, textOf } from '@/shared/forms/values';
import { today } from '@/shared/lib/house';
import { notify } from '@/shared/lib/notify';
import { Field } from '@/shared/ui/Field';
import { Textarea } from '@/shared/ui/Input';
import { type AmendedField, amendedSpecs } from '../specs';
import { asRead, useCreditDeed } from './credits';

const fields = Object.keys(amendedSpecs) as AmendedField[];

/** An amendment of the bank: its MT707, or what it changes by hand. */
export function AmendmentDrawer({ credit, onClose }: { credit: LetterOfCreditDto; onClose: () => void }) {
  const [key] = useState(newIdempotencyKey);
  const form = useForm({
    defaultValues: { ...textOf<AmendedField>(amendedSpecs, { receivedOn: today() }), text: '' },
  });
  const { isDirty, isSubmitting, errors } = form.formState;
  const { mutateAsync } = useCreditDeed(credit, (body: RecordAmendmentDto) => {
    const read = asRead(credit);
    return recordAmendment({ ...read, headers: { ...read.headers, ...once(key) }, body });
  });

  const submit = form.handleSubmit(async ({ text, ...typed }) => {
    const { receivedOn, ...changes } = filled(amendedSpecs, typed);
    const body = {
      receivedOn,
      ...(text.trim() ? { text } : {}),
      ...(Object.keys(changes).length ? { changes } : {}),
    } as RecordAmendmentDto;
    try {
      await mutateAsync(body);
      notify.success(`An amendment of LC ${credit.lcNumber} is recorded. It waits for our answer.`);
      onClose();
    } catch (error) {
      reportFormProblem(form, error);
    }
  });

  return (
    <FormDrawer
      title={`Amendment of LC ${credit.lcNumber}`}
      description="Nothing changes until it is accepted."
      dirty={isDirty}
      busy={isSubmitting}
      saveLabel="Record amendment"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label="MT707"
            hint="Paste the text of the bank. What is typed below stands before it."
            error={errors.text?.message}
            className="sm:col-span-full"
          >
            <Textarea rows={8} className="font-mono text-xs" {...form.register('text')} />
          </Field>
          {fields.map((field) => (
            <FormField key={field} name={field} spec={amendedSpecs[field]} />
          ))}
        </div>
      </FormProvider>
    </FormDrawer>
  );
}
