import { paths } from '@/shared/lib/paths';
import { Views } from '@/shared/ui/Views';

const views = [
  { to: paths.shipments, label: 'Shipments' },
  { to: paths.commercialInvoices, label: 'Invoices' },
] as const;

/** What goes, and what is asked for it. */
export function ShipmentViews() {
  return <Views label="Views of shipments" views={views} />;
}
