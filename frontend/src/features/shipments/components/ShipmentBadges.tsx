import type { ShipmentDto } from '@/shared/api/generated';
import { daysBetween } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { StatusBadge, UrgencyChip } from '@/shared/ui/Badge';
import { dueOf, statusNames } from '../vocabulary';

export function ShipmentStatusBadge({ status }: Pick<ShipmentDto, 'status'>) {
  return <StatusBadge status={status} label={statusNames[status]} />;
}

/** Days to its departure, or to its arrival once it is on its way. */
export function DueChip({ shipment }: { shipment: ShipmentDto }) {
  const due = dueOf(shipment);
  return due && <UrgencyChip days={daysBetween(today(), due.day)} of={due.of} />;
}
