import { useQuery } from '@tanstack/react-query';
import { sentenceCase } from '@/shared/lib/format';
import { setTheme, type Theme, useTheme } from '@/shared/lib/theme';
import { Badge } from '@/shared/ui/Badge';
import { Card } from '@/shared/ui/Card';
import { Field } from '@/shared/ui/Field';
import { Select } from '@/shared/ui/Input';
import { PageHeader } from '@/shared/ui/PageHeader';
import { DetailSkeleton, ErrorState } from '@/shared/ui/States';
import { capabilitiesQuery, profileQuery } from '../api';
import { FirstThings } from '../components/FirstThings';
import { Identity } from '../components/Identity';
import { Notices } from '../components/Notices';
import { OwnDetails } from '../components/OwnDetails';
import { PasswordForm } from '../components/PasswordForm';
import { SecondFactor } from '../components/SecondFactor';
import { Sessions } from '../components/Sessions';

export default function ProfilePage() {
  const { data: profile, error, isPending, refetch } = useQuery(profileQuery);
  return (
    <>
      <PageHeader title="Profile" description={profile && `${profile.email} · ${sentenceCase(profile.role)}`} />
      <FirstThings />
      {isPending ? (
        <DetailSkeleton what="your profile" />
      ) : !profile ? (
        <ErrorState title="Your profile could not be loaded" error={error} onRetry={() => void refetch()} />
      ) : (
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <div className="flex min-w-0 flex-col gap-5">
            <OwnDetails profile={profile} />
            <PasswordForm />
            <SecondFactor />
            <Identity />
            <Sessions />
          </div>
          <div className="flex min-w-0 flex-col gap-5">
            <Notices />
            <Appearance />
            <WhatIMayDo />
          </div>
        </div>
      )}
    </>
  );
}

const themes: { value: Theme; label: string }[] = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

function Appearance() {
  const theme = useTheme((state) => state.theme);
  return (
    <Card title="Appearance">
      <Field label="Theme" hint="Kept on this device.">
        <Select value={theme} options={themes} onChange={({ target }) => setTheme(target.value as Theme)} />
      </Field>
    </Card>
  );
}

const reach: Record<string, string> = { own: 'own orders', house: 'whole house' };

/** Where the table's word is not what a person says. */
const verbs: Record<string, string> = {
  read: 'see',
  list: 'see',
  create: 'open',
  update: 'change',
  write: 'add and change',
  reassign: 'hand over',
  own: 'see and change your own',
  manage: 'add and change',
};

/** `letter_of_credit.read` → `Letter of credit` and `see`. */
function spoken(capability: string): { of: string; verb: string } {
  const [of = '', verb = ''] = capability.split('.');
  return { of: sentenceCase(of), verb: verbs[verb] ?? verb };
}

function WhatIMayDo() {
  const { data, error, refetch } = useQuery(capabilitiesQuery);
  if (error && !data) {
    return (
      <Card title="What you may do">
        <ErrorState title="This could not be loaded" error={error} onRetry={() => void refetch()} />
      </Card>
    );
  }
  const byThing = new Map<string, { verb: string; scope: string }[]>();
  for (const [capability, scope] of Object.entries(data?.capabilities ?? {})) {
    const { of, verb } = spoken(capability);
    byThing.set(of, [...(byThing.get(of) ?? []), { verb, scope: String(scope) }]);
  }
  return (
    <Card title="What you may do">
      <dl className="flex flex-col divide-y divide-line text-sm">
        {[...byThing].map(([of, verbs]) => (
          <div
            key={of}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5 py-2.5 first:pt-0 last:pb-0"
          >
            <dt className="font-medium">{of}</dt>
            <dd className="flex flex-wrap gap-1.5">
              {verbs.map(({ verb, scope }) => (
                <Badge key={verb} title={reach[scope] ?? scope}>
                  {verb}
                  <span className="sr-only">, {reach[scope] ?? scope}</span>
                </Badge>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-[0.8125rem] text-muted">
        A merchandiser's reach is their own orders and what lies under them; a manager's and an admin's the whole house.
      </p>
    </Card>
  );
}
