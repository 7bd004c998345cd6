import { FormProvider, useForm } from 'react-hook-form';
import { reportFormProblem } from '@/shared/api/errors';
import type { SampleDto } from '@/shared/api/generated';
import { FormDialog } from '@/shared/forms/FormDialog';
import { FormField } from '@/shared/forms/FormField';
import { changed, textOf } from '@/shared/forms/values';
import { notify } from '@/shared/lib/notify';
import { type SampleOption, useAddOption, useUpdateOption } from '../options';
import { newOptionSpecs, optionRejectionSpecs, optionSpecs } from '../specs';
import { sampleInSentence } from '../vocabulary';

export type OptionQuestion = { action: 'add' } | { action: 'edit' | 'reject'; option: SampleOption };

interface OptionDialogProps {
  sample: SampleDto;
  question: OptionQuestion;
  onClose: () => void;
}

export function OptionDialog({ sample, question, onClose }: OptionDialogProps) {
  if (question.action === 'add') return <AddOption sample={sample} onClose={onClose} />;
  return (
    <ChangeOption sample={sample} option={question.option} reject={question.action === 'reject'} onClose={onClose} />
  );
}

function AddOption({ sample, onClose }: Omit<OptionDialogProps, 'question'>) {
  const add = useAddOption(sample);
  const form = useForm({ defaultValues: { notes: '' } });
  const submit = form.handleSubmit(async ({ notes }) => {
    try {
      const { options } = await add.mutateAsync({ notes: notes.trim() || null });
      notify.success(`The round has ${options.length === 1 ? 'one option' : `${options.length} options`} now.`);
      onClose();
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  return (
    <FormDialog
      title={`Add an option to ${sampleInSentence(sample)}`}
      description="It gets the next free letter."
      busy={form.formState.isSubmitting}
      saveLabel="Add option"
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        <FormField name="notes" spec={newOptionSpecs.notes} className="sm:col-span-2" />
      </FormProvider>
    </FormDialog>
  );
}

interface ChangeOptionProps extends Omit<OptionDialogProps, 'question'> {
  option: SampleOption;
  /** The buyer refuses it, while the others are still looked at. */
  reject: boolean;
}

function ChangeOption({ sample, option, reject, onClose }: ChangeOptionProps) {
  const update = useUpdateOption(sample, option);
  const specs = reject ? optionRejectionSpecs : sample.decidedOn ? { remarks: optionSpecs.remarks } : optionSpecs;
  const form = useForm<Record<string, string>>({ defaultValues: textOf<string>(specs, { ...option }) });
  const submit = form.handleSubmit(async (values) => {
    const body = {
      ...changed<string>(specs, values, { ...option }),
      ...(reject ? { verdict: 'rejected' as const } : {}),
    };
    try {
      if (Object.keys(body).length > 0) await update.mutateAsync(body);
      notify.success(`Option ${option.label} is ${reject ? 'rejected' : 'saved'}.`);
      onClose();
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  return (
    <FormDialog
      title={`${reject ? 'Reject option' : 'Option'} ${option.label} of ${sampleInSentence(sample)}`}
      description={reject ? 'The others stay with the buyer.' : undefined}
      busy={form.formState.isSubmitting}
      saveLabel={reject ? 'Reject option' : 'Save option'}
      danger={reject}
      onSave={(event) => void submit(event)}
      onClose={onClose}
    >
      <FormProvider {...form}>
        {Object.entries(specs).map(([name, spec]) => (
          <FormField key={name} name={name} spec={spec} className="sm:col-span-2" />
        ))}
      </FormProvider>
    </FormDialog>
  );
}
