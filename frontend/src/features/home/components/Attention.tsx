import { Link } from '@tanstack/react-router';
import { ChevronRight, type LucideIcon } from 'lucide-react';
import { CalendarClock, FileCheck, Hourglass, Landmark, Send } from 'lucide-react';
import type { AttentionDto } from '@/shared/api/generated';
import { daysAfter } from '@/shared/lib/format';
import { paths } from '@/shared/lib/paths';
import { Card } from '@/shared/ui/Card';

interface Waiting {
  icon: LucideIcon;
  label: string;
  count: number;
  to: string;
  search?: Record<string, string | string[]>;
}

/** What waits for somebody; each line opens its rows. */
export function Attention({ attention, today }: { attention: AttentionDto; today: string }) {
  const waiting: Waiting[] = [
    {
      icon: Send,
      label: 'Samples to send',
      count: attention.samplesToSend,
      to: paths.samples,
      search: { status: 'pending' },
    },
    {
      icon: Hourglass,
      label: 'Samples with the buyer',
      count: attention.samplesAwaitingDecision,
      to: paths.samples,
      search: { status: 'submitted' },
    },
    {
      icon: FileCheck,
      label: 'PIs to be confirmed',
      count: attention.invoicesToConfirm,
      to: paths.money,
      search: { status: 'sent' },
    },
    {
      icon: Landmark,
      label: 'LCs that expire in 14 days',
      count: attention.creditsExpiring,
      to: paths.money,
      search: {
        tab: 'lcs',
        status: ['issued', 'confirmed'],
        expiryFrom: today,
        expiryTo: daysAfter(today, 14),
        ordering: 'expiryDate',
      },
    },
    {
      icon: CalendarClock,
      label: 'Steps overdue in the plan',
      count: attention.overdueMilestones,
      to: paths.orders,
      search: { ordering: 'etd' },
    },
  ];
  return (
    <Card title="Waiting" flush>
      <ul className="divide-y divide-line border-t border-line">
        {waiting.map(({ icon: Icon, label, count, to, search }) => (
          <li key={label}>
            <Link
              to={to}
              search={search as never}
              className="flex min-h-12 items-center gap-3 px-4 py-2.5 text-sm hover:bg-hover sm:px-5"
            >
              <Icon aria-hidden className="size-4 shrink-0 text-muted" />
              <span className="min-w-0 flex-1">{label}</span>
              <span className={count > 0 ? 'font-semibold tabular-nums' : 'tabular-nums text-muted'}>{count}</span>
              <ChevronRight aria-hidden className="size-4 shrink-0 text-muted rtl:rotate-180" />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
