import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { convertLineQuantity, type ConvertLineQuantityData, type LineDto } from '../api/generated';
import { toProblem } from '../api/errors';
import { cx } from '../lib/cx';
import { formatQuantity, unitName } from '../lib/format';
import { orderKeys } from '../lib/order';
import { Popover } from '../ui/Popover';
import { Loading, Skeleton } from '../ui/States';
import { Quantity } from '../ui/Values';
import { Formula } from './Formula';
import { NotConverted } from './NotConverted';

type Target = ConvertLineQuantityData['query']['to'];

const targets: readonly Target[] = ['kg', 'lbs', 'meters', 'yards', 'square_meters', 'pieces', 'rolls'];
/** What people ask for first: of a weight its length, of all else its weight. */
const firstOf = (unit: string): Target => (['kg', 'g', 'lbs'].includes(unit) ? 'yards' : 'kg');

type Line = Pick<LineDto, 'id' | 'orderId' | 'styleId' | 'label' | 'quantity' | 'unit'>;

/** A line's quantity, which opens to show it in another unit and why it is so much. */
export function LineQuantity({ line }: { line: Line }) {
  if (line.quantity === null) return <Quantity quantity={null} unit={line.unit} />;
  return (
    <Popover
      label={`${line.label} in other units`}
      trigger={
        <button
          type="button"
          aria-label={`${formatQuantity(line.quantity, line.unit)}. Quantity of ${line.label} in other units`}
          className="touch-target relative z-1 rounded underline decoration-dotted decoration-line-strong underline-offset-4 hover:text-accent-text"
        >
          <Quantity quantity={line.quantity} unit={line.unit} />
        </button>
      }
    >
      <OtherUnits line={line} />
    </Popover>
  );
}

function OtherUnits({ line }: { line: Line }) {
  const [to, setTo] = useState<Target>(firstOf(line.unit));
  return (
    <>
      <p className="font-medium">
        <Quantity quantity={line.quantity} unit={line.unit} /> is
      </p>
      <div role="group" aria-label="Unit" className="mt-2 flex flex-wrap gap-1">
        {targets
          .filter((unit) => unit !== line.unit)
          .map((unit) => (
            <button
              key={unit}
              type="button"
              aria-pressed={unit === to}
              onClick={() => setTo(unit)}
              className={cx(
                'touch-target h-8 rounded-md border px-2.5 text-[0.8125rem]',
                unit === to
                  ? 'border-accent bg-accent-tint font-medium text-accent-text'
                  : 'border-line hover:bg-hover',
              )}
            >
              {unitName(unit)}
            </button>
          ))}
      </div>
      <div className="mt-3 min-h-24">
        <Converted line={line} to={to} />
      </div>
    </>
  );
}

function Converted({ line, to }: { line: Line; to: Target }) {
  const { data, error, isPending } = useQuery({
    queryKey: [...orderKeys.all, 'conversion', line.id, line.quantity, line.unit, to],
    queryFn: async ({ signal }) =>
      (await convertLineQuantity({ path: { id: line.id }, query: { to }, signal, throwOnError: true })).data,
    retry: false,
  });
  if (isPending)
    return (
      <Loading what={`the quantity in ${unitName(to)}`}>
        <Skeleton className="h-6 w-28" />
        <Skeleton className="mt-2 h-9" />
      </Loading>
    );
  if (error) return <Refused line={line} error={error} />;
  return (
    <>
      <p className="mb-2 text-lg font-semibold" aria-live="polite">
        <Quantity quantity={data.to.quantity} unit={data.to.unit} />
      </p>
      <Formula conversion={data} />
    </>
  );
}

function Refused({ line, error }: { line: Line; error: unknown }) {
  const { code, errors, detail } = toProblem(error);
  if (code !== 'quantity.not_convertible') return <p className="text-bad">{detail}</p>;
  return <NotConverted orderId={line.orderId} styleId={line.styleId} sentences={Object.values(errors).flat()} />;
}
