import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { newIdempotencyKey } from '@/shared/api/change';
import { applyFieldErrors, reportProblem, toProblem } from '@/shared/api/errors';
import { FormDrawer } from '@/shared/forms/FormDrawer';
import { notify } from '@/shared/lib/notify';
import { useAddPapers } from '../../cargo';
import { paperName } from '../../vocabulary';
import { PaperFields, paperValues, type PaperValues, writtenPaper } from './PaperFields';

export function NewPaperDrawer({ shipmentId, onClose }: { shipmentId: string; onClose: () => void }) {
  const [key] = useState(newIdempotencyKey);
  const { mutateAsync } = useAddPapers(shipmentId);
  const form = useForm<PaperValues>({ defaultValues: paperValues() });
  const submit = form.handleSubmit(async (values) => {
    try {
      const [paper] = await mutateAsync({ papers: [writtenPaper(values)], key });
      if (paper) notify.success(`${paperName(paper)} is on the list.`);
      onClose();
    } catch (refused) {
      const problem = toProblem(refused);
      const errors = Object.entries(problem.errors).map(([field, told]) => [field.replace('papers.0.', ''), told]);
      if (errors.length) applyFieldErrors(form, { ...problem, errors: Object.fromEntries(errors) as never });
      else reportProblem(refused);
    }
  });
  return (
    <FormDrawer
      title="A paper that the shipment needs"
      dirty={form.formState.isDirty}
      busy={form.formState.isSubmitting}
      saveLabel="Add paper"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <PaperFields />
      </FormProvider>
    </FormDrawer>
  );
}
