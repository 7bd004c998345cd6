import { Clock, WifiOff } from 'lucide-react';
import { formatDay, formatQuantity, plural } from '@/shared/lib/format';
import { Button } from '@/shared/ui/Button';
import { type QueuedNumber, useOutputQueue } from '../output-queue';
import { lineStages } from '../vocabulary';
import { QueuedQuestion } from './QueuedQuestion';

/** What this device still has to send: how many wait, and those that are not on the sheet below. */
export function QueueBar({
  online,
  onSend,
  isBelow,
}: {
  online: boolean;
  onSend: () => void;
  isBelow: (number: QueuedNumber) => boolean;
}) {
  const numbers = useOutputQueue((queue) => queue.numbers);
  const waiting = numbers.filter(({ state }) => state === 'waiting').length;
  const elsewhere = numbers.filter((number) => !isBelow(number));
  if (online && !numbers.length) return null;
  return (
    <section
      aria-label="Numbers on this device"
      className="border-b border-line bg-warn-tint/60 px-4 py-3 text-sm sm:px-5"
    >
      <p role="status" className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
        {online ? (
          <Clock aria-hidden className="size-4 text-warn" />
        ) : (
          <WifiOff aria-hidden className="size-4 text-warn" />
        )}
        {online ? '' : 'Offline: '}
        {waiting
          ? `${plural(waiting, 'number waits', 'numbers wait')} on this device`
          : online
            ? 'Some numbers need an answer'
            : 'go on, numbers wait here until the network is back'}
        {online && waiting > 0 && (
          <Button size="sm" variant="quiet" onClick={onSend}>
            Send now
          </Button>
        )}
      </p>
      {elsewhere.length > 0 && (
        <ul className="mt-2 flex flex-col gap-2">
          {elsewhere.map((number) => (
            <li key={number.key}>
              {number.lineName}: {formatQuantity(number.quantity, number.unit)} {lineStages[number.stage].done},{' '}
              {formatDay(number.entryDate)}
              {number.state !== 'waiting' && <QueuedQuestion number={number} mayCorrect />}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
