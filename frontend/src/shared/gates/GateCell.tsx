import { ListChecks } from 'lucide-react';
import type { GateDto } from '../api/generated';
import { cx } from '../lib/cx';
import { today } from '../lib/house';
import { tints } from '../ui/Badge';
import { clockOf } from './clock';
import { gateLook } from './vocabulary';

interface GateCellProps {
  gate: GateDto;
  /** Without its name, where the column says it. */
  bare?: boolean;
  className?: string;
}

/** Icon and tint say how the gate stands, the clock how long its holder has had it. Readers hear both in words. */
export function GateCell({ gate, bare = false, className }: GateCellProps) {
  const { tone, icon: Icon, word } = gateLook(gate);
  const clock = clockOf(gate, today());
  const round = gate.round > 1 ? `R${gate.round}` : null;
  return (
    <span
      title={gateSentence(gate)}
      className={cx(
        'inline-flex h-6 w-fit shrink-0 items-center gap-1.5 whitespace-nowrap rounded-md px-2 text-xs font-medium tabular-nums',
        clock?.late ? tints.urgent : tints[tone],
        className,
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2.25} />
      {bare ? <span className="sr-only">{gate.name}</span> : gate.name}
      <span className="sr-only">: {word}</span>
      {round && <span className="font-normal">{round}</span>}
      {clock && (gate.status !== null || clock.late) && <span className="font-normal">{clock.days}</span>}
    </span>
  );
}

/** `Lab dip: submitted, round 2, with the buyer 6 d of 5, late` */
export function gateSentence(gate: GateDto): string {
  const clock = clockOf(gate, today());
  return [
    `${gate.name}: ${gateLook(gate).word.toLowerCase()}`,
    gate.round > 1 && `round ${gate.round}`,
    clock?.words,
    clock?.late && 'late',
    gate.conditionOpen && gate.condition,
  ]
    .filter(Boolean)
    .join(', ');
}

/** An open condition in words, where there is room for it. */
export function OpenCondition({ gate }: { gate: GateDto }) {
  if (!gate.conditionOpen) return null;
  return (
    <span className="inline-flex items-start gap-1.5 text-[0.8125rem] text-warn">
      <ListChecks aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span>
        {gate.name}: {gate.condition}
      </span>
    </span>
  );
}
