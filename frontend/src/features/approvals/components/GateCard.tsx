import { Link, useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { LineGateDto } from '@/shared/api/generated';
import { OpenCondition } from '@/shared/gates/GateCell';
import type { GateQuestion } from '@/shared/gates/questions';
import type { GateDeeds } from '@/shared/gates/use-gate-deeds';
import type { GateOfLine } from '@/shared/gates/vocabulary';
import { cx } from '@/shared/lib/cx';
import { useSingleKeys } from '@/shared/lib/keys';
import { notify } from '@/shared/lib/notify';
import { paths } from '@/shared/lib/paths';
import { Day } from '@/shared/ui/Values';
import type { SentRound } from '../api';
import type { ColumnKey } from '../columns';
import { Ageing, AgeingBar } from './Ageing';
import { CardDeeds, ShareButton, shareCard } from './CardDeeds';
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
  onRemind: (gate: LineGateDto, round: SentRound | null) => void;
}

interface GateCardProps extends BoardDeeds {
  gate: LineGateDto;
  /** A link led here. */
  shared: boolean;
  round: SentRound | null;
}

/** One gate of one line, with the clock of whoever holds it. */
export function GateCard({ gate, shared, round, may, deeds, onAsk, onMove, onDrag, onRemind }: GateCardProps) {
  const navigate = useNavigate();
  const title = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (shared) title.current?.focus();
  }, [shared]);
  useFocusOnNext(title);
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
    if (may) deeds.onKey(event, [of], { m: () => openMoveMenu(card), s: () => void shareCard(gate) });
  };

  return (
    <li
      draggable={may}
      onDragStart={() => onDrag(gate)}
      onDragEnd={() => onDrag(null)}
      onKeyDown={onKeyDown}
      className={cx(
        'rounded-xl border bg-surface p-3 text-sm shadow-sm focus-within:border-line-strong',
        shared ? 'border-accent' : 'border-line',
        may && 'cursor-grab active:cursor-grabbing',
      )}
    >
      <p className="flex items-start justify-between gap-2">
        <Link
          to={paths.order(gate.orderId)}
          search={{ line: gate.orderLineId } as never}
          ref={title}
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
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Ageing gate={gate} />
        {gate.remindedOn && (
          <span className="text-[0.8125rem] text-muted">
            reminded <Day day={gate.remindedOn} />
          </span>
        )}
      </div>
      <AgeingBar gate={gate} />
      {may && (
        <div className="-mx-1 -mb-1 mt-2 flex flex-wrap items-center gap-x-1">
          <CardDeeds gate={gate} round={round} onRemind={() => onRemind(gate, round)} />
          <span className="ms-auto inline-flex">
            <ShareButton gate={gate} />
            <MoveMenu gate={gate} onMove={onMove} />
          </span>
        </div>
      )}
    </li>
  );
}

/** A card that is decided leaves its column: who walked along it by keys goes on with the next one. */
function useFocusOnNext(card: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const item = card.current?.closest('li');
    return () => {
      if (!item?.contains(document.activeElement)) return;
      const next = (item.nextElementSibling ?? item.previousElementSibling)?.querySelector<HTMLElement>('[data-card]');
      setTimeout(() => {
        if (document.activeElement === document.body) next?.focus();
      });
    };
  }, [card]);
}
