import type { ComponentProps } from 'react';
import { clockOf } from '@/shared/gates/clock';
import { GateCell } from '@/shared/gates/GateCell';
import { GateMenu } from '@/shared/gates/GateMenu';
import type { GateQuestion } from '@/shared/gates/questions';
import type { GateOfLine } from '@/shared/gates/vocabulary';
import { plural } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { Badge } from '@/shared/ui/Badge';
import { Popover } from '@/shared/ui/Popover';

interface MoreGatesProps {
  /** Of one line, those that no column shows. */
  of: readonly GateOfLine[];
  /** Whether the person may record on them. */
  may: boolean;
  onAsk: (question: GateQuestion) => void;
  /** What makes the button a cell of the grid. */
  button: ComponentProps<'button'>;
}

/** `+2`: the other gates of a line, each with its menu and keys. Looks late where one of them is. */
export function MoreGates({ of, may, onAsk, button }: MoreGatesProps) {
  const lineLabel = of[0]?.lineLabel ?? '';
  const late = of.filter(({ gate }) => clockOf(gate, today())?.late).length;
  const lateWords = late > 0 ? `, ${late} late` : '';
  return (
    <Popover
      label={`More gates of ${lineLabel}`}
      trigger={
        <button {...button} aria-label={`${plural(of.length, 'more gate')} of ${lineLabel}${lateWords}`}>
          <Badge tone={late > 0 ? 'urgent' : 'calm'} className="px-1.5!">
            +{of.length}
          </Badge>
        </button>
      }
    >
      <span className="flex flex-wrap gap-1.5">
        {of.map((each) =>
          may ? (
            <GateMenu key={each.gate.key} of={each} onAsk={onAsk} />
          ) : (
            <GateCell key={each.gate.key} gate={each.gate} />
          ),
        )}
      </span>
    </Popover>
  );
}
