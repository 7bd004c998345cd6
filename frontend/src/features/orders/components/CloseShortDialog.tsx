import { FormProvider, useForm } from 'react-hook-form';
import type { LineDto } from '@/shared/api/generated';
import { reportFormProblem } from '@/shared/api/errors';
import { FormDialog } from '@/shared/forms/FormDialog';
import { FormField } from '@/shared/forms/FormField';
import { day, type FieldSpec, long } from '@/shared/forms/specs';
import { useOverride } from '@/shared/gates/override';
import { today } from '@/shared/lib/house';
import { notify } from '@/shared/lib/notify';
import { useCloseShort } from '../api';

const specs = {
  reason: { ...long('Reason', 1000), required: 'Say why the rest is not coming.' },
  closedOn: { ...day('Closed on'), required: 'On which day?' },
} satisfies Record<string, FieldSpec>;

/** Whether less came than the tolerance allows, and the line can be completed all the same. */
export const canCloseShort = ({ delivery, nextStatuses }: LineDto): boolean =>
  nextStatuses.includes('completed') && (delivery.verdict === 'short' || delivery.verdict === 'nothing');

/** Completes a line of which the rest is not coming. */
export function CloseShortDialog({ line, onClose }: { line: LineDto; onClose: () => void }) {
  const { attempt, question } = useOverride();
  const { mutate, isPending } = useCloseShort(line, attempt);
  const form = useForm({ defaultValues: { reason: '', closedOn: today() } });
  const submit = form.handleSubmit((values) =>
    mutate(values, {
      onSuccess: () => {
        notify.success(`${line.label} is closed short.`);
        onClose();
      },
      onError: (error) => reportFormProblem(form, error),
    }),
  );
  return (
    <>
      <FormDialog
        title={`Close short: ${line.label}`}
        description={`${line.delivery.sentence} The line is completed; what was ordered stays as it was agreed.`}
        busy={isPending}
        saveLabel="Close short"
        onSave={(event) => void submit(event)}
        onClose={onClose}
      >
        <FormProvider {...form}>
          <FormField name="reason" spec={specs.reason} className="sm:col-span-2" />
          <FormField name="closedOn" spec={specs.closedOn} />
        </FormProvider>
      </FormDialog>
      {question}
    </>
  );
}
