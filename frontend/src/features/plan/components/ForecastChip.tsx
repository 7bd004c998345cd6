import type { LineForecastDto } from '@/shared/api/generated';
import { formatDay, plural } from '@/shared/lib/format';
import { Badge } from '@/shared/ui/Badge';
import { Popover } from '@/shared/ui/Popover';
import { holderNames } from '@/shared/plan/holders';
import { slackWords, urgencies } from '../vocabulary';

export type Forecast = Pick<LineForecastDto, 'forecastOn' | 'slackDays' | 'urgency' | 'chain' | 'etd' | 'lineLabel'> &
  Partial<Pick<LineForecastDto, 'p80On'>>;

/** How a line stands against its ETD, in a word and in working days; pressed, it says why. */
export function ForecastChip({ forecast }: { forecast: Forecast }) {
  const { forecastOn, slackDays, urgency, lineLabel } = forecast;
  if (!urgency || slackDays === null || !forecastOn) return null;
  const { label, tone, icon } = urgencies[urgency];
  return (
    <Popover
      label={`Why ${lineLabel} is ${label.toLowerCase()}`}
      trigger={
        <button
          type="button"
          className="touch-target inline-flex min-h-6 items-center rounded-md"
          aria-label={`${label}: ${slackWords(slackDays)}. Why?`}
        >
          <Badge tone={tone} icon={icon}>
            {slackDays < 0 ? `${label} by ${plural(-slackDays, 'working day')}` : `${label} · ${slackWords(slackDays)}`}
          </Badge>
        </button>
      }
    >
      <WhyLate forecast={forecast} />
    </Popover>
  );
}

/** The chain that decides when the line leaves: each step with its days and who holds it. */
export function WhyLate({ forecast: { forecastOn, p80On, slackDays, chain, etd } }: { forecast: Forecast }) {
  return (
    <>
      <p>
        As things stand it leaves on <strong className="font-semibold">{forecastOn && formatDay(forecastOn)}</strong>
        {etd && slackDays !== null && (
          <>
            ; the ETD is {formatDay(etd)}: {slackWords(slackDays)}
          </>
        )}
        . These steps decide it:
      </p>
      <ol className="mt-2 divide-y divide-line text-[0.8125rem]">
        {chain.map(({ key, label, holder, days, on, past }) => (
          <li key={key} className="flex justify-between gap-3 py-1.5">
            <span className="min-w-0 break-words">
              {label} <span className="text-muted">· {holderNames[holder]}</span>
              {past && (
                <span className="block text-xs text-muted">
                  of {past.samples} times at {past.of ?? 'all mills'} half took {past.p50} d, eight of ten {past.p80} d
                </span>
              )}
            </span>
            <span className="shrink-0 tabular-nums text-muted">
              {days > 0 && `${days} d → `}
              {formatDay(on)}
            </span>
          </li>
        ))}
      </ol>
      {p80On && p80On !== forecastOn && (
        <p className="mt-2 text-[0.8125rem]">
          If each step takes what eight of ten times it took:{' '}
          <strong className="font-semibold">{formatDay(p80On)}</strong>.
        </p>
      )}
      <p className="mt-2 text-xs text-muted">
        Days are working days of who holds the step, from finished lines where it was done five times or more, else the
        template’s.
      </p>
    </>
  );
}
