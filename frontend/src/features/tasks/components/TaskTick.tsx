import { Check } from 'lucide-react';
import type { TaskDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';
import { useTick } from '@/shared/talk/tick';

/** The round box before a task. What the person may not bring there is shown, and cannot be pressed. */
export function TaskTick({ task, className }: { task: TaskDto; className?: string }) {
  const { tick, isPending } = useTick();
  const done = task.status === 'completed';
  const may = task.nextStatuses.includes(done ? 'pending' : 'completed');
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={done}
      aria-label={`Done: ${task.title}`}
      aria-busy={isPending || undefined}
      disabled={!may || isPending}
      onClick={() => tick(task)}
      className={cx(
        'touch-target group/tick grid size-6 shrink-0 place-items-center rounded-full border transition-colors disabled:opacity-55',
        done ? 'border-good bg-good-tint text-good' : 'border-line-strong text-transparent hover:border-good',
        className,
      )}
    >
      <Check
        aria-hidden
        strokeWidth={3}
        className={cx('size-3.5', !done && 'group-hover/tick:text-good group-disabled/tick:text-transparent')}
      />
    </button>
  );
}
