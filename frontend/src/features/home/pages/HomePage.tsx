import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CalendarDays, CircleAlert, Clock, FileSpreadsheet, PackageOpen, TriangleAlert } from 'lucide-react';
import type { DashboardDto } from '@/shared/api/generated';
import { daysAfter, formatDay, plural } from '@/shared/lib/format';
import { paths } from '@/shared/lib/paths';
import { useActor } from '@/shared/session';
import { StatusBadge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Card, Stat } from '@/shared/ui/Card';
import { PageHeader } from '@/shared/ui/PageHeader';
import { DetailSkeleton, EmptyState, ErrorState, StaleBanner } from '@/shared/ui/States';
import { Amounts } from '@/shared/ui/Values';
import { dashboardQuery } from '../api';
import { Attention } from '../components/Attention';
import { MyDay } from '../components/MyDay';
import { NextToLeave } from '../components/NextToLeave';

/** What do I do next: my day, what leaves soon, and what waits. Each number opens the rows behind it. */
export default function HomePage() {
  const actor = useActor();
  const { data, error, isPending, refetch } = useQuery(dashboardQuery);
  const firstName = actor.fullName.split(' ')[0];

  return (
    <>
      <PageHeader
        title={`Hello, ${firstName}`}
        description={data ? `${formatDay(data.today)} · ${plural(data.open, 'open order')}` : 'Your day'}
        actions={
          <Button asChild>
            <Link to={paths.importOrders}>
              <FileSpreadsheet aria-hidden />
              Import
            </Link>
          </Button>
        }
      />
      {error && data && <StaleBanner error={error} onRetry={() => void refetch()} />}
      {isPending ? (
        <DetailSkeleton what="your day" />
      ) : !data ? (
        <ErrorState title="Your day could not be loaded" error={error} onRetry={() => void refetch()} />
      ) : data.byStatus.length === 0 ? (
        <NewHouse />
      ) : (
        <Day data={data} withMerchandiser={actor.role !== 'merchandiser'} />
      )}
    </>
  );
}

function Day({ data, withMerchandiser }: { data: DashboardDto; withMerchandiser: boolean }) {
  return (
    <div className="flex flex-col gap-5">
      <Leaving data={data} />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <MyDay />
          <NextToLeave orders={data.next} withMerchandiser={withMerchandiser} />
        </div>
        <div className="flex flex-col gap-5">
          <Attention attention={data.attention} today={data.today} />
          <Card title="Orders by status">
            <ul className="flex flex-col gap-1">
              {data.byStatus.map(({ status, count }) => (
                <li key={status}>
                  <Link
                    to={paths.orders}
                    search={{ orderStatus: status } as never}
                    className="-mx-2 flex min-h-9 items-center justify-between gap-3 rounded-lg px-2 py-1 hover:bg-hover"
                  >
                    <StatusBadge status={status} />
                    <span className="text-sm font-medium tabular-nums">{count}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </Card>
          <Card title="Value of open orders">
            <p className="text-lg font-semibold">
              <Amounts of={data.openValue} />
            </p>
            <p className="mt-1 text-[0.8125rem] text-muted">
              Quantity × our price of every line. Currencies are not added.
            </p>
          </Card>
        </div>
      </div>
    </div>
  );
}

/** Orders by the days to their ETD. The list counts delivered ones too, so its link leaves them out by category. */
function Leaving({ data: { leaving, today } }: { data: DashboardDto }) {
  const open = { category: ['upcoming', 'running'], ordering: 'etd' };
  const windows = [
    {
      label: 'Late',
      hint: 'ETD has passed',
      count: leaving.late,
      icon: CircleAlert,
      tone: 'bad',
      search: { etdTo: daysAfter(today, -1) },
    },
    {
      label: 'Within 5 days',
      hint: 'ETD today to in 5 days',
      count: leaving.within5,
      icon: TriangleAlert,
      tone: 'urgent',
      search: { etdFrom: today, etdTo: daysAfter(today, 5) },
    },
    {
      label: 'In 6 to 10 days',
      hint: 'ETD',
      count: leaving.within10,
      icon: Clock,
      tone: 'warn',
      search: { etdFrom: daysAfter(today, 6), etdTo: daysAfter(today, 10) },
    },
    {
      label: 'In 11 to 30 days',
      hint: 'ETD',
      count: leaving.within30,
      icon: CalendarDays,
      tone: 'calm',
      search: { etdFrom: daysAfter(today, 11), etdTo: daysAfter(today, 30) },
    },
  ] as const;
  return (
    <section aria-label="Orders by the days to their ETD" className="grid grid-cols-2 gap-3 lg:grid-cols-4 lg:gap-5">
      {windows.map(({ label, hint, count, icon, tone, search }) => (
        <Link key={label} to={paths.orders} search={{ ...open, ...search } as never} className="rounded-xl">
          <Stat label={label} value={count} hint={hint} icon={icon} tone={count > 0 ? tone : 'calm'} />
        </Link>
      ))}
    </section>
  );
}

function NewHouse() {
  return (
    <Card>
      <EmptyState
        icon={PackageOpen}
        title="Nothing here yet"
        actions={
          <>
            <Button variant="primary" asChild>
              <Link to={paths.importOrders}>
                <FileSpreadsheet aria-hidden />
                Drop your workbook
              </Link>
            </Button>
            <Button asChild>
              <Link to={paths.newOrder}>Make the first order</Link>
            </Button>
          </>
        }
      >
        Bring the time-and-action sheet you live in today, and its orders, lines and dates are here in a minute.
      </EmptyState>
    </Card>
  );
}
