import { useQuery } from '@tanstack/react-query';
import type { AgeingDto } from '@/shared/api/generated';
import { daysAfter, formatDay, plural } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { Card } from '@/shared/ui/Card';
import { ErrorState } from '@/shared/ui/States';
import { Money } from '@/shared/ui/Values';
import { ageing, type Owing } from '../api';
import type { PaymentsSearch } from '../search';

type Due = Pick<PaymentsSearch, 'dueFrom' | 'dueTo' | 'undated'>;

interface AgeingCardProps {
  of: Owing;
  /** Leaves in the list what a sum is of. */
  onChoose: (narrowing: Due & Pick<PaymentsSearch, 'currency'>) => void;
}

/** What is outstanding, by how long: a row a currency, since they never add up. Each sum opens its invoices. */
export function AgeingCard({ of, onChoose }: AgeingCardProps) {
  const { data: totals, error, refetch } = useQuery(ageing(of));
  if (error && !totals)
    return <ErrorState title="The sums could not be loaded" error={error} onRetry={() => void refetch()} />;
  return (
    <Card title="Outstanding" className="mb-5">
      {!totals ? (
        <div aria-hidden className="h-24 animate-pulse rounded-md bg-sunken" />
      ) : totals.length === 0 ? (
        <p className="text-sm text-muted">Nothing is outstanding.</p>
      ) : (
        <div className="flex flex-col gap-5">
          {totals.map((total) => (
            <Ageing key={total.currency} of={total} onChoose={onChoose} />
          ))}
        </div>
      )}
    </Card>
  );
}

/** The days that a sum is of, from today. */
const ago = (from: number | null, to: number): Due => ({
  dueFrom: from === null ? undefined : daysAfter(today(), -from),
  dueTo: daysAfter(today(), -to),
  undated: undefined,
});

function Ageing({ of, onChoose }: { of: AgeingDto } & Pick<AgeingCardProps, 'onChoose'>) {
  const { currency, invoices, outstanding, overpaid, oldestDueOn } = of;
  const sums: [string, string, Due, string?][] = [
    ['Not due yet', of.notDue, { dueFrom: today(), dueTo: undefined, undated: undefined }],
    ['No due day', of.undated, { dueFrom: undefined, dueTo: undefined, undated: 'true' }],
    ['1–30 days late', of.days1To30, ago(30, 1), 'text-warn'],
    ['31–60 days late', of.days31To60, ago(60, 31), 'text-urgent'],
    ['61–90 days late', of.days61To90, ago(90, 61), 'text-bad'],
    ['Over 90 days late', of.over90, ago(null, 91), 'text-bad'],
  ];
  return (
    <section aria-label={currency} className="@container">
      <p className="mb-2 flex flex-wrap items-baseline gap-x-3 text-[0.8125rem] text-muted">
        <strong className="text-base font-semibold text-ink">
          <Money amount={outstanding} currency={currency} />
        </strong>
        <span>{plural(invoices, 'invoice')}</span>
        {oldestDueOn && <span>overdue since {formatDay(oldestDueOn)}</span>}
        {Number(overpaid) > 0 && (
          <span className="text-warn">
            paid too much: <Money amount={overpaid} currency={currency} />
          </span>
        )}
      </p>
      <ul className="grid grid-cols-2 gap-2 @2xl:grid-cols-3 @4xl:grid-cols-6">
        {sums.map(([label, amount, due, tone]) => (
          <li key={label}>
            <button
              type="button"
              disabled={Number(amount) === 0}
              onClick={() => onChoose({ ...due, currency: [currency] as PaymentsSearch['currency'] })}
              className="touch-tall flex h-full w-full flex-col rounded-lg border border-line px-3 py-2 text-start enabled:hover:border-line-strong/60 enabled:hover:bg-hover"
            >
              <span className="text-[0.8125rem] text-muted">{label}</span>
              <span className={Number(amount) === 0 ? 'text-sm text-muted' : `text-sm font-medium ${tone ?? ''}`}>
                <Money amount={amount} currency={currency} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
