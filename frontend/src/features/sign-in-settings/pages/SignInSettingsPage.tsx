import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { reportFormProblem } from '@/shared/api/errors';
import type { SignInSettingsDto } from '@/shared/api/generated';
import { notify } from '@/shared/lib/notify';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Checkbox } from '@/shared/ui/Checkbox';
import { Field } from '@/shared/ui/Field';
import { Input } from '@/shared/ui/Input';
import { PageHeader } from '@/shared/ui/PageHeader';
import { DetailSkeleton, ErrorState } from '@/shared/ui/States';
import { signInSettingsQuery, useUpdateSignInSettings } from '../api';

type Role = SignInSettingsDto['secondFactorRoles'][number];
type Deed = SignInSettingsDto['proofDeeds'][number];

const roles: { value: Role; label: string }[] = [
  { value: 'admin', label: 'Admins' },
  { value: 'manager', label: 'Managers' },
  { value: 'merchandiser', label: 'Merchandisers' },
];

const deeds: { value: Deed; label: string; hint: string }[] = [
  { value: 'users', label: 'Users', hint: 'Accounts, roles, invitations, and this page.' },
  { value: 'letters_of_credit', label: 'Letters of credit', hint: 'Confirming that the terms of one can be kept.' },
  { value: 'prices', label: 'Agreed prices', hint: 'Changing a price or commission after it was confirmed.' },
  { value: 'links', label: 'Calendar links', hint: 'They open a calendar to whoever has them.' },
];

/** What the house asks of who signs in. */
export default function SignInSettingsPage() {
  const { data, error, isPending, refetch } = useQuery(signInSettingsQuery);
  return (
    <>
      <PageHeader title="Sign-in" description="What the house asks of its people, beside a password." />
      {isPending ? (
        <DetailSkeleton what="the settings" />
      ) : data ? (
        <Settings settings={data} />
      ) : (
        <ErrorState title="The settings could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
    </>
  );
}

function Settings({ settings }: { settings: SignInSettingsDto }) {
  const update = useUpdateSignInSettings(settings);
  const { secondFactorRoles, proofDeeds, proofMinutes } = settings;
  const form = useForm({ defaultValues: { secondFactorRoles, proofDeeds, proofMinutes } });
  const { errors, isDirty, isSubmitting } = form.formState;
  const save = form.handleSubmit(async (values) => {
    try {
      await update.mutateAsync(values);
      form.reset(values);
      notify.success('The settings are saved. They hold at once.');
    } catch (error) {
      reportFormProblem(form, error);
    }
  });
  return (
    <form noValidate className="flex max-w-2xl flex-col gap-5" onSubmit={(event) => void save(event)}>
      <Card title="Two-step sign-in">
        <p className="mb-4 text-sm text-muted">
          Who of these has no authenticator app yet sets one up before anything else is open to them. The others may.
        </p>
        <div className="flex flex-col gap-3">
          {roles.map(({ value, label }) => (
            <Checkbox key={value} {...form.register('secondFactorRoles')} value={value} label={label} />
          ))}
        </div>
      </Card>
      <Card title="Shown again">
        <p className="mb-4 text-sm text-muted">
          For these, people show once more that it is them: by a code of their app, or their password where they have
          none.
        </p>
        <div className="flex flex-col gap-3">
          {deeds.map(({ value, label, hint }) => (
            <Checkbox key={value} {...form.register('proofDeeds')} value={value} label={label} hint={hint} />
          ))}
        </div>
        <Field
          label="Minutes that it counts"
          hint="From the sign-in, or from when they showed it last."
          className="mt-5 max-w-60"
          error={errors.proofMinutes?.message}
        >
          <Input
            {...form.register('proofMinutes', {
              setValueAs: (typed: unknown) => Number(typed),
              validate: (minutes) =>
                (Number.isInteger(minutes) && minutes >= 1 && minutes <= 1440) || 'A whole number from 1 to 1,440.',
            })}
            inputMode="numeric"
          />
        </Field>
      </Card>
      <div>
        <Button type="submit" variant="primary" busy={isSubmitting} disabled={!isDirty}>
          Save
        </Button>
      </div>
    </form>
  );
}
