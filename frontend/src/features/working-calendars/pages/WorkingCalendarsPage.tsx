import { useQuery } from '@tanstack/react-query';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { CalendarDto } from '@/shared/api/generated';
import { formatDay, plural } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { notify } from '@/shared/lib/notify';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { IconButton } from '@/shared/ui/IconButton';
import { PageHeader } from '@/shared/ui/PageHeader';
import { ErrorState, TableSkeleton } from '@/shared/ui/States';
import { useDeleteCalendar, workingCalendars } from '../api';
import { CalendarDrawer } from '../components/CalendarDrawer';
import { calendarName, ofAll, weekendWords } from '../vocabulary';

type Asking = { what: 'add' } | { what: 'edit' | 'delete'; calendar: CalendarDto };

/** When mills, buyers, laboratories, banks and the house work: plans count the days of who holds a step. */
export default function WorkingCalendarsPage() {
  const { data, error, isPending, refetch } = useQuery(workingCalendars());
  const { mutateAsync: remove } = useDeleteCalendar();
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);
  return (
    <>
      <PageHeader
        title="Working days"
        description="Plans count the working days of who holds a step. A mill or a buyer may have a calendar of its own."
        actions={
          <Button variant="primary" icon={Plus} onClick={() => setAsking({ what: 'add' })}>
            New calendar
          </Button>
        }
      />
      {isPending && (
        <Card flush>
          <TableSkeleton what="the working days" columns={3} />
        </Card>
      )}
      {!data && error && (
        <Card flush>
          <ErrorState title="The working days could not be loaded" error={error} onRetry={() => void refetch()} />
        </Card>
      )}
      <ul className="grid gap-4 lg:grid-cols-2" aria-label="Working calendars">
        {data?.map((calendar) => (
          <li key={calendar.id}>
            <CalendarCard calendar={calendar} onAsk={(what) => setAsking({ what, calendar })} />
          </li>
        ))}
      </ul>
      {asking?.what === 'add' && <CalendarDrawer onClose={close} />}
      {asking?.what === 'edit' && <CalendarDrawer calendar={asking.calendar} onClose={close} />}
      {asking?.what === 'delete' && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && close()}
          title={`Delete the calendar of ${calendarName(asking.calendar)}?`}
          confirmLabel="Delete calendar"
          danger
          onConfirm={async () => {
            await remove(asking.calendar);
            notify.success(`${calendarName(asking.calendar)} works as all of its kind from now on.`);
          }}
        >
          Plans count its days as those of {ofAll[asking.calendar.holder].toLowerCase()} in general from then on.
        </ConfirmDialog>
      )}
    </>
  );
}

/** Most holidays that a card names. */
const named = 3;

function CalendarCard({ calendar, onAsk }: { calendar: CalendarDto; onAsk: (what: 'edit' | 'delete') => void }) {
  const name = calendarName(calendar);
  const coming = calendar.holidays.filter(({ day }) => day >= today());
  return (
    <Card className="h-full">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="break-words text-[0.9375rem] font-semibold">{name}</h2>
          <p className="mt-1 text-[0.8125rem] text-muted">
            {calendar.partyName ? `One of the ${ofAll[calendar.holder].toLowerCase()}, ` : ''}
            {weekendWords(calendar.weekend)}
          </p>
        </div>
        <span className="flex shrink-0">
          <IconButton icon={Pencil} size="sm" label={`Edit the calendar of ${name}`} onClick={() => onAsk('edit')} />
          {calendar.partyName && (
            <IconButton
              icon={Trash2}
              size="sm"
              label={`Delete the calendar of ${name}`}
              onClick={() => onAsk('delete')}
            />
          )}
        </span>
      </div>
      <p className="mt-3 text-sm">
        {coming.length === 0
          ? 'No holidays ahead.'
          : `Next: ${coming
              .slice(0, named)
              .map((holiday) => `${formatDay(holiday.day)} ${holiday.name}`)
              .join(', ')}${coming.length > named ? ` and ${plural(coming.length - named, 'more', 'more')}` : ''}.`}
      </p>
    </Card>
  );
}
