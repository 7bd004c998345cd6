import type { LetterOfCreditDto } from '@/shared/api/generated';
import { formatDay } from '@/shared/lib/format';
import { isOver } from '../vocabulary';
import { DaysLeft } from './DaysLeft';

interface LatestShipmentProps {
  credit: Pick<LetterOfCreditDto, 'latestShipmentDate' | 'shippedOn' | 'status' | 'closedOn'>;
  inline?: boolean;
}

/** The last day to ship, as the clocks of the LC say it: once the goods have left, that day runs no longer. */
export function LatestShipment({ credit, inline }: LatestShipmentProps) {
  const { latestShipmentDate, shippedOn } = credit;
  return (
    <>
      <DaysLeft
        of="Latest shipment"
        day={latestShipmentDate}
        over={isOver(credit) || shippedOn !== null}
        inline={inline}
      />
      {shippedOn && (
        <span className={inline ? 'ms-2 text-[0.8125rem] text-muted' : 'block text-[0.8125rem] text-muted'}>
          left {formatDay(shippedOn)}
        </span>
      )}
    </>
  );
}
