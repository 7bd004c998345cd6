import { Link } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import type { MyDayItemDto } from '@/shared/api/generated';
import { useActor } from '@/shared/session';
import { useTick } from '@/shared/talk/tick';
import { Badge, tints, UrgencyChip } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { cx } from '@/shared/lib/cx';
import { aboveRowLink, rowLink } from '@/shared/ui/Table';
import { looks, placeOf } from '../vocabulary';

/** One thing that waits: what, of which order, since when, and the one button that goes on with it. */
export function DayItem({ item }: { item: MyDayItemDto }) {
  const { kind, title, detail, orderNumber, customerName, lineLabel, daysLate, task } = item;
  const { id: me } = useActor();
  const { icon: Icon, verb } = looks[kind];
  const place = placeOf(item);
  const late = daysLate !== null && daysLate > 0;
  const about = [
    kind === 'order_leaving' ? null : orderNumber,
    customerName,
    lineLabel,
    detail,
    task && whoOf(task, me),
  ];
  return (
    <li className="relative flex items-start gap-3 px-4 py-3 hover:bg-hover sm:px-5">
      <span className={cx('mt-0.5 grid size-8 shrink-0 place-items-center rounded-full', tints[late ? 'bad' : 'calm'])}>
        <Icon aria-hidden className="size-4" />
      </span>
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-1.5">
        <div className="min-w-0 flex-1 basis-52">
          {place ? (
            <Link to={place.to} search={place.search as never} data-row-link className={cx(rowLink, 'text-sm')}>
              {title}
            </Link>
          ) : (
            <span className="text-sm font-medium">{title}</span>
          )}
          <p className="mt-0.5 text-[0.8125rem] text-muted [overflow-wrap:anywhere]">
            {about.filter(Boolean).join(' · ')}
          </p>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          {task?.priority === 'urgent' && <Badge tone="bad">Urgent</Badge>}
          {task?.priority === 'high' && <Badge tone="warn">High</Badge>}
          {daysLate !== null && <UrgencyChip days={-daysLate} of={kind === 'order_leaving' ? 'ETD' : 'Due'} />}
          {task ? (
            <Done item={item} />
          ) : (
            place && (
              <Button size="sm" asChild className={aboveRowLink}>
                <Link to={place.to} search={place.search as never} aria-label={`${verb}: ${title}, ${orderNumber}`}>
                  {verb}
                </Link>
              </Button>
            )
          )}
        </div>
      </div>
    </li>
  );
}

function Done({ item }: { item: MyDayItemDto }) {
  const { tick, isPending } = useTick();
  const { relatedId, task, title } = item;
  if (!relatedId || !task) return null;
  return (
    <Button
      size="sm"
      icon={Check}
      busy={isPending}
      className={aboveRowLink}
      aria-label={`Done: ${title}`}
      onClick={() => tick({ id: relatedId, rowVersion: task.rowVersion, status: task.status, title })}
    >
      Done
    </Button>
  );
}

/** `for John Smith, from Tanvir Ahmed`: as far as it is not oneself. */
function whoOf({ assignedTo, assignedBy }: NonNullable<MyDayItemDto['task']>, me: string): string {
  const who = assignedTo?.id === me ? null : `for ${assignedTo?.fullName ?? 'nobody yet'}`;
  const given = assignedBy && assignedBy.id !== me && assignedBy.id !== assignedTo?.id;
  return [who, given && `from ${assignedBy.fullName}`].filter(Boolean).join(', ');
}
