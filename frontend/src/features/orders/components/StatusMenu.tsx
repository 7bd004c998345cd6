import { ChevronDown, LoaderCircle } from 'lucide-react';
import { cx } from '@/shared/lib/cx';
import { StatusBadge, statusLabel } from '@/shared/ui/Badge';
import { Menu, MenuItem, MenuLabel } from '@/shared/ui/Menu';
import type { OrderStatus } from '../vocabulary';

interface StatusMenuProps {
  /** Whose status it is: "MT-2291 · White". */
  of: string;
  /** Above the choices: "Move this line to". */
  heading: string;
  status: OrderStatus;
  /** The steps that the server will take; none: the status alone is shown. */
  next: readonly OrderStatus[];
  busy: boolean;
  onChoose: (status: OrderStatus) => void;
  className?: string;
}

/** A status, and where it may go from here. */
export function StatusMenu({ of, heading, status, next, busy, onChoose, className }: StatusMenuProps) {
  if (next.length === 0) return <StatusBadge status={status} />;
  const Icon = busy ? LoaderCircle : ChevronDown;
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          disabled={busy}
          aria-label={`Status of ${of}: ${statusLabel(status)}. Change it`}
          className={cx('touch-target inline-flex items-center gap-0.5 rounded-md hover:bg-sunken', className)}
        >
          <StatusBadge status={status} />
          <Icon aria-hidden className={cx('size-3.5 text-muted', busy && 'animate-spin')} />
        </button>
      }
    >
      <MenuLabel>{heading}</MenuLabel>
      {next.map((each) => (
        <MenuItem key={each} onSelect={() => onChoose(each)}>
          <StatusBadge status={each} />
        </MenuItem>
      ))}
    </Menu>
  );
}
