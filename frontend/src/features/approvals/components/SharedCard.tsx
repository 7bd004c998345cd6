import { Link } from '@tanstack/react-router';
import type { LineGateDto } from '@/shared/api/generated';
import { paths } from '@/shared/lib/paths';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';

interface SharedCardProps {
  /** Null where the person may not see it, or it is gone; undefined while it is on its way. */
  gate: LineGateDto | null | undefined;
  onAll: () => void;
}

/** A link led to one card: it stands alone on the board, with the way to all of them. */
export function SharedCard({ gate, onAll }: SharedCardProps) {
  return (
    <Card className="mb-4">
      <div className="flex flex-wrap items-center justify-between gap-3 text-sm" role="status">
        <p>{gate === undefined ? 'One card is on its way.' : gate ? <What gate={gate} /> : gone}</p>
        <Button size="sm" onClick={onAll}>
          Show the whole board
        </Button>
      </div>
    </Card>
  );
}

const gone = 'This card is not among yours, or its gate was taken off the line.';

function What({ gate: { name, lineLabel, orderId, orderLineId, orderNumber, lineStatus } }: { gate: LineGateDto }) {
  const done = lineStatus === 'completed' || lineStatus === 'archived';
  return (
    <>
      {done ? 'Nobody waits for ' : 'Only '}
      <span className="font-medium">
        {name} of {lineLabel}
      </span>
      , order{' '}
      <Link
        to={paths.order(orderId)}
        search={{ line: orderLineId } as never}
        className="text-accent-text underline underline-offset-2"
      >
        {orderNumber}
      </Link>
      {done ? `: the line is ${lineStatus}.` : '.'}
    </>
  );
}
