import { MessageSquareText } from 'lucide-react';
import type { MilestoneDto, StepForecastDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';
import { today } from '@/shared/lib/house';
import { Day } from '@/shared/ui/Values';
import { type Standing, standingOf } from '../standing';
import { holderNames } from '@/shared/plan/holders';

interface StepTileProps {
  step: MilestoneDto;
  forecast?: StepForecastDto;
  closed: boolean;
  onOpen: () => void;
}

const inks: Record<Standing['tone'], string> = {
  calm: 'text-muted',
  accent: 'text-accent-text',
  info: 'text-info',
  good: 'text-good',
  warn: 'text-warn',
  urgent: 'text-urgent',
  bad: 'text-bad',
};

/** One step: its day, and in words how it stands. Opens to be changed. */
export function StepTile({ step, forecast, closed, onOpen }: StepTileProps) {
  const { state, label, plannedOn, actualOn, note, holder } = step;
  const slips = !closed && !actualOn && forecast && plannedOn && forecast.forecastOn > plannedOn;
  const critical = forecast?.critical === true && !actualOn && !closed;
  const standing = standingOf(step, today(), closed);
  const { icon: Icon } = standing;
  const day = actualOn ?? plannedOn;
  return (
    <button
      type="button"
      onClick={onOpen}
      className={cx(
        'flex h-full w-full flex-col gap-1 rounded-lg border px-3 py-2.5 text-start text-sm transition-colors',
        standing.late
          ? 'border-bad/40 bg-bad-tint hover:border-bad'
          : 'border-line hover:border-line-strong hover:bg-hover',
        state === 'not_applicable' && 'border-dashed',
        critical && 'border-s-4 border-s-accent',
      )}
    >
      <span
        className={cx('flex items-start justify-between gap-2 font-medium', state === 'not_applicable' && 'text-muted')}
      >
        {label}
        {note && (
          <span title={note} className="mt-0.5 shrink-0 text-muted">
            <MessageSquareText aria-hidden className="size-3.5" />
            <span className="sr-only"> with a note</span>
          </span>
        )}
      </span>
      {day && (
        <span className={cx('text-[0.8125rem]', standing.late ? 'text-ink' : 'text-muted')}>
          {!actualOn && 'planned '}
          <Day day={day} />
        </span>
      )}
      {slips && (
        <span className="text-[0.8125rem] text-urgent">
          forecast <Day day={forecast.forecastOn} />
        </span>
      )}
      <span className={cx('mt-auto flex items-center gap-1.5 text-xs font-medium', inks[standing.tone])}>
        <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2.25} />
        {standing.words}
        <span className="ms-auto font-normal text-muted">
          {critical && <span className="sr-only">critical, </span>}
          {state !== 'not_applicable' && !actualOn && holderNames[holder]}
        </span>
      </span>
    </button>
  );
}
