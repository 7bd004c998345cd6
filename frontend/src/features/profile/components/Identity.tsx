import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useUrlState } from '@/shared/lib/search';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Instant } from '@/shared/ui/Values';
import { identityQuery } from '../api';
import { profileSearch } from '../search';

const IdentityDialog = lazy(() => import('./IdentityDialog'));

/** Their account at the house's identity provider, which opens the house beside the password; nothing where there is none. */
export function Identity() {
  const { data } = useQuery(identityQuery);
  const [{ oidc }] = useUrlState(profileSearch);
  const [open, setOpen] = useState(false);
  if (!data?.provider) return null;
  const { provider, linkedAt, lastUsedAt, email } = data;
  const failed = {
    taken: `That account at ${provider} is somebody else’s of this house.`,
    cancelled: `You did not sign in with ${provider}, so nothing was linked.`,
    failed: `${provider} did not confirm who you are, so nothing was linked.`,
    away: `${provider} does not answer. Try again in a minute.`,
    expired: 'This took too long, or was begun elsewhere. Please begin it again.',
    linked: null,
  }[oidc ?? 'linked'];
  return (
    <Card
      title={`Sign in with ${provider}`}
      actions={<Badge tone={linkedAt ? 'good' : 'calm'}>{linkedAt ? 'On' : 'Off'}</Badge>}
    >
      {failed && !linkedAt && (
        <p role="alert" className="mb-3 rounded-lg bg-bad-tint px-3 py-2.5 text-sm text-bad">
          {failed}
        </p>
      )}
      {linkedAt ? (
        <>
          <p className="text-sm">
            {email ? <span className="break-all font-medium">{email}</span> : 'Your account there'} opens your account
            here, beside your password.
          </p>
          <p className="mt-1 text-[0.8125rem] text-muted">
            Linked <Instant at={linkedAt} />
            {lastUsedAt && (
              <>
                , last used <Instant at={lastUsedAt} />
              </>
            )}
            .
          </p>
        </>
      ) : (
        <p className="text-sm">Link your account at {provider}, and it opens your account here beside your password.</p>
      )}
      <Button className="mt-4" onClick={() => setOpen(true)}>
        {linkedAt ? 'Unlink' : 'Link'}
      </Button>
      <Suspense>
        {open && <IdentityDialog provider={provider} isLinked={Boolean(linkedAt)} onClose={() => setOpen(false)} />}
      </Suspense>
    </Card>
  );
}
