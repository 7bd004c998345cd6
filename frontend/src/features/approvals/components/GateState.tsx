import { gateSentence } from '@/shared/gates/GateCell';
import { GateMenu } from '@/shared/gates/GateMenu';
import type { GateQuestion } from '@/shared/gates/questions';
import { type GateOfLine, gateLook } from '@/shared/gates/vocabulary';
import { Badge } from '@/shared/ui/Badge';

interface GateStateProps {
  of: GateOfLine;
  /** Null where the person may not record on it. */
  onAsk: ((question: GateQuestion) => void) | null;
}

/** State and round, where the name stands beside it; with the gate's menu. */
export function GateState({ of, onAsk }: GateStateProps) {
  const { gate, lineLabel } = of;
  const { tone, icon, word } = gateLook(gate);
  const badge = (
    <Badge tone={tone} icon={icon}>
      {gate.round > 0 ? `R${gate.round}` : word}
      {gate.round > 0 && <span className="sr-only">: {word}</span>}
    </Badge>
  );
  if (!onAsk) return badge;
  return (
    <GateMenu
      of={of}
      onAsk={onAsk}
      trigger={
        <button
          type="button"
          aria-label={`${gateSentence(gate)}, ${lineLabel}. Record a decision`}
          className="touch-target relative z-1 shrink-0 rounded-md hover:brightness-95 dark:hover:brightness-125"
        >
          {badge}
        </button>
      }
    />
  );
}
