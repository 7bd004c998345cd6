import { useQuery } from '@tanstack/react-query';
import { LogOut, MonitorSmartphone } from 'lucide-react';
import { useState } from 'react';
import type { SessionDto } from '@/shared/api/generated';
import { deviceOf } from '@/shared/lib/device';
import { notify } from '@/shared/lib/notify';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { ErrorState, Skeleton } from '@/shared/ui/States';
import { Instant } from '@/shared/ui/Values';
import { sessionsQuery, useEndSessions } from '../api';

/** Where they are signed in; each can be ended from here, as when a phone is lost. */
export function Sessions() {
  const { data, error, isPending, refetch } = useQuery(sessionsQuery);
  const { mutate, mutateAsync, isPending: ending } = useEndSessions();
  const [asking, setAsking] = useState(false);
  const others = data?.results.filter(({ current }) => !current) ?? [];

  return (
    <Card
      title="Where you are signed in"
      actions={
        others.length > 0 && (
          <Button size="sm" onClick={() => setAsking(true)}>
            Sign out everywhere else
          </Button>
        )
      }
    >
      {isPending ? (
        <Skeleton className="h-24" />
      ) : data ? (
        <ul className="flex flex-col divide-y divide-line">
          {data.results.map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              busy={ending}
              onEnd={() =>
                mutate(session.id, {
                  onSuccess: () => notify.success(`${deviceOf(session.userAgent)} is signed out.`),
                })
              }
            />
          ))}
        </ul>
      ) : (
        <ErrorState title="This could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Sign out everywhere else?"
        confirmLabel="Sign out"
        onConfirm={async () => {
          await mutateAsync(null);
          notify.success('You are signed in here only.');
        }}
      >
        Every other device has to sign in again, at once.
      </ConfirmDialog>
    </Card>
  );
}

interface SessionRowProps {
  session: SessionDto;
  busy: boolean;
  onEnd: () => void;
}

function SessionRow({ session, busy, onEnd }: SessionRowProps) {
  const device = deviceOf(session.userAgent);
  return (
    <li className="flex flex-wrap items-center gap-3 py-3 first:pt-0 last:pb-0">
      <MonitorSmartphone aria-hidden className="size-5 shrink-0 text-muted" strokeWidth={1.75} />
      <div className="min-w-0 flex-1 basis-48 text-sm">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          <span title={session.userAgent ?? undefined}>{device}</span>
          {session.current && <Badge tone="good">This device</Badge>}
        </p>
        <p className="mt-0.5 text-[0.8125rem] text-muted">
          {session.address && <span className="break-all">{session.address} · </span>}
          last used <Instant at={session.lastUsedAt} />
        </p>
      </div>
      {!session.current && (
        <Button size="sm" icon={LogOut} disabled={busy} aria-label={`Sign out ${device}`} onClick={onEnd}>
          Sign out
        </Button>
      )}
    </li>
  );
}
