import { useState } from 'react';
import type { DryRunDto } from '@/shared/api/generated';
import { formatDay, plural } from '@/shared/lib/format';
import { Amounts, Day, Quantity } from '@/shared/ui/Values';
import { Card } from '@/shared/ui/Card';
import { Field } from '@/shared/ui/Field';
import { Input } from '@/shared/ui/Input';

export interface SummaryProps {
  dryRun: DryRunDto;
  readOnly: boolean;
  onBuyer: (buyer: string | undefined) => void;
  onSheetDate: (day: string | undefined) => void;
}

/** What the whole sheet says, and what it adds up to. */
export function Summary({ dryRun, readOnly, onBuyer, onSheetDate }: SummaryProps) {
  const { orders, counts, buyer, sheetDate, asOf, company } = dryRun;
  const first = orders[0];
  const buyers = [...new Set(orders.flatMap((order) => order.buyer ?? []))];
  return (
    <Card>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 xl:grid-cols-6">
        <div className="col-span-2 min-w-0 sm:col-span-1">
          {readOnly ? (
            <Told label="Buyer">{buyers.join(', ') || '–'}</Told>
          ) : (
            <Typed
              key={buyer?.value}
              label="Buyer"
              value={buyer?.value ?? ''}
              hint={buyers.length > 1 ? `The rows name ${plural(buyers.length, 'buyer')}` : placeOf(buyer)}
              onChange={onBuyer}
            />
          )}
        </div>
        <div className="col-span-2 min-w-0 sm:col-span-1">
          {readOnly ? (
            <Told label="Sheet date">
              <Day day={sheetDate?.value} />
            </Told>
          ) : (
            <Typed
              key={sheetDate?.value}
              label="Sheet date"
              type="date"
              value={sheetDate?.value ?? ''}
              hint={`Dates up to ${formatDay(asOf)} have happened`}
              onChange={onSheetDate}
            />
          )}
        </div>
        <Told label="Becomes">
          {plural(counts.orders, 'order')}, {plural(counts.lines, 'line')}
        </Told>
        <Told label="Quantity">
          {orders.length > 1 ? `in ${plural(orders.length, 'order')}` : <Amounts of={first?.totals ?? []} />}
        </Told>
        <Told label="Yarn">
          <Quantity quantity={orders.length > 1 ? null : first?.yarnRequiredKg} unit="kg" />
        </Told>
        <Told label="Ex-factory">
          {first?.exFactory && orders.length === 1 ? (
            <>
              <Day day={first.exFactory.from} />
              {first.exFactory.to !== first.exFactory.from && (
                <>
                  {' – '}
                  <Day day={first.exFactory.to} />
                </>
              )}
            </>
          ) : (
            <Day day={null} />
          )}
        </Told>
      </dl>
      {company && <p className="mt-3 text-[0.8125rem] text-muted">Sheet of {company.value}</p>}
    </Card>
  );
}

function placeOf(fact: DryRunDto['buyer']): string | undefined {
  if (!fact) return 'The sheet names none';
  return fact.address ? `From cell ${fact.address}` : 'Entered by you';
}

function Told({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-[0.8125rem] font-medium">{label}</dt>
      <dd className="mt-2 text-sm tabular-nums">{children}</dd>
    </div>
  );
}

interface TypedProps {
  label: string;
  type?: 'date';
  value: string;
  hint?: string;
  onChange: (value: string | undefined) => void;
}

/** Takes effect when it is left, or with Enter; emptied, the sheet's own word counts again. */
function Typed({ label, type, value, hint, onChange }: TypedProps) {
  const [typed, setTyped] = useState(value);
  const finish = () => typed.trim() !== value && onChange(typed.trim() || undefined);
  return (
    <>
      <dt className="sr-only">{label}</dt>
      <dd>
        <Field label={label} hint={hint}>
          <Input
            type={type}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={finish}
            onKeyDown={(event) => event.key === 'Enter' && finish()}
          />
        </Field>
      </dd>
    </>
  );
}
