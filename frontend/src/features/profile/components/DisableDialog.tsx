import { useForm } from 'react-hook-form';
import { reportFormProblem } from '@/shared/api/errors';
import { FormDialog } from '@/shared/forms/FormDialog';
import { notify } from '@/shared/lib/notify';
import { Field } from '@/shared/ui/Field';
import { Input } from '@/shared/ui/Input';
import { useDisableSecondFactor } from '../api';

export default function DisableDialog({ onClose }: { onClose: () => void }) {
  const disable = useDisableSecondFactor();
  const form = useForm({ defaultValues: { password: '', code: '' } });
  const { errors } = form.formState;
  const save = form.handleSubmit(async (body) => {
    try {
      await disable.mutateAsync(body);
      notify.success('You sign in with your password alone again.');
      onClose();
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  return (
    <FormDialog
      title="Turn two-step sign-in off?"
      description="Your password alone then opens your account."
      saveLabel="Turn off"
      danger
      busy={disable.isPending}
      onSave={(event) => void save(event)}
      onClose={onClose}
    >
      <Field label="Password" error={errors.password?.message}>
        <Input
          {...form.register('password', { required: 'Write your password.' })}
          type="password"
          autoComplete="current-password"
          autoFocus
        />
      </Field>
      <Field label="Code of the app" error={errors.code?.message}>
        <Input {...form.register('code', { required: 'Write the code.' })} autoComplete="one-time-code" />
      </Field>
    </FormDialog>
  );
}
