import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { plural } from '@/shared/lib/format';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { ErrorState, Skeleton } from '@/shared/ui/States';
import { Instant } from '@/shared/ui/Values';
import { secondFactorQuery } from '../api';

const EnrolDialog = lazy(() => import('./EnrolDialog')); // draws the QR code: nobody else needs that
const RenewDialog = lazy(() => import('./RenewDialog'));
const DisableDialog = lazy(() => import('./DisableDialog'));

/** Codes of an authenticator app at the sign-in, beside the password. */
export function SecondFactor() {
  const { data, error, isPending, refetch } = useQuery(secondFactorQuery);
  const [open, setOpen] = useState<'enrol' | 'renew' | 'disable' | null>(null);
  const close = () => setOpen(null);
  return (
    <Card
      title="Two-step sign-in"
      actions={data && <Badge tone={data.enrolledAt ? 'good' : 'calm'}>{data.enrolledAt ? 'On' : 'Off'}</Badge>}
    >
      {isPending ? (
        <Skeleton className="h-16" />
      ) : !data ? (
        <ErrorState title="This could not be loaded" error={error} onRetry={() => void refetch()} />
      ) : data.enrolledAt ? (
        <>
          <p className="text-sm">
            You show a code of your authenticator app when you sign in, since <Instant at={data.enrolledAt} />.
          </p>
          <p className="mt-1 text-[0.8125rem] text-muted">
            {plural(data.recoveryCodesLeft, 'recovery code')} left for the day the phone is lost.
            {data.required && ' The house wants this of your role.'}
          </p>
          <div className="mt-4 flex flex-wrap gap-2">
            <Button onClick={() => setOpen('renew')}>New recovery codes</Button>
            {!data.required && <Button onClick={() => setOpen('disable')}>Turn off</Button>}
          </div>
        </>
      ) : (
        <>
          <p className="text-sm">
            A code of an app on your phone, beside your password. Who has guessed or stolen the password still stays
            outside.
          </p>
          <Button variant={data.required ? 'primary' : 'secondary'} className="mt-4" onClick={() => setOpen('enrol')}>
            Set up
          </Button>
        </>
      )}
      <Suspense>
        {open === 'enrol' && <EnrolDialog onClose={close} />}
        {open === 'renew' && <RenewDialog onClose={close} />}
        {open === 'disable' && <DisableDialog onClose={close} />}
      </Suspense>
    </Card>
  );
}
