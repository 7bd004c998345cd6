import type { ParcelDto } from '@/shared/api/generated';
import { daysBetween, plural } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { Badge } from '@/shared/ui/Badge';
import { PackageCheck, Truck } from 'lucide-react';

/** On its way since when, or how long it took. */
export function ParcelStanding({ parcel: { sentOn, receivedOn } }: { parcel: ParcelDto }) {
  const days = daysBetween(sentOn, receivedOn ?? today());
  return receivedOn ? (
    <Badge tone="good" icon={PackageCheck}>
      Received after {plural(days, 'day')}
    </Badge>
  ) : (
    <Badge tone="info" icon={Truck}>
      {days === 0 ? 'Sent today' : `On its way for ${plural(days, 'day')}`}
    </Badge>
  );
}
