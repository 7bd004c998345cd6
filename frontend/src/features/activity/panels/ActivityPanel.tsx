import { useQuery } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { colleagues } from '@/shared/api/colleagues';
import type { OrderDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import type { OrderPanelProps } from '@/shared/lib/order';
import { Button } from '@/shared/ui/Button';
import { Card } from '@/shared/ui/Card';
import { type Filter, FilterBar } from '@/shared/ui/FilterBar';
import { type ActivityFilters, verificationQuery } from '../api';
import { Entries } from '../components/Entries';
import { filtersFor } from '../components/filters';
import { HistoryCheck } from '../components/HistoryCheck';

/** Who did what on an order, and when: the latest first. */
export default function ActivityPanel({ orderId, order }: OrderPanelProps) {
  const [filters, setFilters] = useState<ActivityFilters>({});
  const [checking, setChecking] = useState(false);
  const may = useCan();
  const check = useQuery({ ...verificationQuery(orderId), enabled: checking });
  const { data: people = [] } = useQuery(colleagues());

  const verify = () => {
    if (checking) void check.refetch();
    else setChecking(true);
  };

  return (
    <Card flush>
      <div className="border-b border-line">
        <FilterBar
          of="this history"
          values={filters}
          onChange={(change) => setFilters((current) => ({ ...current, ...change }))}
          filters={[...filtersFor(people), ...lineFilter(order)]}
        >
          {may('activity.read') && (
            <Button size="sm" icon={ShieldCheck} busy={check.isFetching} onClick={verify}>
              Check this history
            </Button>
          )}
        </FilterBar>
      </div>
      {checking && <HistoryCheck check={check} />}
      <Entries
        orderId={orderId}
        filters={filters}
        empty="Whatever somebody does on this order is written down here, with their name and the time."
        onDropFilters={() => setFilters({})}
      />
    </Card>
  );
}

/** A history of several lines can be narrowed to some of them. */
function lineFilter(order: OrderDto): Filter<ActivityFilters>[] {
  const lines = order.styles.flatMap((style) => style.lines);
  if (lines.length < 2) return [];
  return [{ kind: 'many', key: 'line', label: 'Line', options: lines.map(({ id, label }) => ({ value: id, label })) }];
}
