import { useForm } from 'react-hook-form';
import { reportFormProblem } from '@/shared/api/errors';
import type { UserDto } from '@/shared/api/generated';
import { notify } from '@/shared/lib/notify';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Field } from '@/shared/ui/Field';
import { Input, Select } from '@/shared/ui/Input';
import { useUpdateProfile } from '../api';

const languages = [
  { value: 'en', label: 'English' },
  { value: 'bn', label: 'বাংলা' },
];

/** What a person may change about themselves; their address and role are an admin's to change. */
export function OwnDetails({ profile }: { profile: UserDto }) {
  const update = useUpdateProfile(profile);
  const form = useForm({
    defaultValues: {
      ...{ fullName: profile.fullName, phone: profile.phone ?? '', department: profile.department ?? '' },
      language: profile.language,
    },
  });
  const { errors, isDirty } = form.formState;
  const save = form.handleSubmit(async ({ fullName, phone, department, language }) => {
    try {
      await update.mutateAsync({ fullName, phone: phone || null, department: department || null, language });
      form.reset({ fullName, phone, department, language });
      notify.success('Your profile is saved.');
    } catch (error) {
      reportFormProblem(form, error);
    }
  });

  return (
    <Card title="You">
      <form noValidate className="flex flex-col gap-4" onSubmit={(event) => void save(event)}>
        <Field label="Full name" required error={errors.fullName?.message}>
          <Input {...form.register('fullName', { required: 'Write your name.' })} autoComplete="name" />
        </Field>
        <Field label="E-mail" hint="An admin changes it.">
          <Input value={profile.email} readOnly autoComplete="username" />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Phone" error={errors.phone?.message}>
            <Input {...form.register('phone')} type="tel" autoComplete="tel" />
          </Field>
          <Field label="Department" error={errors.department?.message}>
            <Input {...form.register('department')} autoComplete="organization-title" />
          </Field>
        </div>
        <Field label="Language of mail" error={errors.language?.message} hint="What Provabook sends you by e-mail.">
          <Select {...form.register('language')} options={languages} />
        </Field>
        <div>
          <Button type="submit" variant="primary" busy={update.isPending} disabled={!isDirty}>
            Save
          </Button>
        </div>
      </form>
    </Card>
  );
}
