import type { LineDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';
import { formatDay, formatQuantity, plural } from '@/shared/lib/format';
import { Formula } from '@/shared/quantities/Formula';
import { NotConverted } from '@/shared/quantities/NotConverted';
import { Badge } from '@/shared/ui/Badge';
import { Popover } from '@/shared/ui/Popover';
import { Quantity } from '@/shared/ui/Values';
import { verdicts } from '../vocabulary';

/** What came of one line against what was ordered, with the band of its tolerance. */
export function LineProgress({ line }: { line: LineDto }) {
  const { delivery } = line;
  const { word, tone, icon } = verdicts[delivery.verdict];
  return (
    <li className="min-w-0 py-4 first:pt-1">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
        <h3 className="min-w-0 break-words text-sm font-medium">{line.label}</h3>
        <Badge tone={tone} icon={icon}>
          {word}
        </Badge>
      </div>
      <Band line={line} />
      <div className="mt-2 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 text-sm">
        <p>
          <Quantity quantity={delivery.totalDeliveredQuantity} unit={line.unit} />
          <span className="text-muted"> of </span>
          <Quantity quantity={line.quantity} unit={line.unit} />
        </p>
        <Last line={line} />
      </div>
      <p className="mt-1 text-[0.8125rem] text-muted">{delivery.sentence}</p>
      {line.quantity !== null && <ToleranceWhy line={line} />}
      {delivery.conversions.length > 0 && (
        <Popover
          label={`How ${line.label} was counted`}
          trigger={
            <button
              type="button"
              className="touch-target mt-1 min-h-6 text-[0.8125rem] font-medium text-accent-text underline-offset-2 hover:underline"
            >
              Why {formatQuantity(delivery.totalDeliveredQuantity, line.unit)}?
            </button>
          }
        >
          <p className="mb-2 font-medium">What came in other units counts as</p>
          <div className="flex flex-col gap-3">
            {delivery.conversions.map((conversion) => (
              <Formula key={conversion.from.unit} conversion={conversion} />
            ))}
          </div>
        </Popover>
      )}
      {delivery.beside.length > 0 && (
        <div className="mt-2 rounded-lg bg-info-tint px-3 py-2.5 text-info">
          <NotConverted
            orderId={line.orderId}
            styleId={line.styleId}
            sentences={[...new Set(delivery.beside.flatMap(({ missing }) => missing.map(({ sentence }) => sentence)))]}
          />
        </div>
      )}
    </li>
  );
}

/** `±5 %`, `−0/+5 %` */
const toleranceWords = ({ tolerance: { minusPercent: minus, plusPercent: plus } }: LineDto['delivery']): string =>
  minus === plus ? `±${plus} %` : `−${minus}/+${plus} %`;

const toldBy = { line: 'of the line', letter_of_credit: 'by the LC', order: 'of the order' };

/** By whom a delivery counts as short or over. */
function ToleranceWhy({ line: { delivery, label } }: { line: LineDto }) {
  const { source, why } = delivery.tolerance;
  return (
    <Popover
      label={`The tolerance of ${label}`}
      trigger={
        <button
          type="button"
          className="touch-target mt-1 min-h-6 pe-3 text-[0.8125rem] font-medium text-accent-text underline-offset-2 hover:underline"
        >
          Tolerance {toleranceWords(delivery)} {toldBy[source]}
        </button>
      }
    >
      <p>{why}</p>
    </Popover>
  );
}

function Last({ line: { delivery } }: { line: LineDto }) {
  const { actualDeliveryDate, daysOverdueAtDelivery: late } = delivery;
  if (!actualDeliveryDate) return null;
  return (
    <p className="text-[0.8125rem] text-muted">
      Last on {formatDay(actualDeliveryDate)}
      {late !== null && late > 0 && <span className="text-bad">, {plural(late, 'day')} late</span>}
    </p>
  );
}

/** From nothing to a quarter more than was ordered; the band of the tolerance lies around four fifths of it. */
function Band({ line: { delivery, label, quantity, unit } }: { line: LineDto }) {
  const { percent, tolerance, verdict, least, most } = delivery;
  if (quantity === null || percent === null)
    return <div className="mt-2 h-2.5 rounded-full border border-dashed border-line" />;
  const at = (share: number) => `${Math.max(0, Math.min(100, share / 1.25))}%`;
  const [minus, plus] = [tolerance.minusPercent, tolerance.plusPercent].map(Number) as [number, number];
  return (
    <div
      role="meter"
      aria-label={`Delivered of ${label}`}
      aria-valuenow={Math.min(125, Number(percent))}
      aria-valuemin={0}
      aria-valuemax={125}
      aria-valuetext={`${percent} %, ${verdicts[verdict].word}`}
      title={
        least && most
          ? `${formatQuantity(least, unit)} to ${formatQuantity(most, unit)} is within ${toleranceWords(delivery)}`
          : undefined
      }
      className="relative mt-2 h-2.5 overflow-hidden rounded-full bg-sunken"
    >
      <div
        className="absolute inset-y-0 bg-good-tint"
        style={{ insetInlineStart: at(100 - minus), inlineSize: `${(minus + plus) / 1.25}%` }}
      />
      <div
        className={cx(
          'absolute inset-y-0 start-0 rounded-full',
          {
            nothing: 'bg-accent',
            short: 'bg-accent',
            within_tolerance: 'bg-good',
            over: 'bg-bad',
            unknown: 'bg-accent',
          }[verdict],
        )}
        style={{ inlineSize: at(Number(percent)) }}
      />
      <div aria-hidden className="absolute inset-y-0 w-px bg-ink" style={{ insetInlineStart: at(100) }} />
    </div>
  );
}
