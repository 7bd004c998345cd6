import { useQuery } from '@tanstack/react-query';
import { CalendarDays, CalendarSync, ChevronLeft, ChevronRight, Rows3 } from 'lucide-react';
import { useState } from 'react';
import { colleagues } from '@/shared/api/colleagues';
import { daysAfter } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { useMedia } from '@/shared/lib/media';
import { useUrlState } from '@/shared/lib/search';
import { PlanViews } from '@/shared/plan/PlanViews';
import { useActor } from '@/shared/session';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { type Filter, FilterBar } from '@/shared/ui/FilterBar';
import { IconButton } from '@/shared/ui/IconButton';
import { PageHeader } from '@/shared/ui/PageHeader';
import { EmptyState, ErrorState, StaleBanner, TableSkeleton } from '@/shared/ui/States';
import { calendarOf } from '../api';
import { Agenda } from '../components/Agenda';
import { DayDrawer } from '../components/DayDrawer';
import { MonthGrid } from '../components/MonthGrid';
import { SubscribeDialog } from '../components/SubscribeDialog';
import { monthName, monthOf, monthsOn, weeksOf } from '../month';
import { type CalendarSearch, calendarSearch } from '../search';
import { kindNames } from '../vocabulary';

/** Entries of a day that a cell has room for, and that an agenda shows at first. */
const FEW = { month: 3, agenda: 20 } as const;

/** What falls on which day: ETDs, the dates of LCs, tasks and due steps. On a phone as an agenda. */
export default function CalendarPage() {
  const [values, setValues] = useUrlState(calendarSearch);
  const [subscribing, setSubscribing] = useState(false);
  const wide = useMedia('(min-width: 48rem)');
  const { month = monthOf(today()), day, view, kind, merchandiserId } = values;
  const asAgenda = view === 'agenda' || !wide;
  const days = weeksOf(monthOf(month)).flat();
  const from = asAgenda ? monthOf(month) : (days[0] ?? month);
  const to = asAgenda ? daysAfter(monthsOn(month, 1), -1) : (days.at(-1) ?? month);
  const perDay = asAgenda ? FEW.agenda : FEW.month;
  const query = useQuery(calendarOf({ from, to, perDay, kind, merchandiserId }));
  const { data, error, refetch, isPlaceholderData } = query;
  const retry = () => void refetch();
  const show = (next: string) => setValues({ month: monthOf(next) === monthOf(today()) ? undefined : monthOf(next) });
  const onDay = (next: string) => setValues({ day: next }, { push: true });
  return (
    <>
      <PageHeader
        title="Calendar"
        description="What leaves, expires and falls due in orders that are open."
        actions={
          <>
            <PlanViews />
            <Button icon={CalendarSync} onClick={() => setSubscribing(true)}>
              Subscribe…
            </Button>
          </>
        }
      />
      <Card flush>
        <div className="flex flex-wrap items-center gap-2 px-4 pt-3">
          <IconButton icon={ChevronLeft} label="Month before" onClick={() => show(monthsOn(month, -1))} />
          <h2 aria-live="polite" className="min-w-36 text-center text-[0.9375rem] font-semibold">
            {monthName(month)}
          </h2>
          <IconButton icon={ChevronRight} label="Next month" onClick={() => show(monthsOn(month, 1))} />
          {monthOf(month) !== monthOf(today()) && (
            <Button size="sm" onClick={() => show(today())}>
              This month
            </Button>
          )}
          {wide && (
            <Button
              size="sm"
              variant="quiet"
              className="ms-auto"
              icon={asAgenda ? CalendarDays : Rows3}
              onClick={() => setValues({ view: asAgenda ? undefined : 'agenda' })}
            >
              {asAgenda ? 'As a month' : 'As an agenda'}
            </Button>
          )}
        </div>
        <div className="border-b border-line">
          <FilterBar of="the calendar" values={values} onChange={setValues} filters={useFilters()} />
        </div>
        {error && data && <StaleBanner error={error} onRetry={retry} />}
        {!data ? (
          error ? (
            <ErrorState title="The calendar could not be loaded" error={error} onRetry={retry} />
          ) : (
            <TableSkeleton what="the calendar" columns={7} rows={10} />
          )
        ) : !asAgenda ? (
          <MonthGrid month={monthOf(month)} days={data} stale={isPlaceholderData} onDay={onDay} />
        ) : data.length > 0 ? (
          <Agenda days={data} stale={isPlaceholderData} onDay={onDay} />
        ) : (
          <EmptyState icon={CalendarDays} title={`Nothing falls in ${monthName(month)}`}>
            ETDs, dates of LCs, tasks and steps of open orders stand here on their days.
          </EmptyState>
        )}
      </Card>
      {subscribing && <SubscribeDialog shown={{ kind, merchandiserId }} onClose={() => setSubscribing(false)} />}
      {day && (
        <DayDrawer
          day={day}
          kind={kind}
          merchandiserId={merchandiserId}
          onClose={() => setValues({ day: undefined })}
        />
      )}
    </>
  );
}

function useFilters(): Filter<CalendarSearch>[] {
  const seesAll = useActor().role !== 'merchandiser';
  const { data: people = [] } = useQuery({ ...colleagues(), enabled: seesAll });
  const kinds: Filter<CalendarSearch> = {
    kind: 'many',
    key: 'kind',
    label: 'Kind',
    options: Object.entries(kindNames).map(([value, label]) => ({ value, label })),
  };
  if (!seesAll) return [kinds];
  const options = people.map(({ id, fullName }) => ({ value: id, label: fullName }));
  return [kinds, { kind: 'one', key: 'merchandiserId', label: 'Merchandiser', options }];
}
