import { useQuery } from '@tanstack/react-query';
import { LogOut, MonitorSmartphone } from 'lucide-react';
import type { UserDto } from '@/shared/api/generated';
import { deviceOf } from '@/shared/lib/device';
import { notify } from '@/shared/lib/notify';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Drawer } from '@/shared/ui/Drawer';
import { EmptyState, ErrorState, Skeleton } from '@/shared/ui/States';
import { Instant } from '@/shared/ui/Values';
import { userSessionsQuery, useEndUserSessions } from '../api';

/** Where somebody is signed in; an admin ends one of them, or all, as when a phone is lost. */
export function SessionsDrawer({ user, onClose }: { user: UserDto; onClose: () => void }) {
  const { data, error, isPending, refetch } = useQuery(userSessionsQuery(user.id));
  const end = useEndUserSessions(user.id);
  const endAll = () =>
    end.mutate(null, { onSuccess: () => notify.success(`${user.fullName} is signed out everywhere.`) });
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Where ${user.fullName} is signed in`}
      focusWhole
      footer={
        Boolean(data?.results.length) && (
          <Button icon={LogOut} busy={end.isPending} onClick={endAll}>
            Sign out everywhere
          </Button>
        )
      }
    >
      {isPending ? (
        <Skeleton className="h-48" />
      ) : !data ? (
        <ErrorState title="This could not be loaded" error={error} onRetry={() => void refetch()} />
      ) : data.results.length ? (
        <ul className="flex flex-col divide-y divide-line">
          {data.results.map(({ id, userAgent, address, lastUsedAt, current }) => (
            <li key={id} className="flex items-center gap-3 py-3 text-sm first:pt-0">
              <MonitorSmartphone aria-hidden className="size-5 shrink-0 text-muted" strokeWidth={1.75} />
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  {deviceOf(userAgent)}
                  {current && <Badge tone="good">This device</Badge>}
                </p>
                <p className="mt-0.5 break-all text-[0.8125rem] text-muted">
                  {address && `${address} · `}last used <Instant at={lastUsedAt} />
                </p>
              </div>
              <Button
                size="sm"
                disabled={end.isPending}
                aria-label={`Sign out ${deviceOf(userAgent)}`}
                onClick={() => end.mutate(id)}
              >
                Sign out
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState icon={MonitorSmartphone} title="Nowhere" />
      )}
    </Drawer>
  );
}
