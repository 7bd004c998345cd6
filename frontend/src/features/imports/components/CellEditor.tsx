import { Check, Lightbulb, RotateCcw } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type FormEvent, type RefObject, useState } from 'react';
import type { CellDecisionDto, DryRunCellDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';
import { formatDay } from '@/shared/lib/format';
import { Button } from '@/shared/ui/Button';
import { Field } from '@/shared/ui/Field';
import { Input } from '@/shared/ui/Input';
import { popupLook } from '@/shared/ui/Menu';
import { choicesFor, chosen, isInForce } from '../decisions';
import { fieldLabels, isMilestone } from '../fields';
import { CellOutcome } from './CellOutcome';

export interface CellEditorProps {
  cell: DryRunCellDto;
  /** Days up to this one have happened, unless the person says otherwise. */
  asOf: string;
  decision: CellDecisionDto | undefined;
  /** The element that was opened; the focus goes back to it. */
  anchor: RefObject<HTMLElement | null>;
  onDecide: (decision: CellDecisionDto | undefined) => void;
  onClose: () => void;
}

/** Beside a cell: what it says, what it becomes, and what else it could become. */
export function CellEditor({ cell, asOf, decision, anchor, onDecide, onClose }: CellEditorProps) {
  const { address, field, shown, outcome } = cell;
  const label = field ? fieldLabels[field] : address;
  const decide = (next: CellDecisionDto | undefined) => {
    onDecide(next);
    onClose();
  };
  return (
    <Popover.Root open modal onOpenChange={(open) => !open && onClose()}>
      <Popover.Anchor virtualRef={anchor as RefObject<HTMLElement>} />
      <Popover.Portal>
        <Popover.Content
          aria-label={`${address}, ${label}`}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            anchor.current?.focus();
          }}
          className={cx(popupLook, 'w-76')}
        >
          <div className="flex flex-col gap-1 px-2.5 pb-2 pt-1.5">
            <p className="text-xs font-medium text-muted">
              {address} · {label}
            </p>
            {shown && <p className="max-h-24 overflow-y-auto whitespace-pre-wrap break-words text-sm">{shown}</p>}
            <CellOutcome outcome={outcome} />
          </div>
          <Choices cell={cell} decision={decision} onDecide={decide} />
          <ValueForm cell={cell} asOf={asOf} onDecide={decide} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

interface ValueFormProps extends Pick<CellEditorProps, 'cell' | 'asOf'> {
  onDecide: (decision: CellDecisionDto) => void;
}

interface ChoicesProps {
  cell: DryRunCellDto;
  decision: CellDecisionDto | undefined;
  onDecide: (decision: CellDecisionDto | undefined) => void;
}

const rowLook =
  'touch-tall flex w-full items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-start text-sm hover:bg-hover ' +
  'focus-visible:outline-offset-[-2px] [&_svg]:size-4 [&_svg]:shrink-0';

function Choices({ cell, decision, onDecide }: ChoicesProps) {
  const { outcome } = cell;
  return (
    <div role="group" aria-label="What it becomes" className="border-t border-line pt-1.5">
      {outcome.suggestion && (
        <button
          type="button"
          className={cx(rowLook, 'text-accent-text')}
          onClick={() => onDecide({ as: 'value', value: outcome.suggestion ?? '' })}
        >
          <Lightbulb aria-hidden />
          Take {/^\d{4}-/.test(outcome.suggestion) ? formatDay(outcome.suggestion) : outcome.suggestion}
        </button>
      )}
      {choicesFor(cell).map(({ as, label, hint }) => (
        <button
          key={as}
          type="button"
          aria-pressed={isInForce(cell, as)}
          className={rowLook}
          onClick={() => onDecide(chosen(as, decision))}
        >
          <span className="min-w-0 flex-1">
            {label}
            <span className="block text-xs text-muted max-md:hidden">{hint}</span>
          </span>
          {isInForce(cell, as) && <Check aria-hidden className="text-accent-text" />}
        </button>
      ))}
      {decision && (
        <button type="button" className={cx(rowLook, 'text-muted')} onClick={() => onDecide(undefined)}>
          <RotateCcw aria-hidden />
          As the sheet has it
        </button>
      )}
    </div>
  );
}

/** Another value: a day for a step, words or a number else. */
function ValueForm({ cell: { field, outcome, decided }, asOf, onDecide }: ValueFormProps) {
  const isDay = isMilestone(field);
  const known = isDay ? outcome.date : (outcome.value ?? outcome.text);
  const [value, setValue] = useState(known ?? '');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!value.trim()) return;
    const kind = value <= asOf ? 'actual' : 'planned';
    onDecide(isDay ? { as: 'value', value, kind: (decided && outcome.kind) || kind } : { as: 'value', value });
  };
  return (
    <form onSubmit={send} className="mt-1.5 flex items-end gap-2 border-t border-line px-2.5 pb-1.5 pt-2.5">
      <Field label={isDay ? 'Another day' : 'Another value'} className="flex-1">
        <Input type={isDay ? 'date' : 'text'} value={value} onChange={(event) => setValue(event.target.value)} />
      </Field>
      <Button type="submit" disabled={!value.trim() || value === known}>
        Take it
      </Button>
    </form>
  );
}
