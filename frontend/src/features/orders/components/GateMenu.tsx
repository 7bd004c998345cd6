import { CircleCheck, CircleX, Eraser, History, Plus, RefreshCw, Send } from 'lucide-react';
import type { LineDto } from '@/shared/api/generated';
import { Menu, MenuItem, MenuLabel, MenuSeparator } from '@/shared/ui/Menu';
import { useRecordApproval } from '../api';
import { gateSentence } from '../gate-looks';
import { type GateAt, gateNames, gates, gatesOf } from '../vocabulary';
import type { GateQuestion } from './ApprovalDialog';
import { GateBadge } from './GateChips';

interface LineGatesProps {
  line: LineDto;
  onAsk: (question: GateQuestion) => void;
}

/** Each gate of a line as a chip with its menu, and a way to begin another. */
export function LineGates({ line, onAsk }: LineGatesProps) {
  const touched = gatesOf(line.approvalStatus);
  const untouched = gates.filter((gate) => !touched.some((each) => each.gate === gate));
  return (
    <span className="inline-flex flex-wrap items-center gap-1">
      {touched.map((each) => (
        <GateMenu key={each.gate} at={each} line={line} onAsk={onAsk} />
      ))}
      {untouched.length > 0 && (
        <Menu
          align="start"
          trigger={
            <button
              type="button"
              aria-label={`Begin a gate of ${line.label}`}
              className="touch-target inline-flex h-6 items-center gap-1 rounded-md border border-dashed border-line-strong/60 px-1.5 text-xs text-muted hover:border-line-strong hover:text-ink"
            >
              <Plus aria-hidden className="size-3.5" />
              Gate
            </button>
          }
        >
          <MenuLabel>Submitted to the buyer</MenuLabel>
          {untouched.map((gate) => (
            <MenuItem key={gate} onSelect={() => onAsk({ line, gate, status: 'submission' })}>
              {gateNames[gate]}…
            </MenuItem>
          ))}
        </Menu>
      )}
    </span>
  );
}

function GateMenu({ at, line, onAsk }: LineGatesProps & { at: GateAt }) {
  const { gate, state } = at;
  const { mutate, isPending } = useRecordApproval(line);
  const ask = (status: GateQuestion['status']) => () => onAsk({ line, gate, status });
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          disabled={isPending}
          aria-label={`${gateSentence(at)}, ${line.label}. Record a decision`}
          className="touch-target rounded-md hover:brightness-95 disabled:opacity-55 dark:hover:brightness-125"
        >
          <GateBadge {...at} />
        </button>
      }
    >
      <MenuLabel>{gateNames[gate]}</MenuLabel>
      {state !== 'approved' && (
        <MenuItem icon={CircleCheck} onSelect={() => mutate({ approvalType: gate, status: 'approved' })}>
          Approved today
        </MenuItem>
      )}
      {state !== 'approved' && (
        <MenuItem icon={CircleCheck} onSelect={ask('approved')}>
          Approved, with day and note…
        </MenuItem>
      )}
      {state !== 'rejected' && (
        <MenuItem icon={CircleX} onSelect={ask('rejected')}>
          Rejected…
        </MenuItem>
      )}
      <MenuItem
        icon={state === 'rejected' ? RefreshCw : Send}
        onSelect={ask(state === 'rejected' ? 'resubmission' : 'submission')}
      >
        {state === 'rejected' ? 'Resubmitted…' : 'Submitted again…'}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={History} onSelect={ask(state)}>
        What was decided…
      </MenuItem>
      <MenuItem icon={Eraser} onSelect={ask('cleared')}>
        Clear…
      </MenuItem>
    </Menu>
  );
}
