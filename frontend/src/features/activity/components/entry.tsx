import { Link } from '@tanstack/react-router';
import type { ActivityEntryDto, FieldChangeDto } from '@/shared/api/generated';
import { today } from '@/shared/lib/house';
import { paths } from '@/shared/lib/paths';
import { Clock } from '@/shared/ui/DayGroups';
import type { TimelineItem } from '@/shared/ui/Timeline';
import { Day } from '@/shared/ui/Values';
import { lookOf } from '../vocabulary';
import { UndoButton } from './UndoButton';

/** One deed: who, what, when; beneath it what the sentence has no room for. */
export function entryItem(entry: ActivityEntryDto, withOrder = false): TimelineItem {
  const { id, kind, name, actor, sentence, reason, recordedAt, changes: changed } = entry;
  const reasonLeft = reason && !sentence.includes(reason) ? reason : null;
  const changes = changesWorthTelling(entry);
  return {
    id,
    ...lookOf(kind, name === 'approval.recorded' ? (changed[0]?.after ?? name) : name),
    title: (
      <>
        <span className="font-medium">{actor?.fullName ?? 'Provabook'}</span> {sentence}
        {withOrder && <OfOrder entry={entry} />}
      </>
    ),
    when: <Clock at={recordedAt} className="text-xs tabular-nums text-muted" />,
    children: (entry.recordedLate || reasonLeft || changes.length > 0 || entry.undone || entry.mayUndo) && (
      <>
        {entry.recordedLate && <RecordedLate entry={entry} />}
        {reasonLeft && <p>“{reasonLeft}”</p>}
        {changes.length > 0 && <Changes changes={changes} />}
        {entry.undone && <p>Undone since.</p>}
        {entry.mayUndo && <UndoButton entry={entry} />}
      </>
    ),
  };
}

/** Where it happened; an order that is gone has no page. */
function OfOrder({ entry: { orderId, orderNumber, orderGone } }: { entry: ActivityEntryDto }) {
  if (!orderNumber) return <span className="text-muted"> · an order that is kept no longer</span>;
  return (
    <span className="text-muted">
      {' · '}
      <Link to={paths.order(orderId)} className="text-accent-text underline underline-offset-2">
        {orderNumber}
      </Link>
      {orderGone && ' (in the trash)'}
    </span>
  );
}

/** It stands where it was written down; when it happened is said beside it. */
function RecordedLate({ entry: { occurredAt, recordedAt } }: { entry: ActivityEntryDto }) {
  const [happened, recorded] = [occurredAt, recordedAt].map((at) => today(new Date(at)));
  return (
    <p>
      Recorded late: it happened{' '}
      {happened === recorded ? (
        <>
          at <Clock at={occurredAt} />
        </>
      ) : (
        <>
          on <Day day={happened} />
        </>
      )}
      .
    </p>
  );
}

function Changes({ changes }: { changes: readonly FieldChangeDto[] }) {
  return (
    <details>
      <summary className="touch-target w-fit cursor-pointer rounded hover:text-ink">What changed</summary>
      <dl className="mt-1.5 grid gap-x-4 gap-y-1 sm:grid-cols-[max-content_1fr]">
        {changes.map(({ field, label, beforeText, afterText }) => (
          <div key={field} className="contents">
            <dt>{label}</dt>
            <dd className="min-w-0 break-words pb-1 sm:pb-0">
              <Side text={beforeText} /> <span aria-hidden>→</span>
              <span className="sr-only">became</span>{' '}
              <span className="text-ink">
                <Side text={afterText} />
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Side({ text }: { text: string | null }) {
  return text ?? <span className="italic">nothing</span>;
}

/** Longer ones are left out of the API's sentences. */
const longestInSentence = 60;

/** Of a change: what the sentence only names. One short value it tells in full; an id without a name tells nobody anything. */
function changesWorthTelling({ name, changes }: ActivityEntryDto): FieldChangeDto[] {
  if (!/\.(updated|written)$/.test(name)) return [];
  const readable = changes.filter(({ beforeText, afterText }) => beforeText !== null || afterText !== null);
  const told = readable.length === 1 && readable.every(({ after }) => (after ?? '').length <= longestInSentence);
  return told && changes.length === 1 ? [] : readable;
}
