import type { GridStepDto } from '@/shared/api/generated';
import { daysBetween, formatDay, plural } from '@/shared/lib/format';
import { holderNames } from '@/shared/plan/holders';
import { StepMark } from '@/shared/plan/StepMark';
import { slackWords } from '../vocabulary';
import { pointOf } from './points';

/** A step in words: planned, forecast, happened, whose turn it is, and what it does to the ETD. */
export function StepFacts({ step, closed }: { step: GridStepDto; closed: boolean }) {
  const { label, holder, plannedOn, baselineOn, actualOn, forecastOn, slackDays, critical, state, note } = step;
  const point = pointOf(step, closed);
  const facts: [string, string | null][] = [
    ['Planned', plannedOn && day(plannedOn, baselineOn, 'the first plan')],
    ['Forecast', closed ? null : forecastOn && day(forecastOn, plannedOn, 'planned')],
    ['Happened', actualOn && day(actualOn, plannedOn, 'planned')],
  ];
  return (
    <section>
      <h3 className="flex items-center gap-2 font-semibold">
        {point && <StepMark mark={point.mark} late={point.late} />}
        {label}
        <span className="ms-auto text-[0.8125rem] font-normal text-muted">{holderNames[holder]}</span>
      </h3>
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-[0.8125rem]">
        {facts.map(
          ([term, value]) =>
            value && (
              <div key={term} className="contents">
                <dt className="text-muted">{term}</dt>
                <dd className="text-end tabular-nums">{value}</dd>
              </div>
            ),
        )}
      </dl>
      {state === 'not_applicable' && <p className="text-[0.8125rem] text-muted">Does not apply to this line.</p>}
      {state === 'rejected' && <p className="text-[0.8125rem] text-bad">Rejected: it has to be done again.</p>}
      {!closed && slackDays !== null && !actualOn && (
        <p className={slackDays < 0 ? 'mt-1 text-[0.8125rem] text-bad' : 'mt-1 text-[0.8125rem] text-muted'}>
          {slackDays < 0 ? `The ETD slips: ${slackWords(slackDays)}` : `For the ETD ${slackWords(slackDays)}`}
          {critical && '; the chain that decides runs through it'}.
        </p>
      )}
      {note && <p className="mt-1 whitespace-pre-line break-words text-[0.8125rem]">{note}</p>}
    </section>
  );
}

/** `10 Nov 2026, 3 days after planned` */
function day(on: string, against: string | null, what: string): string {
  const days = against ? daysBetween(against, on) : 0;
  if (days === 0) return formatDay(on);
  return `${formatDay(on)}, ${plural(Math.abs(days), 'day')} ${days > 0 ? 'after' : 'before'} ${what}`;
}
