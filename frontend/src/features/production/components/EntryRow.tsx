import { Link } from '@tanstack/react-router';
import { Check, LoaderCircle } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { OrderListItemDto, ProductionMetricDto } from '@/shared/api/generated';
import { toProblem } from '@/shared/api/errors';
import { ClashPanel } from '@/shared/forms/ClashPanel';
import { decimalFault } from '@/shared/forms/decimals';
import { formatDay, unitName } from '@/shared/lib/format';
import { paths } from '@/shared/lib/paths';
import { Field } from '@/shared/ui/Field';
import { Input } from '@/shared/ui/Input';
import { Quantity } from '@/shared/ui/Values';
import { useSaveDay } from '../save-day';
import { dayChanges, dayValues, emptyDay, type Ground, outputRange } from '../specs';
import type { StageWords } from '../vocabulary';

interface EntryRowProps {
  order: OrderListItemDto;
  stage: StageWords;
  date: string;
  /** What the day holds already. */
  metric?: ProductionMetricDto;
  /** The order's latest day before with output of this stage. */
  last?: ProductionMetricDto;
}

/** One number: what an order's stage gave on a day. Leaving the field saves it; Enter goes on to the next. */
export function EntryRow({ order, stage, date, metric, last }: EntryRowProps) {
  const { field, done } = stage;
  const [typed, setTyped] = useState<string | null>(null);
  const [fault, setFault] = useState<string>();
  const [saved, setSaved] = useState(false);
  const ground: Ground = metric ?? emptyDay(last?.unit, date);
  const values = dayValues(ground);

  const { save, busy, clash, resolve, question } = useSaveDay({
    orderId: order.id,
    ground,
    onSaved: (_, here) => {
      setSaved(true);
      // The typed figure stays until the one that was saved is here.
      void here.then(() => setTyped(null));
    },
    onProblem: (error) => {
      const { detail, errors } = toProblem(error);
      setFault(errors[field]?.join(' ') ?? detail);
    },
  });

  const leave = () => {
    if (typed === null || busy) return;
    const wrong = decimalFault(typed, outputRange);
    setFault(wrong);
    const body = dayChanges({ ...values, [field]: typed }, ground);
    if (wrong) return;
    if (Object.keys(body).length === 0) setTyped(null);
    else void save(body, ground);
  };

  return (
    <li className="px-4 py-3 sm:px-5">
      <div className="grid grid-cols-[minmax(0,1fr)_9rem] items-center gap-x-4 gap-y-1 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_11rem_5rem]">
        <div className="min-w-0 text-sm">
          <Link
            to={paths.order(order.id)}
            search={{ tab: 'production' } as never}
            className="font-medium hover:text-accent-text"
          >
            {order.orderNumber}
          </Link>
          <span className="block truncate text-[0.8125rem] text-muted">
            {order.buyerName ?? order.customerName} · {order.fabricType}
          </span>
        </div>
        <p className="text-[0.8125rem] text-muted max-sm:order-3">
          {last ? (
            <>
              Last <Quantity quantity={last[field]} unit={last.unit} />, {formatDay(last.date)}
            </>
          ) : (
            'None in the week before'
          )}
        </p>
        <Field label={`${done} of ${order.orderNumber}`} hideLabel error={fault}>
          <Input
            data-entry
            readOnly={busy}
            inputMode="decimal"
            autoComplete="off"
            enterKeyHint="next"
            end={<span className="pe-2">{unitName(ground.unit)}</span>}
            className="text-end tabular-nums"
            value={typed ?? values[field]}
            onChange={({ target }) => {
              setTyped(target.value);
              setSaved(false);
            }}
            onBlur={leave}
            onKeyDown={toNextRow}
          />
        </Field>
        <p
          role="status"
          className="flex items-center gap-1.5 text-[0.8125rem] text-good max-sm:order-4 max-sm:justify-end"
        >
          {busy && <LoaderCircle aria-label="Saving" className="size-4 animate-spin text-muted" />}
          {!busy && saved && (
            <>
              <Check aria-hidden className="size-4" />
              Saved
            </>
          )}
        </p>
      </div>
      <ClashPanel clash={clash} busy={busy} onResolve={resolve} className="mt-3" />
      {question}
    </li>
  );
}

/** Enter and the arrows walk along the column, as in a sheet. Where it ends, Enter still saves. */
function toNextRow(event: KeyboardEvent<HTMLInputElement>): void {
  const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.nativeEvent.isComposing) return;
  event.preventDefault();
  const fields = [...document.querySelectorAll<HTMLInputElement>('input[data-entry]')];
  const next = fields[fields.indexOf(event.currentTarget) + step];
  if (next) {
    next.focus();
    next.select();
  } else if (event.key === 'Enter') event.currentTarget.blur();
}
