import { Check, Clock, LoaderCircle } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { LineOutputDto, ProductionEntryDto } from '@/shared/api/generated';
import { decimalFault, readDecimal } from '@/shared/forms/decimals';
import { formatDay, formatQuantity, unitName } from '@/shared/lib/format';
import { Field } from '@/shared/ui/Field';
import { Input } from '@/shared/ui/Input';
import { Quantity } from '@/shared/ui/Values';
import { enqueue, isSamePlace, useOutputQueue } from '../output-queue';
import { outputRange } from '../specs';
import { lineStages, type ProductionStage, usualUnit } from '../vocabulary';
import { QueuedQuestion } from './QueuedQuestion';

interface NumberRowProps {
  line: LineOutputDto;
  stage: ProductionStage;
  date: string;
  /** Of the day; none: the day is not parted. */
  shift?: string;
  /** What the day, or this shift of it, has of this stage already. */
  entries: readonly ProductionEntryDto[];
}

/** One number: what a stage of a line gave on a day. Leaving the field saves it; Enter goes on to the next line. */
export function NumberRow({ line, stage, date, shift, entries }: NumberRowProps) {
  const { orderLineId, orderNumber, lineLabel } = line;
  const pace = line.stages.find((each) => each.stage === stage);
  const unit = pace?.unit ?? usualUnit(stage);
  const place = { orderLineId, stage, entryDate: date, ...(shift ? { shift } : {}) };
  const queued = useOutputQueue(({ numbers }) => numbers.find((each) => isSamePlace(each, place)));
  const sending = useOutputQueue(({ sending: key }) => key !== null && key === queued?.key);
  const [only, ...others] = entries;
  const stands = only && !others.length ? only : null;
  const known = queued?.quantity ?? stands?.quantity ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const [fault, setFault] = useState<string>();

  const leave = () => {
    if (typed === null || !typed.trim()) return setTyped(null);
    const wrong = decimalFault(typed, { ...outputRange, min: '0.001' });
    setFault(wrong);
    const quantity = readDecimal(typed);
    if (wrong || quantity === null) return;
    setTyped(null);
    if (quantity !== known) enqueue({ ...place, lineName: `${orderNumber} · ${lineLabel}`, quantity, unit });
  };

  return (
    <li className="px-4 py-3 sm:px-5">
      <div className="grid grid-cols-[minmax(0,1fr)_9.5rem] items-center gap-x-4 gap-y-1 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_11rem_7.5rem]">
        <div className="min-w-0 text-sm">
          <span className="font-medium">{lineLabel}</span>
          <span className="block truncate text-[0.8125rem] text-muted">
            {orderNumber} · {line.customerName}
          </span>
        </div>
        <p className="text-[0.8125rem] text-muted max-sm:order-3">
          {pace?.lastDay && pace.lastMade ? (
            <>
              Last <Quantity quantity={pace.lastMade} unit={pace.unit} />, {formatDay(pace.lastDay)}
            </>
          ) : (
            'Nothing yet'
          )}
          {pace?.needPerDay && (
            <span className="block">
              Needs <Quantity quantity={pace.needPerDay} unit={pace.unit} /> a day
            </span>
          )}
        </p>
        <Field label={`${lineStages[stage].name} of ${orderNumber} ${lineLabel}`} hideLabel error={fault}>
          <Input
            data-entry
            inputMode="decimal"
            autoComplete="off"
            enterKeyHint="next"
            end={<span className="pe-2">{unitName(queued?.unit ?? stands?.unit ?? unit)}</span>}
            className="h-11 text-end tabular-nums sm:h-9"
            value={typed ?? known}
            onChange={({ target }) => setTyped(target.value)}
            onBlur={leave}
            onKeyDown={toNextRow}
          />
        </Field>
        <p role="status" className="flex items-center gap-1.5 text-[0.8125rem] max-sm:order-4 max-sm:justify-end">
          {sending ? (
            <LoaderCircle aria-label="Sending" className="size-4 animate-spin text-muted" />
          ) : queued?.state === 'waiting' ? (
            <span className="flex items-center gap-1.5 text-warn">
              <Clock aria-hidden className="size-4" />
              Waiting
            </span>
          ) : (
            !queued && entries.length > 0 && <Sent entries={entries} />
          )}
        </p>
      </div>
      {queued && queued.state !== 'waiting' && <QueuedQuestion number={queued} mayCorrect={stands !== null} />}
    </li>
  );
}

/** That it is with the server; of several lots their sum in words. */
function Sent({ entries }: { entries: readonly ProductionEntryDto[] }) {
  return (
    <span className="flex items-center gap-1.5 text-good">
      <Check aria-hidden className="size-4 shrink-0" />
      {entries.length === 1 ? 'Sent' : entries.map(({ quantity, unit }) => formatQuantity(quantity, unit)).join(' + ')}
    </span>
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
