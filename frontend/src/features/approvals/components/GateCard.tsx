import { Link } from '@tanstack/react-router';
import { Clock3, MoveRight, TriangleAlert } from 'lucide-react';
import type { LineGateDto } from '@/shared/api/generated';
import { clockOf } from '@/shared/gates/clock';
import { OpenCondition } from '@/shared/gates/GateCell';
import { GateMenu } from '@/shared/gates/GateMenu';
import type { GateQuestion } from '@/shared/gates/questions';
import type { GateDeeds } from '@/shared/gates/use-gate-deeds';
import { type GateOfLine, gateLook } from '@/shared/gates/vocabulary';
import { cx } from '@/shared/lib/cx';
import { formatDay } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { paths } from '@/shared/lib/paths';
import { Badge, tints } from '@/shared/ui/Badge';

interface GateCardProps {
  gate: LineGateDto;
  /** Whether the person may record on it. */
  may: boolean;
  deeds: GateDeeds;
  onAsk: (question: GateQuestion) => void;
}

/** One gate of one line, with the clock of whoever holds it. */
export function GateCard({ gate, may, deeds, onAsk }: GateCardProps) {
  const of: GateOfLine = { orderId: gate.orderId, lineId: gate.orderLineId, lineLabel: gate.lineLabel, gate };
  const look = gateLook(gate);
  const clock = clockOf(gate, today());
  return (
    <li
      className="rounded-xl border border-line bg-surface p-3 text-sm shadow-sm focus-within:border-line-strong"
      onKeyDown={(event) => {
        if (!may || !(event.target instanceof HTMLElement) || event.target.closest('[role=menu]')) return;
        const card = event.currentTarget;
        deeds.onKey(event, [of], () => openMenu(card));
      }}
    >
      <p className="flex items-start justify-between gap-2">
        <Link
          to={paths.order(gate.orderId)}
          search={{ line: gate.orderLineId } as never}
          data-card
          className="min-w-0 break-words rounded font-medium hover:text-accent-text"
        >
          {gate.colorName ?? gate.colorCode ?? gate.styleNumber}
          <span className="font-normal text-muted"> · {gate.name}</span>
        </Link>
        <Badge tone={look.tone} icon={look.icon}>
          {gate.round > 0 ? `R${gate.round}` : look.word}
          {gate.round > 0 && <span className="sr-only">: {look.word}</span>}
        </Badge>
      </p>
      <p className="mt-1 text-[0.8125rem] text-muted">
        {gate.orderNumber} · {gate.customerName} · {gate.styleNumber}
        {gate.millName && ` · ${gate.millName}`}
      </p>
      <OpenCondition gate={gate} />
      <div className="mt-2 flex flex-wrap items-center justify-between gap-2">
        {clock ? (
          <span
            className={cx(
              'inline-flex items-center gap-1.5 rounded-md px-2 py-0.5 text-xs font-medium tabular-nums',
              clock.late ? tints.urgent : tints.calm,
            )}
          >
            {clock.late ? (
              <TriangleAlert aria-hidden className="size-3.5" />
            ) : (
              <Clock3 aria-hidden className="size-3.5" />
            )}
            {gate.status === 'rejected' ? clock.words : clock.days}
            {clock.late ? ' · late' : gate.dueOn && ` · due ${formatDay(gate.dueOn)}`}
          </span>
        ) : (
          <span />
        )}
        {may && (
          <GateMenu
            of={of}
            onAsk={onAsk}
            trigger={
              <button
                type="button"
                data-move
                aria-label={`Move ${gate.name} of ${gate.lineLabel}`}
                className="touch-target inline-flex items-center gap-1 rounded-md px-1.5 py-0.5 text-[0.8125rem] text-muted hover:bg-hover hover:text-ink"
              >
                Move to…
                <MoveRight aria-hidden className="size-3.5" />
              </button>
            }
          />
        )}
      </div>
    </li>
  );
}

/** A menu of Radix opens by its own keys on its button. */
function openMenu(card: HTMLElement): void {
  const move = card.querySelector<HTMLElement>('[data-move]');
  move?.focus();
  move?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
}
