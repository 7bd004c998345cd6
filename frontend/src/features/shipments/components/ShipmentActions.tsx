import { Ellipsis, type LucideIcon, PackageCheck, Pencil, Trash2, Truck, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { ShipmentDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { Button } from '@/shared/ui/Button';
import { IconButton } from '@/shared/ui/IconButton';
import { Menu, MenuItem, MenuSeparator } from '@/shared/ui/Menu';
import { useShipmentNews } from '../api';
import { type ShipmentStatus, stepNames } from '../vocabulary';
import { DeleteShipmentDialog } from './DeleteShipmentDialog';
import { EditShipmentDrawer } from './EditShipmentDrawer';
import { StepDialog } from './StepDialogs';

type Step = Exclude<ShipmentStatus, 'pending'>;

const stepIcons: Record<Step, LucideIcon> = { in_transit: Truck, delivered: PackageCheck, returned: Undo2 };

interface ShipmentActionsProps {
  shipment: ShipmentDto;
  /** In a table: small, and with the number in the button's name. */
  inRow?: boolean;
  /** Where to go when it is deleted; a list stays where it is. */
  onDeleted?: () => void;
}

/** What may be done with a shipment now: its usual next step as a button, the rest in a menu. */
export function ShipmentActions({ shipment, inRow = false, onDeleted }: ShipmentActionsProps) {
  const may = useCan();
  const news = useShipmentNews();
  const [asking, setAsking] = useState<Step | 'edit' | 'delete' | null>(null);
  const close = () => setAsking(null);
  const [next, ...others] = shipment.nextStatuses.filter((status): status is Step => status !== 'pending');
  const whole = shipment.orders.every(({ id }) => id !== null);
  if (!may('shipment.write')) return null;

  const deleted = () => {
    onDeleted?.();
    news.gone(shipment.id);
  };

  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-2">
      {!inRow && (
        <Button icon={Pencil} onClick={() => setAsking('edit')}>
          Edit
        </Button>
      )}
      {next && (
        <Button
          icon={stepIcons[next]}
          size={inRow ? 'sm' : 'md'}
          variant={inRow ? 'secondary' : 'primary'}
          onClick={() => setAsking(next)}
        >
          {stepNames[next]}
          {inRow && <span className="sr-only"> of {shipment.awbNumber}</span>}
        </Button>
      )}
      {(others.length > 0 || inRow || whole) && (
        <Menu
          trigger={
            <IconButton
              icon={Ellipsis}
              size={inRow ? 'sm' : 'md'}
              variant={inRow ? 'quiet' : 'secondary'}
              label={`More about ${shipment.awbNumber}`}
              withoutTooltip
            />
          }
        >
          {others.map((status) => (
            <MenuItem key={status} icon={stepIcons[status]} onSelect={() => setAsking(status)}>
              {stepNames[status]}…
            </MenuItem>
          ))}
          {inRow && (
            <MenuItem icon={Pencil} onSelect={() => setAsking('edit')}>
              Edit
            </MenuItem>
          )}
          {(others.length > 0 || inRow) && whole && <MenuSeparator />}
          {whole && (
            <MenuItem icon={Trash2} danger onSelect={() => setAsking('delete')}>
              Delete…
            </MenuItem>
          )}
        </Menu>
      )}
      {asking === 'edit' && <EditShipmentDrawer shipment={shipment} onClose={close} />}
      {asking === 'delete' && <DeleteShipmentDialog shipment={shipment} onClose={close} onDeleted={deleted} />}
      {asking && asking !== 'edit' && asking !== 'delete' && (
        <StepDialog to={asking} shipment={shipment} onClose={close} />
      )}
    </span>
  );
}
