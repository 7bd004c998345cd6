import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Hourglass, Plus } from 'lucide-react';
import { useState } from 'react';
import { useCan } from '@/shared/lib/can';
import type { OrderPanelProps } from '@/shared/lib/order';
import { paths } from '@/shared/lib/paths';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { ErrorState, Loading, Skeleton, StaleBanner } from '@/shared/ui/States';
import { Day } from '@/shared/ui/Values';
import { delaysByParty, incidentsOfOrder } from '../api';
import { BookDelayDialog } from '../components/DelayDialogs';
import { ReportDrawer } from '../components/IncidentDrawers';
import { IncidentStatus, SeverityBadge } from '../components/IncidentFacts';
import { IncidentPeek } from '../components/IncidentPeek';
import { PartyTotals } from '../components/PartyTotals';

/** What went wrong with an order, and the days that it lost, by whom. */
export default function OrderIncidents({ orderId, order }: OrderPanelProps) {
  const may = useCan();
  const { data: incidents, error, isPending, refetch } = useQuery(incidentsOfOrder(orderId));
  const { data: totals = [] } = useQuery(delaysByParty({ orderId: [orderId] }));
  const [asking, setAsking] = useState<'report' | 'book' | { incident: string } | null>(null);
  const close = () => setAsking(null);
  const retry = () => void refetch();
  return (
    <div className="mt-4 grid items-start gap-4 lg:grid-cols-2">
      <Card
        title="Incidents"
        actions={
          may('incident.write') && (
            <Button size="sm" icon={Plus} onClick={() => setAsking('report')}>
              Report incident
            </Button>
          )
        }
      >
        {error && incidents && <StaleBanner error={error} onRetry={retry} />}
        {isPending ? (
          <Loading what="the incidents">
            <Skeleton className="h-10" />
          </Loading>
        ) : !incidents ? (
          <ErrorState title="The incidents could not be loaded" error={error} onRetry={retry} />
        ) : incidents.length === 0 ? (
          <p className="text-sm text-muted">Nothing went wrong, as far as anybody said.</p>
        ) : (
          <ul aria-label="Incidents" className="divide-y divide-line">
            {incidents.map((incident) => (
              <li key={incident.id} className="flex items-start justify-between gap-3 py-2.5">
                <div className="min-w-0">
                  <button
                    type="button"
                    onClick={() => setAsking({ incident: incident.id })}
                    className="touch-target rounded text-start text-sm font-medium underline-offset-2 [overflow-wrap:anywhere] hover:underline"
                  >
                    {incident.title}
                  </button>
                  <p className="mt-0.5 text-[0.8125rem] text-muted">
                    <Day day={incident.incidentDate} />
                    {incident.lineLabel && ` · ${incident.lineLabel}`}
                  </p>
                </div>
                <span className="flex shrink-0 flex-wrap justify-end gap-1.5">
                  <SeverityBadge incident={incident} />
                  <IncidentStatus incident={incident} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card
        title="Days lost"
        actions={
          may('delay.book') && (
            <Button size="sm" icon={Hourglass} onClick={() => setAsking('book')}>
              Book days
            </Button>
          )
        }
      >
        {totals.length > 0 ? (
          <>
            <PartyTotals totals={totals} />
            <Link
              to={paths.delays}
              search={{ orderId } as never}
              className="touch-target mt-4 inline-block text-sm text-accent-text underline-offset-2 hover:underline"
            >
              All entries of this order
            </Link>
          </>
        ) : (
          <p className="text-sm text-muted">No step came later than it was planned.</p>
        )}
      </Card>
      {asking === 'report' && <ReportDrawer order={order} onClose={close} />}
      {asking === 'book' && <BookDelayDialog order={order} onClose={close} />}
      {asking && typeof asking === 'object' && <IncidentPeek id={asking.incident} onClose={close} />}
    </div>
  );
}
