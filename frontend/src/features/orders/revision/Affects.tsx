import { Link } from '@tanstack/react-router';
import { ArrowRight, CalendarClock, FileCheck, Landmark, type LucideIcon, Ship, Spool } from 'lucide-react';
import type { AffectedDto } from '@/shared/api/generated';
import { fieldName, fieldValue } from '@/shared/lib/fields';
import { formatDecimal, formatQuantity, unitName } from '@/shared/lib/format';
import { paths } from '@/shared/lib/paths';
import { statusLabel } from '@/shared/ui/Badge';

type Side = Readonly<Record<string, unknown>>;

/** What figures are told in, where the change itself does not say. */
export interface Measured {
  unit: string | null;
  currency: string;
}

interface FigureChangesProps {
  before: Side;
  after: Side;
  of?: Measured;
}

/** Each figure as it was agreed, and as it is to be. */
export function FigureChanges({ before, after, of }: FigureChangesProps) {
  return (
    <dl className="divide-y divide-line rounded-lg border border-line text-sm">
      {inOrder(Object.keys(after)).map((figure) => (
        <div key={figure} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 px-3 py-2">
          <dt className="w-28 text-[0.8125rem] text-muted">{fieldName(figure)}</dt>
          <dd className="flex min-w-0 items-center gap-2 tabular-nums">
            <span className="text-muted line-through decoration-1">
              <span className="sr-only">from </span>
              {figureWords(figure, { ...of, ...before })}
            </span>
            <ArrowRight aria-hidden className="size-3.5 shrink-0 text-muted" />
            <span className="font-medium">
              <span className="sr-only">to </span>
              {figureWords(figure, { ...of, ...after })}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const figures = [
  'status',
  'quantity',
  'splitOff',
  'unit',
  'provaPrice',
  'millPrice',
  'commission',
  'currency',
  'etd',
  'eta',
];

/** As the form has them; the database keeps them in an order of its own. */
const inOrder = (changed: string[]) => changed.sort((a, b) => figures.indexOf(a) - figures.indexOf(b));

const prices = ['provaPrice', 'millPrice', 'commission'];

function figureWords(figure: string, side: Side): string {
  const { [figure]: value, unit, currency } = side;
  if (figure === 'status' && typeof value === 'string') return value.split(', ').map(statusLabel).join(', ');
  if (figure === 'unit' && typeof value === 'string') return unitName(value);
  if (typeof value === 'string' && /^\d+(\.\d+)?$/.test(value)) {
    if (prices.includes(figure)) return [currency, formatDecimal(value, 2)].filter(Boolean).join('\u00a0');
    return typeof unit === 'string' ? formatQuantity(value, unit) : formatDecimal(value);
  }
  return fieldValue(value) ?? 'empty';
}

const icons: Record<AffectedDto['kind'], LucideIcon> = {
  proforma_invoice: FileCheck,
  letter_of_credit: Landmark,
  yarn: Spool,
  milestone: CalendarClock,
  shipment: Ship,
};

function placeOf({ kind, id }: AffectedDto, orderId: string): { to: string; search?: { tab: string } } | null {
  if (kind === 'milestone') return { to: paths.order(orderId), search: { tab: 'plan' } };
  if (!id) return null;
  if (kind === 'proforma_invoice') return { to: paths.proformaInvoice(id) };
  return kind === 'letter_of_credit' ? { to: paths.letterOfCredit(id) } : { to: paths.shipment(id) };
}

interface AffectsProps {
  affects: readonly AffectedDto[];
  orderId: string;
  /** Where something typed would be lost: links open beside the page. */
  beside?: boolean;
}

/** What a change touches elsewhere, each with the way to it. */
export function Affects({ affects, orderId, beside = false }: AffectsProps) {
  if (affects.length === 0)
    return <p className="text-sm text-muted">Nothing else: no PI, LC, shipment, yarn or plan speaks against it.</p>;
  return (
    <ul className="divide-y divide-line rounded-lg border border-line">
      {affects.map((affected) => {
        const Icon = icons[affected.kind];
        const place = placeOf(affected, orderId);
        return (
          <li key={`${affected.kind} ${affected.title}`} className="flex gap-3 px-3 py-2.5 text-sm">
            <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
            <div className="min-w-0">
              {place ? (
                <Link
                  {...place}
                  {...(beside ? { target: '_blank' } : {})}
                  className="font-medium text-accent-text underline underline-offset-2"
                >
                  {affected.title}
                  {beside && <span className="sr-only"> (opens in a new tab)</span>}
                </Link>
              ) : (
                <span className="font-medium">{affected.title}</span>
              )}
              <p className="break-words text-[0.8125rem] text-muted">{affected.sentence}</p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
