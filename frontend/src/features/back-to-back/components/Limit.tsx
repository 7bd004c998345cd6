import type { MasterDto } from '@/shared/api/generated';
import { formatDay, formatDecimal } from '@/shared/lib/format';
import { Money } from '@/shared/ui/Values';

type LimitOfMaster = Pick<MasterDto, 'currency' | 'rule' | 'netFob' | 'limit' | 'used' | 'headroom' | 'masterPaysOn'>;

/** What a master leaves for back-to-back LCs, and why. */
export function Limit({ of }: { of: LimitOfMaster }) {
  const { currency, rule } = of;
  const figures = [
    ['Net FOB', of.netFob],
    ['Limit', of.limit],
    ['Used', of.used],
    ['Headroom', of.headroom],
  ] as const;
  return (
    <div className="@container">
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 @md:grid-cols-4">
        {figures.map(([label, amount]) => (
          <div key={label} className="min-w-0">
            <dt className="text-[0.8125rem] text-muted">{label}</dt>
            <dd className={amount?.startsWith('-') ? 'text-sm font-medium text-bad' : 'text-sm font-medium'}>
              <Money amount={amount} currency={currency} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-2 text-[0.8125rem] text-muted">
        {rule
          ? `${formatDecimal(rule.limitPercent)} % of net FOB, at most ${rule.maxUsanceDays} days: ${rule.source}, since ${formatDay(rule.validFrom)}. `
          : 'No limit is recorded for this day: a manager does that under Limits. '}
        The master pays by {formatDay(of.masterPaysOn)} at the latest.
      </p>
    </div>
  );
}
