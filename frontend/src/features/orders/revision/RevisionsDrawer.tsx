import { useQuery } from '@tanstack/react-query';
import type { OrderDto, OrderRevisionDto } from '@/shared/api/generated';
import { formatDay, formatInstant } from '@/shared/lib/format';
import { Drawer } from '@/shared/ui/Drawer';
import { ErrorState, TableSkeleton } from '@/shared/ui/States';
import { orderRevisions } from '../api';
import { Affects, FigureChanges } from './Affects';

/** Every change of what was agreed on an order, the latest first. */
export function RevisionsDrawer({ order, onClose }: { order: OrderDto; onClose: () => void }) {
  const { data, error, refetch } = useQuery(orderRevisions(order.id));
  return (
    <Drawer
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Revisions of ${order.orderNumber}`}
      description="What was agreed and then changed: by whom, why, and what it was known to affect."
    >
      {data ? (
        <ol aria-label="Revisions" className="flex flex-col gap-4">
          {data.map((revision) => (
            <RevisionCard key={revision.id} revision={revision} />
          ))}
        </ol>
      ) : error ? (
        <ErrorState title="The revisions could not be loaded" error={error} onRetry={() => void refetch()} />
      ) : (
        <TableSkeleton what="the revisions" columns={2} rows={4} />
      )}
    </Drawer>
  );
}

function RevisionCard({ revision }: { revision: OrderRevisionDto }) {
  const { number, lineLabel, before, after, reason, agreedBy, agreedOn, affects, revisedBy, createdAt } = revision;
  return (
    <li className="rounded-xl border border-line p-4">
      <h3 className="text-sm font-semibold">
        Revision {number}
        <span className="font-normal text-muted"> · {lineLabel ?? 'the order'}</span>
      </h3>
      <p className="mt-1.5 whitespace-pre-line break-words text-sm">“{reason}”</p>
      <p className="mb-3 mt-1 text-[0.8125rem] text-muted">
        Agreed by {agreedBy} on {formatDay(agreedOn)} · recorded by {revisedBy?.fullName ?? 'somebody who has left'},{' '}
        {formatInstant(createdAt)}
      </p>
      <FigureChanges before={before} after={after} />
      {affects.length > 0 && (
        <>
          <h4 className="mb-2 mt-3 text-[0.8125rem] text-muted">It affected</h4>
          <Affects affects={affects} orderId={revision.orderId} />
        </>
      )}
    </li>
  );
}
