import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { reportFormProblem } from '@/shared/api/errors';
import { FormDialog } from '@/shared/forms/FormDialog';
import { Field } from '@/shared/ui/Field';
import { Input } from '@/shared/ui/Input';
import { useRenewRecoveryCodes } from '../api';
import { RecoveryCodes } from './RecoveryCodes';

export default function RenewDialog({ onClose }: { onClose: () => void }) {
  const renew = useRenewRecoveryCodes();
  const [codes, setCodes] = useState<string[] | null>(null);
  const form = useForm({ defaultValues: { code: '' } });
  const save = form.handleSubmit(async ({ code }) => {
    try {
      setCodes((await renew.mutateAsync(code)).recoveryCodes);
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  if (codes) return <RecoveryCodes codes={codes} onClose={onClose} />;
  return (
    <FormDialog
      title="Make new recovery codes"
      description="The old ones open nothing any more."
      saveLabel="Make new codes"
      busy={renew.isPending}
      onSave={(event) => void save(event)}
      onClose={onClose}
    >
      <Field label="Code of the app" className="sm:col-span-2" error={form.formState.errors.code?.message}>
        <Input {...form.register('code', { required: 'Write the code.' })} autoComplete="one-time-code" autoFocus />
      </Field>
    </FormDialog>
  );
}
