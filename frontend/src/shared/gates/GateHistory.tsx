import type { UseQueryResult } from '@tanstack/react-query';
import { ArrowLeftRight } from 'lucide-react';
import type { GateEntryDto, GateWithHistoryDto, HandOverDto } from '../api/generated';
import { toProblem } from '../api/errors';
import { cx } from '../lib/cx';
import { formatDay } from '../lib/format';
import { Loading, Skeleton } from '../ui/States';
import { Timeline, type TimelineItem } from '../ui/Timeline';
import { Day, Instant } from '../ui/Values';
import { entryLook, heldBy } from './vocabulary';

interface GateHistoryProps {
  query: UseQueryResult<GateWithHistoryDto>;
  /** Says so when nothing was recorded. */
  empty?: boolean;
  className?: string;
}

/** What was recorded on a gate and who was named its holder, what happened last first: each with its day, and late ones with when. */
export function GateHistory({ query: { data, error, isPending }, empty = false, className }: GateHistoryProps) {
  if (data && data.history.length + data.handOvers.length === 0)
    return empty ? <p className="text-sm text-muted">Nothing was recorded on this gate yet.</p> : null;
  return (
    <section className={cx('mt-2', className)}>
      <h3 className="mb-3 text-[0.8125rem] font-medium text-muted">Recorded so far</h3>
      {isPending && (
        <Loading what="the earlier decisions">
          <Skeleton className="h-7 w-full" />
        </Loading>
      )}
      {error && <p className="text-sm text-muted">{toProblem(error).detail}</p>}
      {data && <Timeline label="What happened, the last first" items={happened(data)} />}
    </section>
  );
}

/** Decisions and hand-overs, in the order in which they happened; of one day in the order in which they were recorded. */
function happened(gate: GateWithHistoryDto): TimelineItem[] {
  const entries = [
    ...gate.history.map((each) => ({ day: each.occurredOn, at: each.createdAt, item: entry(each, gate) })),
    ...gate.handOvers.map((each) => ({ day: each.since, at: each.createdAt, item: handOver(each) })),
  ];
  return entries.sort((a, b) => b.day.localeCompare(a.day) || b.at.localeCompare(a.at)).map(({ item }) => item);
}

function handOver({ id, holder, since, notes, handedBy }: HandOverDto): TimelineItem {
  return {
    id,
    icon: ArrowLeftRight,
    when: <Day day={since} className="text-xs text-muted" />,
    title: (
      <>
        <span className="font-medium">Is {heldBy[holder]}</span>
        {handedBy && <span className="text-muted"> · {handedBy.fullName}</span>}
      </>
    ),
    children: notes,
  };
}

function entry(each: GateEntryDto, gate: GateWithHistoryDto): TimelineItem {
  const { id, status, round, undone, changedBy, notes, condition, occurredOn, createdAt, recordedLate } = each;
  const { icon, tone, word } = entryLook(status);
  const isLatest = gate.history[0]?.id === id;
  const met = isLatest && gate.conditionMetOn ? `seen to on ${formatDay(gate.conditionMetOn)}` : null;
  return {
    id,
    icon,
    tone,
    when: <Day day={occurredOn} className="text-xs text-muted" />,
    title: (
      <>
        {undone ? <del className="text-muted">{word}</del> : <span className="font-medium">{word}</span>}
        {undone && <span className="text-muted"> · undone</span>}
        {round > 0 && <span className="text-muted"> · round {round}</span>}
        {changedBy && <span className="text-muted"> · {changedBy.fullName}</span>}
      </>
    ),
    children: (condition ?? notes ?? (recordedLate || null)) !== null && (
      <>
        {condition && (
          <p>
            On condition that: “{condition}”{met && `, ${met}`}
            {met && gate.conditionMetBy && ` by ${gate.conditionMetBy.fullName}`}
          </p>
        )}
        {notes && <p>{notes}</p>}
        {recordedLate && (
          <p>
            Recorded late, on <Instant at={createdAt} />
          </p>
        )}
      </>
    ),
  };
}
