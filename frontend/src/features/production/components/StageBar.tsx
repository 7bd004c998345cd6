import type { StagePaceDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';
import { lineStages } from '../vocabulary';

/** How far a stage is. Without a need there is nothing to draw; the words beside it say why. */
export function StageBar({ stage, className }: { stage: StagePaceDto; className?: string }) {
  const { percent, done, lateDays } = stage;
  const part = percent === null ? null : Math.min(100, Number(percent));
  return (
    <span
      className={cx(
        'block h-2 overflow-hidden rounded-full',
        part === null ? 'border border-dashed border-line' : 'bg-sunken',
        className,
      )}
      {...(part !== null && {
        role: 'progressbar',
        'aria-label': lineStages[stage.stage].name,
        'aria-valuenow': part,
        'aria-valuetext': `${percent} %`,
      })}
    >
      {part !== null && (
        <span
          className={cx('block h-full rounded-full', done ? 'bg-good' : (lateDays ?? 0) > 0 ? 'bg-bad' : 'bg-accent')}
          style={{ inlineSize: `${part}%` }}
        />
      )}
    </span>
  );
}
