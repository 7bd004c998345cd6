import { ChevronDown, LoaderCircle } from 'lucide-react';
import type { LineDto } from '@/shared/api/generated';
import { useOverride } from '@/shared/gates/override';
import { cx } from '@/shared/lib/cx';
import { StatusBadge, statusLabel } from '@/shared/ui/Badge';
import { Menu, MenuItem, MenuLabel } from '@/shared/ui/Menu';
import { useSetLineStatus } from '../api';

/** Offers the steps that the server will take, and no other. */
export function LineStatusMenu({ line, className }: { line: LineDto; className?: string }) {
  const { attempt, question } = useOverride();
  const { mutate, isPending, variables } = useSetLineStatus(line, attempt);
  const status = isPending ? variables : line.status;
  if (line.nextStatuses.length === 0) return <StatusBadge status={status} />;
  const Icon = isPending ? LoaderCircle : ChevronDown;
  return (
    <>
      <Menu
        align="start"
        trigger={
          <button
            type="button"
            disabled={isPending}
            aria-label={`Status of ${line.label}: ${statusLabel(status)}. Change it`}
            className={cx('touch-target inline-flex items-center gap-0.5 rounded-md hover:bg-sunken', className)}
          >
            <StatusBadge status={status} />
            <Icon aria-hidden className={cx('size-3.5 text-muted', isPending && 'animate-spin')} />
          </button>
        }
      >
        <MenuLabel>Move this line to</MenuLabel>
        {line.nextStatuses.map((next) => (
          <MenuItem key={next} onSelect={() => mutate(next)}>
            <StatusBadge status={next} />
          </MenuItem>
        ))}
      </Menu>
      {question}
    </>
  );
}
