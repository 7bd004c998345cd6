import { useForm } from 'react-hook-form';
import { reportFormProblem } from '@/shared/api/errors';
import { notify } from '@/shared/lib/notify';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Field } from '@/shared/ui/Field';
import { Input } from '@/shared/ui/Input';
import { useChangePassword } from '../api';

const empty = { currentPassword: '', newPassword: '', again: '' };

export function PasswordForm() {
  const change = useChangePassword();
  const form = useForm({ defaultValues: empty });
  const { errors } = form.formState;
  const save = form.handleSubmit(async ({ currentPassword, newPassword, again }) => {
    if (newPassword !== again) {
      form.setError('again', { message: 'The two are not the same.' }, { shouldFocus: true });
      return;
    }
    try {
      await change.mutateAsync({ currentPassword, newPassword });
      form.reset(empty);
      notify.success('Your password is changed. Your other sessions have ended.');
    } catch (error) {
      reportFormProblem(form, error);
    }
  });

  return (
    <Card title="Password">
      <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void save(event)}>
        <Field label="Present password" required error={errors.currentPassword?.message}>
          <Input
            {...form.register('currentPassword', { required: 'Write your present password.' })}
            type="password"
            autoComplete="current-password"
          />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label="New password"
            required
            error={errors.newPassword?.message}
            hint="12 characters or more; a few unrelated words are good."
          >
            <Input
              {...form.register('newPassword', { required: 'Write a new password.' })}
              type="password"
              autoComplete="new-password"
            />
          </Field>
          <Field label="New password again" required error={errors.again?.message}>
            <Input {...form.register('again')} type="password" autoComplete="new-password" />
          </Field>
        </div>
        <div>
          <Button type="submit" busy={change.isPending}>
            Change password
          </Button>
        </div>
      </form>
    </Card>
  );
}
