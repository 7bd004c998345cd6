import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DigestSettingsDto } from '@/shared/api/generated';
import { notify } from '@/shared/lib/notify';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Switch } from '@/shared/ui/Checkbox';
import { Field } from '@/shared/ui/Field';
import { Input } from '@/shared/ui/Input';
import { ErrorState, Skeleton } from '@/shared/ui/States';
import { digestSettings, useChangeDigest } from '../api';

/** What is open, by mail once a day to who has some. */
export function DigestCard() {
  const { data, error, isPending, refetch } = useQuery(digestSettings);
  return (
    <Card title="Digest by mail">
      {isPending ? (
        <Skeleton className="h-24" />
      ) : data ? (
        <Digest key={data.rowVersion} settings={data} />
      ) : (
        <ErrorState title="The digest could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
    </Card>
  );
}

function Digest({ settings }: { settings: DigestSettingsDto }) {
  const { isOn, sendAt, mailIsSetUp } = settings;
  const { mutate, isPending } = useChangeDigest(settings);
  const [at, setAt] = useState(sendAt);
  return (
    <div className="flex flex-col gap-4">
      <Switch
        label="Send the open alerts once a day"
        hint="To who has some: theirs, and to managers what the rules tell them. Each turns it off in their profile."
        checked={isOn}
        onChange={(next) => mutate({ isOn: next })}
      />
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          mutate({ sendAt: at }, { onSuccess: () => notify.success(`The digest goes out at ${at} from now on.`) });
        }}
      >
        <Field label="At, by the clock of the house">
          <Input type="time" required value={at} onChange={({ target }) => setAt(target.value)} />
        </Field>
        <Button type="submit" busy={isPending} disabled={at === sendAt}>
          Save time
        </Button>
      </form>
      {!mailIsSetUp && (
        <p role="note" className="rounded-lg bg-warn-tint px-3 py-2 text-sm text-warn">
          No mail server is set, so no digest is sent. Whoever runs Provabook sets SMTP_URL.
        </p>
      )}
    </div>
  );
}
