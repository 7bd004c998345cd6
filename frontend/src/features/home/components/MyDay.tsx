import { useQuery } from '@tanstack/react-query';
import { PartyPopper } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import type { MyDayDto, MyDayItemDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';
import { formatDay, plural } from '@/shared/lib/format';
import { useRowKeys } from '@/shared/lib/row-keys';
import { useUrlState } from '@/shared/lib/search';
import { useActor } from '@/shared/session';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { Field } from '@/shared/ui/Field';
import { Select } from '@/shared/ui/Input';
import { EmptyState, ErrorState, StaleBanner, TableSkeleton } from '@/shared/ui/States';
import { myDayQuery } from '../api';
import { homeSearch } from '../search';
import { type Kind, kinds, looks } from '../vocabulary';
import { DayItem } from './DayItem';

/** What must be done next: today and this week, the most urgent first. */
export function MyDay() {
  const [search, setSearch] = useUrlState(homeSearch);
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery(myDayQuery(search));
  const retry = () => void refetch();
  useRowKeys();
  return (
    <Card title="My day" flush actions={<Narrow scope={data?.scope} kind={search.kind} onChange={setSearch} />}>
      {error && data && <StaleBanner error={error} onRetry={retry} />}
      {isPending ? (
        <TableSkeleton what="your day" columns={2} rows={16} />
      ) : !data ? (
        <ErrorState title="Your day could not be loaded" error={error} onRetry={retry} />
      ) : (
        <div className={cx('transition-opacity', isPlaceholderData && 'opacity-60')} aria-busy={isPlaceholderData}>
          {data.dueToday + data.dueThisWeek === 0 ? (
            <NothingDue day={data} onShowAll={search.kind ? () => setSearch({ kind: undefined }) : undefined} />
          ) : (
            <>
              <Group title="Today" count={data.dueToday} items={data.todayItems}>
                Nothing is late, and nothing is due today.
              </Group>
              <Group title="This week" count={data.dueThisWeek} items={data.weekItems}>
                Nothing more is due this week.
              </Group>
            </>
          )}
        </div>
      )}
    </Card>
  );
}

interface NarrowProps {
  scope: MyDayDto['scope'] | undefined;
  kind: Kind | undefined;
  onChange: (change: { scope?: MyDayDto['scope']; kind?: Kind }) => void;
}

/** Whose day, and of which kind. */
function Narrow({ scope, kind, onChange }: NarrowProps) {
  const { role } = useActor();
  const whose = [
    { value: 'mine', label: 'Mine' },
    { value: 'all', label: role === 'merchandiser' ? 'Mine, and what I gave' : 'The house' },
  ];
  return (
    <>
      <Field label="Whose day" hideLabel>
        <Select
          options={whose}
          value={scope ?? (role === 'merchandiser' ? 'mine' : 'all')}
          onChange={({ target }) => onChange({ scope: target.value as MyDayDto['scope'] })}
        />
      </Field>
      <Field label="Kind" hideLabel>
        <Select
          placeholder="All kinds"
          options={kinds.map((value) => ({ value, label: looks[value].label }))}
          value={kind ?? ''}
          onChange={({ target }) => onChange({ kind: (target.value || undefined) as Kind | undefined })}
        />
      </Field>
    </>
  );
}

interface GroupProps {
  title: string;
  count: number;
  items: readonly MyDayItemDto[];
  /** Where there are none. */
  children: ReactNode;
}

function Group({ title, count, items, children }: GroupProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="border-t border-line">
      <h3 id={id} className="flex items-baseline gap-2 bg-sunken px-4 py-2 text-[0.8125rem] font-semibold sm:px-5">
        {title} <span className="font-normal tabular-nums text-muted">{count}</span>
      </h3>
      {items.length > 0 ? (
        <ul className="divide-y divide-line">
          {items.map((item) => (
            <DayItem key={`${item.kind} ${item.relatedId ?? `${item.orderNumber} ${item.title}`}`} item={item} />
          ))}
        </ul>
      ) : (
        <p className="px-4 py-3 text-sm text-muted sm:px-5">{children}</p>
      )}
      {count > items.length && (
        <p className="border-t border-line px-4 py-3 text-[0.8125rem] text-muted sm:px-5">
          These are the {items.length} most urgent; {plural(count - items.length, 'more', 'more')} wait. Choose a kind
          to see fewer.
        </p>
      )}
    </section>
  );
}

/** `Nothing due. Next: dyeing start, PO-1182, 24 Nov 2026.` */
function NothingDue({ day: { next }, onShowAll }: { day: MyDayDto; onShowAll?: () => void }) {
  return (
    <EmptyState
      icon={PartyPopper}
      title="Nothing due"
      actions={onShowAll && <Button onClick={onShowAll}>Show all kinds</Button>}
    >
      {next
        ? `Next: ${next.title}, ${[next.orderNumber, next.lineLabel].filter(Boolean).join(' · ')}${next.dueOn ? `, ${formatDay(next.dueOn)}` : ''}.`
        : 'Nothing is planned for the next thirty days either.'}
    </EmptyState>
  );
}
