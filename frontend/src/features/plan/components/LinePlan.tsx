import { Milestone, Plus } from 'lucide-react';
import type { LineDto, LineForecastDto, MilestoneDto } from '@/shared/api/generated';
import { useCan } from '@/shared/lib/can';
import { formatDay, plural } from '@/shared/lib/format';
import { today } from '@/shared/lib/house';
import { Badge } from '@/shared/ui/Badge';
import { Button } from '@/shared/ui/Button';
import { Menu, MenuItem, MenuLabel } from '@/shared/ui/Menu';
import { nextStep } from '../next';
import { standingOf } from '../standing';
import { milestoneNames } from '@/shared/lib/milestones';
import { type StepKey, stepKeys } from '../vocabulary';
import { ForecastChip } from './ForecastChip';
import { StepTile } from './StepTile';

interface LinePlanProps {
  line: LineDto;
  /** Of this line, in the order of the plan. */
  steps: readonly MilestoneDto[];
  /** The goods have left, or will not leave. */
  closed: boolean;
  /** Where it has a plan, and is still to leave. */
  forecast?: LineForecastDto;
  onOpen: (step: MilestoneDto) => void;
  onAdd: (step: StepKey) => void;
  onLay: () => void;
}

/** The time and action of one line, from the yarn to the day it leaves. */
export function LinePlan({ line, steps, closed, forecast, onOpen, onAdd, onLay }: LinePlanProps) {
  const may = useCan();
  const missing = stepKeys.filter((key) => steps.every(({ milestone }) => milestone !== key));
  return (
    <section
      aria-label={`Plan of ${line.label}`}
      className="min-w-0 rounded-xl border border-line bg-surface shadow-sm"
    >
      <header className="flex flex-col gap-3 px-4 py-3 sm:flex-row sm:items-center sm:justify-between sm:px-5">
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="min-w-0 break-words text-[0.9375rem] font-semibold">{line.label}</h2>
          {forecast && !closed && <ForecastChip forecast={forecast} />}
          <Summary steps={steps} closed={closed} />
        </div>
        {may('milestone.write') && (
          <div className="flex shrink-0 gap-2">
            {!closed && (
              <Button size="sm" icon={Milestone} onClick={onLay}>
                {steps.length ? 'Lay anew' : 'Lay plan'} <span className="sr-only">of {line.label}</span>
              </Button>
            )}
            {missing.length > 0 && (
              <Menu
                trigger={
                  <Button size="sm" icon={Plus}>
                    Add step <span className="sr-only">to {line.label}</span>
                  </Button>
                }
              >
                <MenuLabel>Not in the plan yet</MenuLabel>
                {missing.map((key) => (
                  <MenuItem key={key} onSelect={() => onAdd(key)}>
                    {milestoneNames[key]}
                  </MenuItem>
                ))}
              </Menu>
            )}
          </div>
        )}
      </header>
      {steps.length > 0 && (
        <ol
          aria-label="Steps"
          className="grid grid-cols-2 gap-2 border-t border-line p-3 sm:grid-cols-[repeat(auto-fill,minmax(10.5rem,1fr))] sm:p-4"
        >
          {steps.map((step) => (
            <li key={step.id} className="min-w-0">
              <StepTile
                step={step}
                forecast={forecast?.steps.find(({ key }) => key === step.milestone)}
                closed={closed}
                onOpen={() => onOpen(step)}
              />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Summary({ steps, closed }: Pick<LinePlanProps, 'steps' | 'closed'>) {
  const due = steps.filter(({ state }) => state !== 'not_applicable');
  const done = due.filter(({ actualOn }) => actualOn);
  const late = due.filter((step) => standingOf(step, today(), closed).late).length;
  const next = nextStep(steps);
  if (due.length === 0) return <span className="text-[0.8125rem] text-muted">no plan yet</span>;
  return (
    <>
      {late > 0 && <Badge tone="bad">{plural(late, 'step')} late</Badge>}
      <span className="text-[0.8125rem] text-muted">
        {done.length} of {due.length} done
        {next?.plannedOn && !closed && ` · next: ${next.label}, ${formatDay(next.plannedOn)}`}
      </span>
    </>
  );
}
