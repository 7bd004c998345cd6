import { Link } from '@tanstack/react-router';
import {
  CircleCheck,
  CircleX,
  Eraser,
  History,
  ListChecks,
  RefreshCw,
  Repeat,
  ScissorsLineDashed,
  Send,
  Trash2,
} from 'lucide-react';
import type { ReactElement } from 'react';
import { cx } from '../lib/cx';
import { notify } from '../lib/notify';
import { paths } from '../lib/paths';
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '../ui/Menu';
import { useDecide, useRemoveGate } from './api';
import { GateCell, gateSentence } from './GateCell';
import type { GateQuestion } from './questions';
import { type GateOfLine, isOut, type KnownGate } from './vocabulary';

/** What is sent for these is a sample of its own, whose rounds stand under the order. */
const decidedBySamples: ReadonlySet<string> = new Set<KnownGate>([
  'labDip',
  'strikeOff',
  'handloom',
  'bulkSwatch',
  'ppSample',
]);

interface GateMenuProps {
  of: GateOfLine;
  /** Opens a dialog that asks for more: `<GateDialogs question={…} />`. */
  onAsk: (question: GateQuestion) => void;
  /** In place of the usual cell. One button. */
  trigger?: ReactElement;
  className?: string;
}

/** A gate's cell with what may be recorded on it. Approving is two actions: the cell, then “Approve” or the key A. */
export function GateMenu({ of, onAsk, trigger, className }: GateMenuProps) {
  const { gate, lineLabel } = of;
  const { mutate, isPending } = useDecide(of);
  const remove = useRemoveGate(of);
  const may = (status: GateQuestion['status']) => gate.nextStatuses.includes(status);
  const ask = (what: GateQuestion['what'], status: GateQuestion['status'] = 'approved') => onAsk({ what, of, status });

  const approve = () =>
    mutate({ status: 'approved' }, { onSuccess: () => notify.success(`${gate.name} of ${lineLabel} is approved.`) });
  const round = may('submission') ? 'submission' : 'resubmission';
  const send = () =>
    mutate({ status: round }, { onSuccess: () => notify.success(`${gate.name} of ${lineLabel} is sent.`) });
  const out = isOut(gate.status);
  const sendAgain = () => ask('decision', 'submission');
  const keys = {
    ...(gate.status !== 'approved' ? { a: approve } : {}),
    ...(may('rejected') ? { r: () => ask('decision', 'rejected') } : {}),
    ...(may(round) && gate.status !== 'approved' ? { t: out ? sendAgain : send } : {}),
    ...(may('cleared') ? { delete: () => ask('decision', 'cleared') } : {}),
  };

  return (
    <Menu
      align="start"
      keys={keys}
      trigger={
        trigger ?? (
          <button
            type="button"
            disabled={isPending}
            aria-label={`${gateSentence(gate)}, ${lineLabel}. Record a decision`}
            className={cx(
              'touch-target rounded-md hover:brightness-95 disabled:opacity-55 dark:hover:brightness-125',
              className,
            )}
          >
            <GateCell gate={gate} />
          </button>
        )
      }
    >
      <MenuLabel>{gate.name}</MenuLabel>
      {gate.conditionOpen && (
        <MenuItem icon={ListChecks} onSelect={() => ask('condition')}>
          Condition seen to…
        </MenuItem>
      )}
      {gate.status !== 'approved' && (
        <MenuItem icon={CircleCheck} hint="A" onSelect={approve}>
          Approve
        </MenuItem>
      )}
      {may('approved') && (
        <MenuItem icon={CircleCheck} onSelect={() => ask('decision', 'approved')}>
          {gate.status === 'approved' ? 'Approve again…' : 'Approve with day, note or condition…'}
        </MenuItem>
      )}
      {may('rejected') && (
        <MenuItem icon={CircleX} hint="R" onSelect={() => ask('decision', 'rejected')}>
          Reject…
        </MenuItem>
      )}
      {out && may(round) && (
        <MenuItem icon={Send} hint="T" onSelect={sendAgain}>
          Sent once more…
        </MenuItem>
      )}
      {!out && gate.status !== 'approved' && may(round) && (
        <MenuItem icon={round === 'submission' ? Send : RefreshCw} hint="T" onSelect={send}>
          {round === 'submission' ? 'Submitted today' : 'Resubmitted today'}
        </MenuItem>
      )}
      {!out && may(round) && (
        <MenuItem icon={round === 'submission' ? Send : RefreshCw} onSelect={() => ask('decision', round)}>
          {gate.status === 'approved' && 'Open again with another round…'}
          {gate.status !== 'approved' &&
            (round === 'submission' ? 'Submitted on another day…' : 'Resubmitted on another day…')}
        </MenuItem>
      )}
      <MenuSeparator />
      {gate.holder && (
        <MenuItem icon={Repeat} onSelect={() => ask('holding')}>
          Hand over…
        </MenuItem>
      )}
      {decidedBySamples.has(gate.key) && (
        <MenuItem asChild>
          <Link to={paths.order(of.orderId)} search={{ tab: 'samples' } as never}>
            <ScissorsLineDashed aria-hidden />
            Its samples
          </Link>
        </MenuItem>
      )}
      <MenuItem icon={History} onSelect={() => ask('history')}>
        What was recorded…
      </MenuItem>
      {may('cleared') && (
        <MenuItem icon={Eraser} onSelect={() => ask('decision', 'cleared')}>
          Clear…
        </MenuItem>
      )}
      {gate.status === null && (
        <MenuItem icon={Trash2} danger onSelect={() => remove.mutate()}>
          Take off this line
        </MenuItem>
      )}
    </Menu>
  );
}
