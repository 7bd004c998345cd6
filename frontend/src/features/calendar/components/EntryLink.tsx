import { Link } from '@tanstack/react-router';
import type { CalendarEntryDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';
import { plural } from '@/shared/lib/format';
import { paths } from '@/shared/lib/paths';
import { holderNames } from '@/shared/plan/holders';
import { tints } from '@/shared/ui/Badge';
import { kindLooks, kindNames } from '../vocabulary';

/** What an entry says beside its kind: `Knitting start`, `DC-7741`, `2 lines`. */
export function detailOf({ title, lines }: CalendarEntryDto): string {
  return [title, lines > 1 && plural(lines, 'line')].filter(Boolean).join(' · ');
}

function target({ kind, orderId, relatedId }: CalendarEntryDto): { to: string; search?: never } {
  if (relatedId && (kind === 'lc_expiry' || kind === 'lc_latest_shipment'))
    return { to: paths.letterOfCredit(relatedId) };
  const tab = kind === 'task' ? 'tasks' : kind === 'step' ? 'plan' : undefined;
  return { to: paths.order(orderId), ...(tab ? { search: { tab } as never } : {}) };
}

/** One entry in a cell of the month: as short as it goes. */
export function EntryChip({ entry }: { entry: CalendarEntryDto }) {
  const { icon: Icon, tone } = kindLooks[entry.kind];
  const detail = detailOf(entry);
  return (
    <Link
      {...target(entry)}
      title={[kindNames[entry.kind], entry.orderNumber, detail, entry.customerName].filter(Boolean).join(' · ')}
      className={cx('flex h-6 min-w-0 items-center gap-1 rounded px-1.5 text-xs hover:brightness-95', tints[tone])}
    >
      <Icon aria-hidden className="size-3 shrink-0" />
      <span className="sr-only">{kindNames[entry.kind]} </span>
      <span className="shrink-0 font-medium">{entry.orderNumber}</span>
      <span className="truncate">{detail}</span>
    </Link>
  );
}

/** One entry of an agenda: in full. */
export function EntryRow({ entry }: { entry: CalendarEntryDto }) {
  const { icon: Icon, tone } = kindLooks[entry.kind];
  const { kind, orderNumber, customerName, holder } = entry;
  return (
    <Link
      {...target(entry)}
      className="touch-tall flex items-center gap-3 rounded-lg px-2 py-1.5 text-sm hover:bg-hover"
    >
      <span className={cx('grid size-7 shrink-0 place-items-center rounded-md', tints[tone])}>
        <Icon aria-hidden className="size-4" />
      </span>
      <span className="min-w-0 flex-1">
        <span className="font-medium">{orderNumber}</span> <span className="text-muted">{customerName}</span>
        <span className="block truncate text-[0.8125rem] text-muted">
          {[kindNames[kind], detailOf(entry), holder && holderNames[holder]].filter(Boolean).join(' · ')}
        </span>
      </span>
    </Link>
  );
}
