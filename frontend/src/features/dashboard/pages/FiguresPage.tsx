import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { BellRing, CalendarX, ChartColumn, CircleAlert, PackageOpen, Plus, Stamp } from 'lucide-react';
import type { FiguresDto } from '@/shared/api/generated';
import { formatDay, formatDecimal } from '@/shared/lib/format';
import { paths } from '@/shared/lib/paths';
import { useActor } from '@/shared/session';
import { Button } from '@/shared/ui/Button';
import { Card, Stat } from '@/shared/ui/Card';
import { PageHeader } from '@/shared/ui/PageHeader';
import { DetailSkeleton, EmptyState, ErrorState, StaleBanner } from '@/shared/ui/States';
import { figuresQuery, openAlertsQuery } from '../api';
import {
  approvalsChart,
  firstFigures,
  linesChart,
  merchandisersChart,
  monthsChart,
  stagesChart,
  windowsChart,
} from '../charts';
import { ChartCard } from '../components/ChartCard';
import { OpenValues } from '../components/Values';

/** What is on hand: each number opens exactly the rows that it counts. */
export default function FiguresPage() {
  const { role } = useActor();
  const { data, error, isPending, refetch } = useQuery(figuresQuery);
  const whose = role === 'merchandiser' ? 'Your orders' : 'The orders of the house';
  return (
    <>
      <PageHeader
        title="Figures"
        description={`${whose}${data ? ` on ${formatDay(data.today)}` : ''}. Press a number to see its rows.`}
      />
      {error && data && <StaleBanner error={error} onRetry={() => void refetch()} />}
      {isPending ? (
        <DetailSkeleton what="the figures" />
      ) : !data ? (
        <ErrorState title="The figures could not be loaded" error={error} onRetry={() => void refetch()} />
      ) : data.open === 0 && data.months.every(({ placed, delivered }) => placed + delivered === 0) ? (
        <NothingToCount />
      ) : (
        <Figures figures={data} />
      )}
    </>
  );
}

function Figures({ figures }: { figures: FiguresDto }) {
  return (
    <div className="flex flex-col gap-5">
      <First figures={figures} />
      <div className="grid gap-5 lg:grid-cols-2">
        <ChartCard chart={windowsChart(figures)} />
        <ChartCard chart={linesChart(figures)} />
        <ChartCard chart={monthsChart(figures)} upright className="lg:col-span-2" />
        {figures.merchandisers.length > 0 && <ChartCard chart={merchandisersChart(figures)} />}
        <ChartCard chart={stagesChart(figures)} />
        <ChartCard chart={approvalsChart(figures)} />
        <OpenValues values={figures.values} />
      </div>
    </div>
  );
}

function First({ figures }: { figures: FiguresDto }) {
  const { open, late, overdue, waiting } = firstFigures(figures);
  const { data: alerts } = useQuery(openAlertsQuery);
  const first = [
    { label: 'Open orders', figure: open, hint: 'neither completed nor archived', icon: PackageOpen, tone: 'calm' },
    { label: 'Late lines', figure: late, hint: 'by the forecast of their plan', icon: CircleAlert, tone: 'bad' },
    { label: 'Overdue orders', figure: overdue, hint: 'first ETD has passed', icon: CalendarX, tone: 'urgent' },
    { label: 'Approvals', figure: waiting, hint: 'that wait for somebody', icon: Stamp, tone: 'calm' },
  ] as const;
  return (
    <section aria-label="At a glance" className="grid grid-cols-2 gap-3 lg:grid-cols-5 lg:gap-5">
      {first.map(({ label, figure: { count, to, search }, hint, icon, tone }) => (
        <Link key={label} to={to} search={search as never} className="rounded-xl">
          <Stat
            label={label}
            value={formatDecimal(String(count))}
            hint={hint}
            icon={icon}
            tone={count > 0 ? tone : 'calm'}
          />
        </Link>
      ))}
      <Link to={paths.alerts} className="rounded-xl max-lg:col-span-2">
        <Stat
          label="Open alerts"
          value={alerts ? `${formatDecimal(String(alerts.count))}${alerts.countCapped ? '+' : ''}` : '–'}
          hint="not snoozed or muted by you"
          icon={BellRing}
        />
      </Link>
    </section>
  );
}

function NothingToCount() {
  return (
    <Card>
      <EmptyState
        icon={ChartColumn}
        title="Nothing to count yet"
        actions={
          <Button variant="primary" asChild>
            <Link to={paths.newOrder}>
              <Plus aria-hidden />
              New order
            </Link>
          </Button>
        }
      >
        With the first orders their stages, dates and values stand here.
      </EmptyState>
    </Card>
  );
}
