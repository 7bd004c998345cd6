import { CircleCheck } from 'lucide-react';
import type { StagePaceDto } from '@/shared/api/generated';
import { cx } from '@/shared/lib/cx';
import { lineStages } from '../vocabulary';
import { finishWords, madeWords, paceWords, stagesInWork } from '../words';
import { StageBar } from './StageBar';

/** The stages of a line that are in work, each with how far, how fast, and when that is done. */
export function StagePaces({ stages }: { stages: readonly StagePaceDto[] }) {
  const shown = stagesInWork(stages);
  const done = stages.filter((stage) => stage.done);
  return (
    <div className="flex min-w-0 flex-col gap-1.5 text-start">
      {shown.map((stage) => (
        <StagePace key={stage.stage} stage={stage} />
      ))}
      {done.length > 0 && (
        <p className="flex items-center gap-1.5 text-[0.8125rem] text-muted">
          <CircleCheck aria-hidden className="size-3.5 shrink-0 text-good" />
          {done.map(({ stage }) => lineStages[stage].name).join(', ')} done
        </p>
      )}
    </div>
  );
}

function StagePace({ stage }: { stage: StagePaceDto }) {
  const { name } = lineStages[stage.stage];
  const finish = finishWords(stage);
  const late = (stage.lateDays ?? 0) > 0;
  return (
    <div className="grid grid-cols-[4.5rem_minmax(0,1fr)] items-center gap-x-3 @4xl:grid-cols-[4.5rem_5rem_10.5rem_minmax(0,1fr)]">
      <span className="text-[0.8125rem] font-medium">{name}</span>
      <StageBar stage={stage} />
      <span className="text-[0.8125rem] tabular-nums @max-4xl:col-start-2">{madeWords(stage)}</span>
      <span className="text-[0.8125rem] tabular-nums text-muted @max-4xl:col-start-2">
        {paceWords(stage)}
        {finish && (
          <>
            {' → '}
            <span className={cx('@4xl:whitespace-nowrap', late ? 'font-semibold text-bad' : 'text-ink')}>{finish}</span>
          </>
        )}
        {!finish && late && <span className="font-semibold text-bad"> · its day is over</span>}
      </span>
    </div>
  );
}
