import { useForm } from 'react-hook-form';
import { reportFormProblem } from '@/shared/api/errors';
import { FormDialog } from '@/shared/forms/FormDialog';
import { notify } from '@/shared/lib/notify';
import { Field } from '@/shared/ui/Field';
import { Input } from '@/shared/ui/Input';
import { useLinkIdentity, useUnlinkIdentity } from '../api';

interface IdentityDialogProps {
  provider: string;
  isLinked: boolean;
  onClose: () => void;
}

/** The password once more, then to the provider; or the end of the link. */
export default function IdentityDialog({ provider, isLinked, onClose }: IdentityDialogProps) {
  const link = useLinkIdentity();
  const unlink = useUnlinkIdentity();
  const form = useForm({ defaultValues: { password: '' } });
  const save = form.handleSubmit(async ({ password }) => {
    try {
      if (!isLinked) return await link.mutateAsync(password);
      await unlink.mutateAsync(password);
      notify.success(`${provider} opens your account no more.`);
      onClose();
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  return (
    <FormDialog
      title={isLinked ? `Unlink ${provider}?` : `Link ${provider}`}
      description={
        isLinked
          ? 'You sign in with your password then, until you link it again here.'
          : `Your password first. Then you sign in at ${provider} and come back here.`
      }
      saveLabel={isLinked ? 'Unlink' : 'Go on'}
      danger={isLinked}
      busy={link.isPending || unlink.isPending}
      onSave={(event) => void save(event)}
      onClose={onClose}
    >
      <Field label="Password" error={form.formState.errors.password?.message}>
        <Input
          {...form.register('password', { required: 'Write your password.' })}
          type="password"
          autoComplete="current-password"
          autoFocus
        />
      </Field>
    </FormDialog>
  );
}
