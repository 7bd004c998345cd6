import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { newIdempotencyKey } from '@/shared/api/change';
import { reportFormProblem } from '@/shared/api/errors';
import type { InviteDto } from '@/shared/api/generated';
import { FormDialog } from '@/shared/forms/FormDialog';
import { notify } from '@/shared/lib/notify';
import { Field } from '@/shared/ui/Field';
import { Input, Select } from '@/shared/ui/Input';
import { useInvite } from '../api';
import { roles } from './roles';

/** Asks somebody into the house: they name themselves and choose a password by the link that they get. */
export function InviteForm({ onClose }: { onClose: () => void }) {
  const [key] = useState(newIdempotencyKey);
  const invite = useInvite(key);
  const form = useForm<Required<InviteDto>>({
    defaultValues: { email: '', role: 'merchandiser', fullName: '', department: '' },
  });
  const { errors, isSubmitting } = form.formState;
  const save = form.handleSubmit(async ({ email, role, fullName, department }) => {
    try {
      await invite.mutateAsync({ email, role, fullName: fullName || null, department: department || null });
      notify.success(`An invitation is on its way to ${email}.`);
      onClose();
    } catch (error) {
      reportFormProblem(form, error);
    }
  });

  return (
    <FormDialog
      title="Invite somebody"
      description="They get a link by mail, good for a week, and choose their own password."
      saveLabel="Send the invitation"
      busy={isSubmitting}
      onSave={(event) => void save(event)}
      onClose={onClose}
    >
      <Field label="E-mail" required error={errors.email?.message} className="sm:col-span-2">
        <Input
          {...form.register('email', { required: 'Write their e-mail address.' })}
          type="email"
          autoComplete="off"
        />
      </Field>
      <Field label="Role" error={errors.role?.message} className="sm:col-span-2">
        <Select {...form.register('role')} options={roles} />
      </Field>
      <Field label="Full name" error={errors.fullName?.message}>
        <Input {...form.register('fullName')} autoComplete="off" />
      </Field>
      <Field label="Department" error={errors.department?.message}>
        <Input {...form.register('department')} autoComplete="off" />
      </Field>
    </FormDialog>
  );
}
