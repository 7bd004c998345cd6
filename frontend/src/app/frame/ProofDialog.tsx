import { useForm } from 'react-hook-form';
import { reportFormProblem } from '@/shared/api/errors';
import { proveItIsMe } from '@/shared/api/generated';
import { useProofQuestion } from '@/shared/api/proof';
import { FormDialog } from '@/shared/forms/FormDialog';
import { Field } from '@/shared/ui/Field';
import { Input } from '@/shared/ui/Input';

const words = {
  password: { label: 'Password', needed: 'Write your password.', autoComplete: 'current-password', type: 'password' },
  code: { label: 'Code of the app', needed: 'Write the code.', autoComplete: 'one-time-code', type: 'text' },
} as const;

/** Over whatever is open: what was typed there stays, and is sent once this is answered. */
export default function ProofDialog() {
  const question = useProofQuestion((state) => state.question);
  const form = useForm({ defaultValues: { password: '', code: '' } });
  if (!question) return null;
  const { by, answer } = question;
  const { label, needed, ...input } = words[by];
  const save = form.handleSubmit(async (values) => {
    try {
      await proveItIsMe({ body: { [by]: values[by] }, throwOnError: true });
      form.reset();
      answer(true);
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  return (
    <FormDialog
      title="Is it still you?"
      description="What you are about to do, the house wants done only by who has just shown who they are."
      saveLabel="Go on"
      busy={form.formState.isSubmitting}
      onSave={(event) => {
        event?.stopPropagation(); // not the form underneath
        void save(event);
      }}
      onClose={() => {
        form.reset();
        answer(false);
      }}
    >
      <Field label={label} className="sm:col-span-2" error={form.formState.errors[by]?.message}>
        <Input {...form.register(by, { required: needed })} {...input} autoFocus />
      </Field>
    </FormDialog>
  );
}
