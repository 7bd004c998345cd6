import { useQuery } from '@tanstack/react-query';
import type { NotificationPreferencesDto } from '@/shared/api/generated';
import { Card } from '@/shared/ui/Card';
import { Switch } from '@/shared/ui/Checkbox';
import { Select } from '@/shared/ui/Input';
import { ErrorState, Skeleton } from '@/shared/ui/States';
import { preferencesQuery, useSetPreferences } from '../api';

type Ways = NotificationPreferencesDto['ways'];
type Kind = keyof Ways;
type NoticeWay = NonNullable<Ways[Kind]>;

const kinds: { value: Kind; label: string }[] = [
  { value: 'alerts', label: 'Alerts' },
  { value: 'tasks', label: 'Tasks' },
  { value: 'comments', label: 'Comments' },
  { value: 'orders', label: 'Orders and gates' },
  { value: 'samples', label: 'Samples' },
  { value: 'money', label: 'PIs, LCs and payments' },
  { value: 'output', label: 'Output and shipments' },
  { value: 'incidents', label: 'Incidents' },
  { value: 'deletions', label: 'Requests to delete' },
];

const ways: { value: NoticeWay; label: string }[] = [
  { value: 'in_app', label: 'In the app' },
  { value: 'digest', label: 'And in the daily mail' },
  { value: 'email', label: 'And by mail at once' },
  { value: 'off', label: 'Not at all' },
];

/** How they hear of what happens: in the inbox, by mail, or not. */
export function Notices() {
  const { data, error, isPending, refetch } = useQuery(preferencesQuery);
  const { mutate, isPending: saving } = useSetPreferences();
  return (
    <Card title="Notices">
      {isPending ? (
        <Skeleton className="h-64" />
      ) : data ? (
        <div className="flex flex-col gap-4">
          <Switch
            label="Digest of alerts"
            hint="What is open and yours, by mail once a day while there is something."
            checked={data.digest}
            disabled={saving}
            onChange={(digest) => mutate({ digest })}
          />
          <ul className="flex flex-col gap-2">
            {kinds.map(({ value, label }) => (
              <li key={value} className="flex items-center justify-between gap-3">
                <label htmlFor={`way-${value}`} className="min-w-0">
                  {label}
                </label>
                <div className="w-48 shrink-0">
                  <Select
                    id={`way-${value}`}
                    value={data.ways[value]}
                    options={ways}
                    disabled={saving}
                    onChange={({ target }) =>
                      mutate({ digest: data.digest, ways: { [value]: target.value as NoticeWay } })
                    }
                  />
                </div>
              </li>
            ))}
          </ul>
          {data.mailIsSetUp ? null : (
            <p className="text-[0.8125rem] text-muted">
              This house sends no mail yet: what you choose holds once it does.
            </p>
          )}
        </div>
      ) : (
        <ErrorState title="This could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
    </Card>
  );
}
