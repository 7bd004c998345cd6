import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck, LockKeyhole, Pencil, Play, Trash2, Undo2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { IncidentDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { plural } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { paths } from '@/shared/lib/paths';
import { Button } from '@/shared/ui/Button';
import { ConfirmDialog } from '@/shared/ui/ConfirmDialog';
import { DescriptionList } from '@/shared/ui/DescriptionList';
import { Drawer } from '@/shared/ui/Drawer';
import { ErrorState, Loading, Skeleton } from '@/shared/ui/States';
import { Day, Instant, Money } from '@/shared/ui/Values';
import { incidentOf, useDeleteIncident, useMoveIncident } from '../api';
import { typeNames } from '../vocabulary';
import { ReopenDialog, ResolveDialog } from './IncidentDialogs';
import { EditIncidentDrawer } from './IncidentDrawers';
import { IncidentStatus, PartyName, SeverityBadge, Target } from './IncidentFacts';

/** One incident: what it is, what is done about it, and what may be done with it. */
export function IncidentPeek({ id, onClose }: { id: string; onClose: () => void }) {
  const { data: incident, error, isPending, refetch } = useQuery(incidentOf(id));
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()} title={incident?.title ?? 'Incident'}>
      {isPending ? (
        <Loading what="the incident">
          <Skeleton className="h-40" />
        </Loading>
      ) : !incident ? (
        <ErrorState title="The incident could not be loaded" error={error} onRetry={() => void refetch()} />
      ) : (
        <>
          <div className="mb-4 flex flex-wrap gap-2">
            <IncidentStatus incident={incident} />
            <SeverityBadge incident={incident} />
          </div>
          <Deeds incident={incident} onGone={onClose} />
          <DescriptionList items={factsOf(incident)} />
        </>
      )}
    </Drawer>
  );
}

type Asking = 'edit' | 'resolve' | 'reopen' | 'delete';

function Deeds({ incident, onGone }: { incident: IncidentDto; onGone: () => void }) {
  const may = useCan();
  const move = useMoveIncident();
  const remove = useDeleteIncident();
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);
  const { status, nextStatuses } = incident;
  if (!may('incident.write')) return null;
  const settled = status === 'resolved' || status === 'closed';
  return (
    <div className="mb-5 flex flex-wrap gap-2">
      {nextStatuses.includes('resolved') && (
        <Button size="sm" variant="primary" icon={CircleCheck} onClick={() => setAsking('resolve')}>
          Resolve…
        </Button>
      )}
      {nextStatuses.includes('in_progress') && !settled && (
        <Button size="sm" icon={Play} onClick={() => move.mutate({ incident, to: 'in_progress' })}>
          It is seen to
        </Button>
      )}
      {nextStatuses.includes('closed') && (
        <Button size="sm" icon={LockKeyhole} onClick={() => move.mutate({ incident, to: 'closed' })}>
          Close
        </Button>
      )}
      {settled && (
        <Button size="sm" icon={Undo2} onClick={() => setAsking('reopen')}>
          Reopen…
        </Button>
      )}
      <Button size="sm" icon={Pencil} onClick={() => setAsking('edit')}>
        Edit
      </Button>
      <Button size="sm" variant="quiet" icon={Trash2} className="text-bad" onClick={() => setAsking('delete')}>
        Delete
      </Button>
      {asking === 'resolve' && <ResolveDialog incident={incident} onClose={close} />}
      {asking === 'reopen' && <ReopenDialog incident={incident} onClose={close} />}
      {asking === 'edit' && <EditIncidentDrawer incident={incident} onClose={close} />}
      <ConfirmDialog
        open={asking === 'delete'}
        onOpenChange={(open) => !open && close()}
        title={`Delete “${incident.title}”?`}
        confirmLabel="Delete it"
        danger
        onConfirm={async () => {
          await remove.mutateAsync(incident);
          notify.success('The incident is in the trash.');
          onGone();
        }}
      >
        It goes to the trash{settled && incident.daysLost ? ', and the days that it booked are taken back' : ''}. What
        is settled may be closed instead: then it stays to be seen.
      </ConfirmDialog>
    </div>
  );
}

function factsOf(incident: IncidentDto): { term: string; value: ReactNode }[] {
  const { party, daysLost, costAmount, costCurrency, actualResolutionDate, targetResolutionDate } = incident;
  const prose = (text: string) => <span className="whitespace-pre-wrap [overflow-wrap:anywhere]">{text}</span>;
  const told: { term: string; value: ReactNode }[] = [
    {
      term: 'Order',
      value: (
        <>
          <Link to={paths.order(incident.orderId)} className="font-medium underline-offset-2 hover:underline">
            {incident.orderNumber}
          </Link>{' '}
          of {incident.customerName}
        </>
      ),
    },
    { term: 'Line', value: incident.lineLabel ?? 'the order as a whole' },
    { term: 'Step that it held up', value: incident.stepLabel },
    { term: 'Kind', value: typeNames[incident.type] },
    { term: 'Happened on', value: <Day day={incident.incidentDate} /> },
    { term: 'What happened', value: incident.description && prose(incident.description) },
    { term: 'Cause', value: incident.cause && prose(incident.cause) },
    { term: 'Through whom', value: party && <PartyName of={{ party, partyName: incident.partyName }} /> },
    { term: 'What is done about it', value: incident.actionPlan && prose(incident.actionPlan) },
    { term: 'Who sees to it', value: incident.responsiblePerson },
    {
      term: actualResolutionDate ? 'Settled on' : 'To be settled by',
      value: (actualResolutionDate ?? targetResolutionDate) && <Target incident={incident} />,
    },
    { term: 'How it was settled', value: incident.resolution && prose(incident.resolution) },
    { term: 'Lost', value: daysLost && plural(daysLost, 'working day') },
    { term: 'Cost', value: costAmount && costCurrency && <Money amount={costAmount} currency={costCurrency} /> },
    {
      term: 'Reported',
      value: (
        <>
          {incident.reportedBy && `${incident.reportedBy.fullName}, `}
          <Instant at={incident.createdAt} />
        </>
      ),
    },
  ];
  return told.filter(({ value }) => value !== null);
}
