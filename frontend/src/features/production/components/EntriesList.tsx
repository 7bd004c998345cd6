import { useMutation, useQuery } from '@tanstack/react-query';
import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { type ProductionEntryDto, removeProductionEntry } from '@/shared/api/generated';
import { ifUnchanged } from '@/shared/api/change';
import { useCan } from '@/shared/lib/can';
import { formatDay, formatQuantity } from '@/shared/lib/format';
import { notify } from '@/shared/lib/notify';
import { IconButton } from '@/shared/ui/IconButton';
import { Menu, MenuItem } from '@/shared/ui/Menu';
import { ErrorState, Skeleton } from '@/shared/ui/States';
import { Day, Quantity } from '@/shared/ui/Values';
import { entriesPage, useProductionNews } from '../api';
import type { ProductionStage } from '../vocabulary';
import { CorrectDialog } from './CorrectDialog';

/** The latest numbers of a stage, each to be corrected or removed. */
export function EntriesList({ orderLineId, stage }: { orderLineId: string; stage: ProductionStage }) {
  const { data, error, isPending, refetch } = useQuery(
    entriesPage({ orderLineId: [orderLineId], stage: [stage], pageSize: 10 }),
  );
  const mayWrite = useCan()('production.write');
  const [correcting, setCorrecting] = useState<ProductionEntryDto | null>(null);
  const news = useProductionNews();
  const remove = useMutation({
    mutationFn: (entry: ProductionEntryDto) =>
      removeProductionEntry({ path: { id: entry.id }, headers: ifUnchanged(entry), throwOnError: true }),
    onSuccess: (_, entry) => {
      notify.success(`${formatQuantity(entry.quantity, entry.unit)} of ${formatDay(entry.entryDate)} count no more.`);
      void news.all();
    },
    onError: () => void news.all(),
  });
  if (isPending) return <Skeleton className="h-32" />;
  if (!data)
    return <ErrorState title="What was entered could not be loaded" error={error} onRetry={() => void refetch()} />;
  if (data.length === 0) return null;
  return (
    <section>
      <h3 className="mb-1 text-sm font-semibold">Entered last</h3>
      <ul className="divide-y divide-line">
        {data.map((entry) => (
          <li key={entry.id} className="flex items-center gap-3 py-2 text-sm">
            <span className="w-28 shrink-0">
              <Day day={entry.entryDate} />
            </span>
            <span className="w-24 shrink-0 text-end tabular-nums">
              <Quantity quantity={entry.quantity} unit={entry.unit} />
            </span>
            <span className="min-w-0 flex-1 truncate text-[0.8125rem] text-muted">
              {[
                entry.shift && `shift ${entry.shift}`,
                entry.correctsId && 'corrected',
                entry.notes,
                entry.createdBy?.fullName,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {mayWrite && (
              <Menu
                trigger={
                  <IconButton
                    icon={Ellipsis}
                    size="sm"
                    label={`More about ${formatDay(entry.entryDate)}`}
                    withoutTooltip
                  />
                }
              >
                <MenuItem icon={Pencil} onSelect={() => setCorrecting(entry)}>
                  Correct…
                </MenuItem>
                <MenuItem icon={Trash2} danger onSelect={() => remove.mutate(entry)}>
                  Remove
                </MenuItem>
              </Menu>
            )}
          </li>
        ))}
      </ul>
      {correcting && <CorrectDialog entry={correcting} onClose={() => setCorrecting(null)} />}
    </section>
  );
}
