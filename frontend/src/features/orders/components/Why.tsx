import { Link } from '@tanstack/react-router';
import { Popover } from 'radix-ui';
import type { ReactNode } from 'react';
import type { LineDto, OrderDto } from '@/shared/api/generated';
import { formatDay, formatDecimal, formatQuantity, plural } from '@/shared/lib/format';
import { paths } from '@/shared/lib/paths';
import { statusLabel } from '@/shared/ui/Badge';
import { popupLook } from '@/shared/ui/Menu';
import { delivered } from '../vocabulary';

export const whyLook =
  'touch-target inline-flex min-h-6 min-w-6 items-center rounded px-1 text-xs text-accent-text underline decoration-dotted underline-offset-2 hover:decoration-solid';

interface WhyProps {
  /** What it explains: "the quantity". */
  of: string;
  children: ReactNode;
}

/** The rule behind a figure that comes from the lines, and the lines that make it so. */
function Why({ of, children }: WhyProps) {
  return (
    <Popover.Root>
      <Popover.Trigger aria-label={`Why is this ${of}?`} className={whyLook}>
        Why?
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={6}
          collisionPadding={8}
          aria-label={`Why this is ${of}`}
          className={`${popupLook} w-80 px-4 py-3 text-sm`}
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** Most lines that are named; the table below has them all. */
const named = 6;

interface LinesSaidProps {
  order: OrderDto;
  lines: readonly LineDto[];
  /** What the line says of the figure. */
  says: (line: LineDto) => ReactNode;
}

function LinesSaid({ order, lines, says }: LinesSaidProps) {
  return (
    <ul className="mt-2 divide-y divide-line text-[0.8125rem]">
      {lines.slice(0, named).map((line) => (
        <li key={line.id} className="flex justify-between gap-3 py-1.5">
          <Link
            to={paths.order(order.id)}
            search={{ line: line.id }}
            className="min-w-0 break-words text-accent-text hover:underline"
          >
            {line.label}
          </Link>
          <span className="shrink-0 tabular-nums text-muted">{says(line)}</span>
        </li>
      ))}
      {lines.length > named && <li className="py-1.5 text-muted">and {plural(lines.length - named, 'more line')}</li>}
    </ul>
  );
}

const linesOf = (order: OrderDto) => order.styles.flatMap((style) => style.lines);

/** The lines that the server names for a figure. */
function decidingLines(order: OrderDto, figure: string): LineDto[] {
  const ids = order.rollUp.find((reason) => reason.figure === figure)?.lineIds ?? [];
  return linesOf(order).filter(({ id }) => ids.includes(id));
}

const ownFigures = 'This order has no lines yet: it is what was typed on the order itself.';

export function WhyStatus({ order }: { order: OrderDto }) {
  const lines = decidingLines(order, 'status');
  return (
    <Why of="the status">
      {order.currentStage === delivered ? (
        <p>It was marked delivered: a delivered order is completed, whatever its lines say.</p>
      ) : lines.length === 0 ? (
        <p>{ownFigures}</p>
      ) : (
        <>
          <p>
            An order is as far as its <strong className="font-semibold">least advanced line</strong>.{' '}
            {lines.length === linesOf(order).length
              ? 'All of its lines stand here:'
              : `Of ${plural(linesOf(order).length, 'line')} these are the furthest behind:`}
          </p>
          <LinesSaid order={order} lines={lines} says={({ status }) => statusLabel(status)} />
        </>
      )}
    </Why>
  );
}

export function WhyQuantity({ order }: { order: OrderDto }) {
  const lines = linesOf(order);
  const counted = lines.filter(({ quantity }) => quantity !== null);
  const empty = lines.length - counted.length;
  return (
    <Why of="the quantity">
      {lines.length === 0 ? (
        <p>{ownFigures}</p>
      ) : (
        <>
          <p>
            The sum of its lines.
            {order.quantities.length > 1 && ' They are in several units, which do not add up, so each stands alone.'}
            {empty > 0 && ` ${plural(empty, 'line has', 'lines have')} no quantity yet.`}
          </p>
          <LinesSaid
            order={order}
            lines={counted}
            says={({ quantity, unit }) => quantity && formatQuantity(quantity, unit)}
          />
        </>
      )}
    </Why>
  );
}

export function WhyValue({ order }: { order: OrderDto }) {
  const lines = linesOf(order);
  const priced = lines.filter(({ quantity, provaPrice }) => quantity !== null && provaPrice !== null);
  const left = lines.length - priced.length;
  return (
    <Why of="the value">
      {lines.length === 0 ? (
        <p>{ownFigures}</p>
      ) : (
        <>
          <p>
            Quantity × our price, line by line, each currency for itself.
            {left > 0 && ` ${plural(left, 'line is', 'lines are')} left out: without a quantity or a price.`}
          </p>
          <LinesSaid
            order={order}
            lines={priced}
            says={({ quantity, provaPrice, currency }) =>
              `${formatDecimal(quantity ?? '')} × ${formatDecimal(provaPrice ?? '')} ${currency}`
            }
          />
        </>
      )}
    </Why>
  );
}

export function WhyEtd({ order }: { order: OrderDto }) {
  const lines = decidingLines(order, 'earliestEtd');
  const { earliestEtd } = order;
  return (
    <Why of="the first ETD">
      {lines.length > 0 ? (
        <>
          <p>The earliest ETD of its lines that are still to leave; once all have left, of all of them.</p>
          <LinesSaid order={order} lines={lines} says={({ etd }) => etd && formatDay(etd)} />
        </>
      ) : (
        <p>
          {earliestEtd
            ? 'No line has an ETD, so the order’s own counts.'
            : 'Neither a line nor the order has an ETD yet.'}
        </p>
      )}
    </Why>
  );
}
