import { useQuery } from '@tanstack/react-query';
import type { CreditClockDto, LetterOfCreditDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';
import { daysBetween } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { Badge, UrgencyChip } from '@/shared/ui/Badge';
import { Card } from '@/shared/ui/Card';
import { ErrorState } from '@/shared/ui/States';
import { Day } from '@/shared/ui/Values';
import { isOver } from '../vocabulary';
import { creditClocks } from './credits';

const names: Record<CreditClockDto['clock'], string> = {
  latest_shipment: 'Ship by',
  presentation: 'Presentation period',
  expiry: 'Expiry',
  bank_answer: 'Bank answers by',
  maturity: 'Pays on',
};

/** By when what must happen, and which rule says so; the day that binds a presentation stands out. */
export function ClocksCard({ credit }: { credit: LetterOfCreditDto }) {
  const { data, error, refetch } = useQuery(creditClocks(credit.id));
  const over = isOver(credit);
  return (
    <Card title="Clocks">
      {!data && error && (
        <ErrorState title="The clocks could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
      {!data && !error && <div className="h-40 animate-pulse rounded-lg bg-sunken" />}
      {data && (
        <ol className="flex flex-col gap-3">
          {data.clocks.map((clock) => (
            <li key={clock.clock} className={cx('min-w-0', clock.binding && 'border-s-2 border-accent ps-3')}>
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <span className={cx('text-sm', clock.binding ? 'font-semibold' : 'text-muted')}>
                  {names[clock.clock]}
                </span>
                <Day day={clock.day} className={cx('text-sm', clock.binding && 'font-semibold')} />
                {clock.binding && <Badge tone="accent">Present by</Badge>}
                {clock.expected && <Badge>Planned</Badge>}
                {!over && isNext(data.next, clock) && (
                  <UrgencyChip of={names[clock.clock]} days={daysBetween(today(), clock.day)} />
                )}
              </p>
              <p className="mt-0.5 text-[0.8125rem] text-muted">
                {clock.rule} {clock.bankingDays && `By the days of ${clock.bankingDays}.`}{' '}
                <span className="whitespace-nowrap">UCP 600 {clock.article}</span>
              </p>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

/** Once its five days are over, what the bank said is not known here. */
const isNext = (next: string | null, { clock, day }: CreditClockDto): boolean =>
  next === clock && (clock !== 'bank_answer' || day >= today());
