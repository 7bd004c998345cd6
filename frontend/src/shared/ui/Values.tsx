import { cx } from '../lib/cx';
import { formatDay, formatDecimal, formatInstant, moneyParts, unitName } from '../lib/format';

const none = (
  <span className="text-muted">
    <span aria-hidden>–</span>
    <span className="sr-only">not known</span>
  </span>
);

interface Placed {
  className?: string;
}

/** `158,466.00 USD`; a dash for what is not known. Never without its currency. */
export function Money({
  amount,
  currency,
  className,
}: Placed & { amount: string | null | undefined; currency: string }) {
  if (amount === null || amount === undefined || amount === '') return none;
  const parts = moneyParts(amount, currency);
  return (
    <span className={cx('whitespace-nowrap tabular-nums', className)}>
      {parts.number} <span className="text-[0.85em] font-normal text-muted">{parts.currency}</span>
    </span>
  );
}

/** `64,680 pcs`; a dash for what is not known. Never without its unit. */
export function Quantity({
  quantity,
  unit,
  className,
}: Placed & { quantity: string | null | undefined; unit: string }) {
  if (quantity === null || quantity === undefined || quantity === '') return none;
  return (
    <span className={cx('whitespace-nowrap tabular-nums', className)}>
      {formatDecimal(quantity)} <span className="text-[0.85em] font-normal text-muted">{unitName(unit)}</span>
    </span>
  );
}

/** What adds up side by side, because currencies and units do not add: one line each. */
export function Amounts({
  of,
}: {
  of: readonly ({ amount: string; currency: string } | { quantity: string; unit: string })[];
}) {
  if (of.length === 0) return none;
  return (
    <span className="inline-flex flex-col">
      {of.map((each) =>
        'amount' in each ? <Money key={each.currency} {...each} /> : <Quantity key={each.unit} {...each} />,
      )}
    </span>
  );
}

/** `10 Nov 2026`; a dash for none. */
export function Day({ day, className }: Placed & { day: string | null | undefined }) {
  if (!day) return none;
  return (
    <time dateTime={day} className={cx('whitespace-nowrap tabular-nums', className)}>
      {formatDay(day)}
    </time>
  );
}

/** `10 Nov 2026, 14:02 GMT+6`; a dash for none. */
export function Instant({ at, className }: Placed & { at: string | null | undefined }) {
  if (!at) return none;
  return (
    <time dateTime={at} className={cx('whitespace-nowrap tabular-nums', className)}>
      {formatInstant(at)}
    </time>
  );
}
