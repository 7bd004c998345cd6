import { type FormEvent, useId } from 'react';
import { useForm } from 'react-hook-form';
import { reportFormProblem } from '@/shared/api/errors';
import type { UserDto } from '@/shared/api/generated';
import { Button } from '@/shared/ui/Button';
import { Checkbox } from '@/shared/ui/Checkbox';
import { Drawer } from '@/shared/ui/Drawer';
import { Field } from '@/shared/ui/Field';
import { Input, Select } from '@/shared/ui/Input';
import { roles } from './roles';

export interface UserValues {
  fullName: string;
  email: string;
  role: UserDto['role'];
  phone: string;
  department: string;
  password: string;
  isActive: boolean;
}

interface UserFormProps {
  title: string;
  description: string;
  /** Absent for somebody new, who needs a first password. */
  user?: UserDto;
  saveLabel: string;
  save: (values: UserValues) => Promise<unknown>;
  onClose: () => void;
}

/** Somebody new, or a change to somebody. */
export function UserForm({ title, description, user, saveLabel, save, onClose }: UserFormProps) {
  const id = useId();
  const form = useForm<UserValues>({
    defaultValues: {
      fullName: user?.fullName ?? '',
      email: user?.email ?? '',
      role: user?.role ?? 'merchandiser',
      phone: user?.phone ?? '',
      department: user?.department ?? '',
      password: '',
      isActive: user?.isActive ?? true,
    },
  });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    try {
      await save(values);
      onClose();
    } catch (error) {
      reportFormProblem(form, error);
    }
  });

  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={id} variant="primary" busy={isSubmitting}>
            {saveLabel}
          </Button>
        </>
      }
    >
      <form id={id} noValidate className="flex flex-col gap-4" onSubmit={(event: FormEvent) => void submit(event)}>
        <Field label="Full name" required error={errors.fullName?.message}>
          <Input {...form.register('fullName', { required: 'Write their name.' })} autoComplete="off" />
        </Field>
        <Field label="E-mail" required error={errors.email?.message} hint="They sign in with it.">
          <Input
            {...form.register('email', { required: 'Write their e-mail address.' })}
            type="email"
            autoComplete="off"
          />
        </Field>
        <Field label="Role" error={errors.role?.message}>
          <Select {...form.register('role')} options={roles} />
        </Field>
        <Field label="Phone" error={errors.phone?.message}>
          <Input {...form.register('phone')} type="tel" autoComplete="off" />
        </Field>
        <Field label="Department" error={errors.department?.message}>
          <Input {...form.register('department')} autoComplete="off" />
        </Field>
        <Field
          label={user ? 'New password' : 'First password'}
          required={!user}
          error={errors.password?.message}
          hint={
            user
              ? 'Leave empty to keep theirs. A new one ends their sessions, and they have to choose their own.'
              : 'At least 12 characters; they have to choose their own before anything else.'
          }
        >
          <Input
            {...form.register('password', user ? {} : { required: 'Give a first password.' })}
            type="password"
            autoComplete="new-password"
          />
        </Field>
        {user && (
          <Checkbox
            {...form.register('isActive')}
            label="May sign in"
            hint="Closing an account ends its sessions at once; what they did stays."
          />
        )}
      </form>
    </Drawer>
  );
}
