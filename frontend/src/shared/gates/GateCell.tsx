import { ListChecks } from 'lucide-react';
import type { GateDto } from '../api/generated';
import { cx } from '../lib/cx';
import { today } from '../lib/house';
import { tints } from '../ui/Badge';
import { clockOf } from './clock';
import { gateLook, type GateHolder } from './vocabulary';

interface GateCellProps {
  gate: GateDto;
  /** How many of several lines have passed it: `1/3`. */
  passed?: string;
}

/** Icon and tint say how the gate stands, the clock how long its holder has had it. Readers hear both in words. */
export function GateCell({ gate, passed }: GateCellProps) {
  const { tone, icon: Icon, word } = gateLook(gate);
  const clock = clockOf(gate, today());
  const beside = passed ?? (gate.round > 1 && `R${gate.round}`);
  return (
    <span
      title={gateSentence(gate)}
      className={cx(
        'inline-flex h-6 w-fit shrink-0 items-center gap-1.5 whitespace-nowrap rounded-md px-2 text-xs font-medium tabular-nums',
        clock?.late ? tints.urgent : tints[tone],
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2.25} />
      {gate.name}
      <span className="sr-only">: {word}</span>
      {beside && <span className="font-normal">{beside}</span>}
      {clock && (gate.status !== null || clock.late) && <span className="font-normal">{clock.days}</span>}
    </span>
  );
}

const who: Record<GateHolder, string> = { us: 'Us', mill: 'Mill', buyer: 'Buyer', lab: 'Lab' };

/** A gate in a column that carries its name: state, round, who has it, and the days of their clock. */
export function GateMark({ gate, passed }: GateCellProps) {
  const { tone, icon: Icon } = gateLook(gate);
  const clock = clockOf(gate, today());
  const counts = clock && gate.holder && (gate.status !== null || clock.late);
  return (
    <span
      title={gateSentence(gate)}
      className={cx(
        'inline-flex min-h-6 flex-col justify-center whitespace-nowrap rounded-md px-1.5 py-0.5 text-start text-xs font-medium leading-4 tabular-nums',
        clock?.late ? tints.urgent : tints[tone],
      )}
    >
      <span className="inline-flex items-center gap-1">
        <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2.25} />
        {passed ?? (gate.round > 1 && `R${gate.round}`)}
        {counts && gate.holder && <span>{who[gate.holder]}</span>}
      </span>
      {counts && <span className="font-normal">{clock.days}</span>}
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
