import { useQuery } from '@tanstack/react-query';
import { Copy, Link2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { copyText } from '@/shared/lib/clipboard';
import { formatDay } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Field } from '@/shared/ui/Field';
import { Input } from '@/shared/ui/Input';
import { ErrorState, Skeleton } from '@/shared/ui/States';
import { calendarLink, useEndLink, useMakeLink } from '../api';
import type { CalendarSearch } from '../search';
import { kindNames } from '../vocabulary';

type Shown = Pick<CalendarSearch, 'kind' | 'merchandiserId'>;

interface SubscribeDialogProps {
  /** What the calendar is filtered by: the link shows the same. */
  shown: Shown;
  onClose: () => void;
}

/** The calendar in the phone's or the mail programme's own: a link that may be ended whenever its person likes. */
export function SubscribeDialog({ shown, onClose }: SubscribeDialogProps) {
  const { data, error, refetch } = useQuery(calendarLink);
  const make = useMakeLink();
  const end = useEndLink();
  const busy = make.isPending || end.isPending;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="In your own calendar"
      description="Google Calendar, Outlook and phones read it by a link, and ask for it again by themselves, most of them every few hours."
    >
      {!data ? (
        error ? (
          <ErrorState title="Your link could not be loaded" error={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton className="h-28" />
        )
      ) : data.url && data.madeAt ? (
        <LinkOf url={filtered(data.url, shown)} madeAt={data.madeAt} shown={shown}>
          <Button
            disabled={busy}
            onClick={() =>
              make.mutate(undefined, {
                onSuccess: () => notify.success('Here is a new link. The one before no longer works.'),
              })
            }
          >
            New link
          </Button>
          <Button
            variant="danger"
            disabled={busy}
            onClick={() => end.mutate(undefined, { onSuccess: () => notify.success('Your link no longer works.') })}
          >
            End it
          </Button>
        </LinkOf>
      ) : (
        <div className="flex flex-col items-start gap-3 text-sm">
          <p>
            Whoever has the link sees what you see here, without signing in: give it to your own programmes alone. You
            can end it at any time.
          </p>
          <Button variant="primary" icon={Link2} disabled={busy} onClick={() => make.mutate()}>
            Make a link
          </Button>
        </div>
      )}
    </Dialog>
  );
}

interface LinkOfProps {
  url: string;
  madeAt: string;
  shown: Shown;
  children: ReactNode;
}

function LinkOf({ url, madeAt, shown, children }: LinkOfProps) {
  const [byHand, setByHand] = useState(false);
  const copy = async () => {
    const copied = await copyText(url);
    setByHand(!copied);
    if (copied) notify.success('Copied: in your calendar, choose to add one “from URL” and paste it there.');
  };
  const kinds = shown.kind?.map((kind) => kindNames[kind]);
  return (
    <div className="flex flex-col gap-4 text-sm">
      <Field
        label="Your link"
        hint={
          kinds || shown.merchandiserId
            ? `It shows what the filters leave: ${[kinds?.join(', '), shown.merchandiserId && 'one merchandiser’s orders'].filter(Boolean).join('; ')}.`
            : 'It shows everything; set filters first for less.'
        }
        error={byHand ? 'Your browser does not let us copy. Select the link and copy it yourself.' : undefined}
      >
        <Input readOnly value={url} onFocus={({ target }) => target.select()} />
      </Field>
      <p className="text-muted">
        Made on {formatDay(madeAt)}. Whoever has it sees what you see here, without signing in. If it went astray, make
        a new one: the old one ends.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" icon={Copy} onClick={() => void copy()}>
          Copy
        </Button>
        {children}
      </div>
    </div>
  );
}

function filtered(url: string, { kind = [], merchandiserId }: Shown): string {
  const more = [...kind.map((each) => `&kind=${each}`), merchandiserId ? `&merchandiserId=${merchandiserId}` : ''];
  return url + more.join('');
}
