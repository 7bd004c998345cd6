import { ListChecks } from 'lucide-react';
import { useState } from 'react';
import type { LineDto } from '@/shared/api/generated';
import { useOverride } from '@/shared/gates/override';
import { plural } from '@/shared/lib/format';
import { StatusBadge, statusLabel } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Dialog } from '@/shared/ui/Dialog';
import { Menu, MenuItem, MenuLabel } from '@/shared/ui/Menu';
import { useSetLineStatuses } from '../api';
import { useAgreement } from '../revision/use-agreement';
import { type OrderStatus, statuses } from '../vocabulary';

interface MoveLinesProps {
  orderId: string;
  lines: readonly LineDto[];
  /** On the button: "Move 3 lines". */
  label: string;
  onMoved: () => void;
}

/** Moves some lines of an order. Which of them may not go, and why, is said before anything is done. */
export function MoveLines({ orderId, lines, label, onMoved }: MoveLinesProps) {
  const { attempt, question } = useOverride();
  const agreement = useAgreement(lines.length === 1 ? (lines[0]?.label ?? '') : plural(lines.length, 'line'), orderId);
  const { mutate, isPending } = useSetLineStatuses(orderId, attempt, agreement.attempt);
  const [asked, setAsked] = useState<OrderStatus | null>(null);
  const choices = statuses
    .map((status) => ({ status, able: ableLines(lines, status) }))
    .filter(({ able }) => able.length > 0);
  if (choices.length === 0) return null;

  const move = (status: OrderStatus, able: readonly LineDto[]) =>
    mutate({ status, lineIds: able.map(({ id }) => id) }, { onSuccess: onMoved, onSettled: () => setAsked(null) });
  const choose = (status: OrderStatus, able: readonly LineDto[]) =>
    refusedLines(lines, status).length > 0 ? setAsked(status) : move(status, able);

  return (
    <>
      <Menu
        trigger={
          <Button icon={ListChecks} busy={isPending}>
            {label}
          </Button>
        }
      >
        <MenuLabel>{plural(lines.length, 'line')} to</MenuLabel>
        {choices.map(({ status, able }) => (
          <MenuItem key={status} onSelect={() => choose(status, able)}>
            <StatusBadge status={status} />
            {refusedLines(lines, status).length > 0 && (
              <span className="ms-auto ps-4 text-xs text-muted">
                {able.length} of {lines.length}
              </span>
            )}
          </MenuItem>
        ))}
      </Menu>
      {asked && (
        <SomeCannot
          lines={lines}
          status={asked}
          busy={isPending}
          onMove={(able) => move(asked, able)}
          onClose={() => setAsked(null)}
        />
      )}
      {question}
      {agreement.question}
    </>
  );
}

/** Those that are elsewhere and may go there. */
const ableLines = (lines: readonly LineDto[], status: OrderStatus) =>
  lines.filter((line) => line.nextStatuses.includes(status));

const refusedLines = (lines: readonly LineDto[], status: OrderStatus) =>
  lines.filter((line) => line.status !== status && !line.nextStatuses.includes(status));

interface SomeCannotProps {
  lines: readonly LineDto[];
  status: OrderStatus;
  busy: boolean;
  onMove: (able: readonly LineDto[]) => void;
  onClose: () => void;
}

function SomeCannot({ lines, status, busy, onMove, onClose }: SomeCannotProps) {
  const able = ableLines(lines, status);
  const refused = refusedLines(lines, status);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Move ${plural(able.length, 'line')} to ${statusLabel(status).toLowerCase()}?`}
      description={`${plural(refused.length, 'line')} cannot go there from where they stand, and stay.`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={busy} onClick={() => onMove(able)}>
            Move {plural(able.length, 'line')}
          </Button>
        </>
      }
    >
      <ul aria-label="Lines that stay" className="divide-y divide-line rounded-lg border border-line text-sm">
        {refused.map((line) => (
          <li key={line.id} className="px-3 py-2.5">
            <p className="font-medium">{line.label}</p>
            <p className="text-[0.8125rem] text-muted">
              {statusLabel(line.status)}: from here it can become{' '}
              {line.nextStatuses.map((next) => statusLabel(next).toLowerCase()).join(' or ')}.
            </p>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
