import { Link, useNavigate } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import type { LineGateDto } from '@/shared/api/generated';
import { OpenCondition } from '@/shared/gates/GateCell';
import type { GateQuestion } from '@/shared/gates/questions';
import type { GateDeeds } from '@/shared/gates/use-gate-deeds';
import type { GateOfLine } from '@/shared/gates/vocabulary';
import { cx } from '@/shared/lib/cx';
import { useSingleKeys } from '@/shared/lib/keys';
import { notify } from '@/shared/lib/notify';
import { paths } from '@/shared/lib/paths';
import type { SentRound } from '../api';
import type { ColumnKey } from '../columns';
import { Ageing, AgeingBar } from './Ageing';
import { GateState } from './GateState';
import { MoveMenu, openMoveMenu } from './MoveMenu';
import { RoundStrip } from './RoundStrip';

/** What the board lets a card do. */
export interface BoardDeeds {
  /** Whether the person may record on gates. */
  may: boolean;
  deeds: GateDeeds;
  onAsk: (question: GateQuestion) => void;
  onMove: (gate: LineGateDto, column: ColumnKey) => void;
  onDrag: (gate: LineGateDto | null) => void;
}

interface GateCardProps extends BoardDeeds {
  gate: LineGateDto;
  round: SentRound | null;
}

/** One gate of one line, with the clock of whoever holds it. */
export function GateCard({ gate, round, may, deeds, onAsk, onMove, onDrag }: GateCardProps) {
  const navigate = useNavigate();
  const of: GateOfLine = { orderId: gate.orderId, lineId: gate.orderLineId, lineLabel: gate.lineLabel, gate };

  const compare = () => {
    if (round) return void navigate({ to: paths.compareSamples, search: { sampleId: round.id } as never });
    notify.info(`Nothing was sent for ${gate.name} of ${gate.lineLabel} yet: there is nothing to compare.`);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!(event.target instanceof HTMLElement) || event.target.closest('[role=menu]')) return;
    const card = event.currentTarget;
    if (event.key === ' ' && event.target.matches('[data-card]') && useSingleKeys.getState().on) {
      event.preventDefault();
      return compare();
    }
    if (may) deeds.onKey(event, [of], () => openMoveMenu(card));
  };

  return (
    <li
      draggable={may}
      onDragStart={() => onDrag(gate)}
      onDragEnd={() => onDrag(null)}
      onKeyDown={onKeyDown}
      className={cx(
        'rounded-xl border border-line bg-surface p-3 text-sm shadow-sm focus-within:border-line-strong',
        may && 'cursor-grab active:cursor-grabbing',
      )}
    >
      <p className="flex items-start justify-between gap-2">
        <Link
          to={paths.order(gate.orderId)}
          search={{ line: gate.orderLineId } as never}
          data-card
          draggable={false}
          className="min-w-0 break-words rounded font-medium hover:text-accent-text"
        >
          {gate.colorName ?? gate.colorCode ?? gate.styleNumber}
          {gate.part > 1 && ` part ${gate.part}`}
          <span className="font-normal text-muted"> · {gate.name}</span>
        </Link>
        <GateState of={of} onAsk={may ? onAsk : null} />
      </p>
      <p className="mt-1 text-[0.8125rem] text-muted">
        {gate.orderNumber} · {gate.customerName} · {gate.styleNumber}
        {gate.millName && ` · ${gate.millName}`}
      </p>
      <OpenCondition gate={gate} />
      {round && <RoundStrip round={round} of={gate.lineLabel} />}
      <div className="mt-2 flex flex-wrap items-center justify-between gap-2">
        <Ageing gate={gate} />
        {may && <MoveMenu gate={gate} onMove={onMove} />}
      </div>
      <AgeingBar gate={gate} />
    </li>
  );
}
