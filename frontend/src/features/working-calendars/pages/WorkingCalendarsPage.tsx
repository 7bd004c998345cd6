import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import type { CalendarDto } from '@/shared/api/generated';
import { formatDay } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { SettingCard, SettingsCards } from '@/shared/list/SettingsCards';
import { Button } from '@/shared/ui/Button';
import { useDeleteCalendar, workingCalendars } from '../api';
import { CalendarDrawer } from '../components/CalendarDrawer';
import { calendarName, isOfAll, ofAll, weekendWords } from '../vocabulary';

/** When mills, buyers, laboratories, banks and the house work: plans count the days of who holds a step. */
export default function WorkingCalendarsPage() {
  const { mutateAsync: remove } = useDeleteCalendar();
  return (
    <SettingsCards
      title="Working days"
      description="Plans count the working days of who holds a step. A mill, a buyer or a bank may have a calendar of its own, and the banks of a country theirs."
      what="the working days"
      label="Working calendars"
      className="grid gap-4 lg:grid-cols-2"
      query={useQuery(workingCalendars())}
      addButton={(onAdd) => (
        <Button variant="primary" icon={Plus} onClick={onAdd}>
          New calendar
        </Button>
      )}
      card={(calendar, ask) => <CalendarCard calendar={calendar} {...ask} />}
      form={(calendar, onClose) => <CalendarDrawer calendar={calendar} onClose={onClose} />}
      deletion={(calendar) => ({
        title: `Delete the calendar of ${calendarName(calendar)}?`,
        confirmLabel: 'Delete calendar',
        done: `${calendarName(calendar)} works as all of its kind from now on.`,
        children: `Plans count its days as those of ${ofAll[calendar.holder].toLowerCase()} in general from then on.`,
      })}
      onDelete={remove}
    />
  );
}

/** Most holidays that a card names. */
const named = 3;

interface CalendarCardProps {
  calendar: CalendarDto;
  onEdit: () => void;
  onDelete: () => void;
}

function CalendarCard({ calendar, onEdit, onDelete }: CalendarCardProps) {
  const { holder, partyName, weekend, holidays } = calendar;
  const own = !isOfAll(calendar);
  const name = calendarName(calendar);
  const coming = holidays.filter(({ day }) => day >= today());
  const next = coming.slice(0, named).map((holiday) => `${formatDay(holiday.day)} ${holiday.name}`);
  const more = coming.length - next.length;
  return (
    <SettingCard
      heading={name}
      sub={`${partyName ? `One of the ${ofAll[holder].toLowerCase()}, ` : ''}${weekendWords(weekend)}`}
      editLabel={`Edit the calendar of ${name}`}
      deleteLabel={`Delete the calendar of ${name}`}
      onEdit={onEdit}
      onDelete={own ? onDelete : undefined}
    >
      <p className="mt-3 text-sm">
        {next.length === 0 ? 'No holidays ahead.' : `Next: ${next.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`}
      </p>
    </SettingCard>
  );
}
