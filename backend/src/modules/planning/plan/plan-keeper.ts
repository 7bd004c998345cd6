import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { today, type Day } from '../../../platform/values/day';
import type { OrderLine } from '../../orders/line/line.entity';
import type { PartyWorking } from '../calendar/calendar.rules';
import { CalendarsRepository } from '../calendar/calendars.repository';
import { StepDurationsService } from '../history/step-durations.service';
import type { LineMilestone } from '../milestone.entity';
import type { StepKey } from '../milestone.vocabulary';
import { MilestonesRepository } from '../milestones.repository';
import { withoutNotApplicable } from '../schedule/forecast';
import { backSchedule, pushed, type Step } from '../schedule/schedule';
import type { LinePlan } from './line-plan.entity';
import { planForecast, stepsOf } from './plan-forecast';
import { LinePlansRepository } from './line-plans.repository';

/** A day of the plan that moved by itself. */
export interface MovedDay {
  milestone: StepKey;
  from: Day | null;
  to: Day | null;
}

/** Keeps the plans of lines true: moves what depends on a day, and reckons the forecast. In the caller's transaction. */
@Injectable()
export class PlanKeeper {
  constructor(
    private readonly milestones: MilestonesRepository,
    private readonly plans: LinePlansRepository,
    private readonly calendars: CalendarsRepository,
    private readonly durations: StepDurationsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Lays the open days of a plan back from the ETD; what a person fixed, and what is done, stays. Does not save. */
  async layBack(line: OrderLine, rows: readonly LineMilestone[], etd: Day): Promise<MovedDay[]> {
    const steps = stepsOf(line, rows, await this.calendars.all());
    const days = backSchedule(withoutNotApplicable(steps).map(withFixed(rows)), etd);
    return this.move(rows, new Map([...days].map(([key, { latestFinish }]) => [key, latestFinish])));
  }

  /**
   * After a step of the line changed: what waits for it moves on where it must, and the forecast is reckoned. Saves both.
   */
  async follow(line: OrderLine): Promise<MovedDay[]> {
    const rows = await this.milestones.ofLinesWithTakenOut([line.id]);
    const calendars = await this.calendars.all();
    const moved = await this.pushOn(line, rows, calendars);
    const plans = await this.plans.ofLines([line.id]);
    if (!plans.length) return moved;
    const [past, day] = [await this.durations.past(), today(this.config.TZ_HOUSE)];
    for (const plan of plans) Object.assign(plan, planForecast(line, rows, calendars, day, past));
    await this.plans.saveForecasts(plans);
    return moved;
  }

  private async pushOn(
    line: OrderLine,
    rows: readonly LineMilestone[],
    calendars: readonly PartyWorking[],
  ): Promise<MovedDay[]> {
    const steps = stepsOf(line, rows, calendars);
    const planned = new Map<StepKey, Day>();
    for (const { milestone, actualOn, plannedOn } of rows) {
      const day = actualOn ?? plannedOn;
      if (day) planned.set(milestone, day);
    }
    const moved = this.move(rows, pushed(withoutNotApplicable(steps).map(withFixed(rows)), planned));
    for (const { milestone } of moved) {
      const row = rows.find((each) => each.milestone === milestone);
      if (row) await this.milestones.save(row);
    }
    return moved;
  }

  /** Reckons the forecast of these lines for today, where they have a plan. */
  async reckon(lines: readonly OrderLine[]): Promise<void> {
    const plans = await this.plans.ofLines(lines.map(({ id }) => id));
    if (!plans.length) return;
    const rows = await this.milestones.ofLinesWithTakenOut(plans.map(({ orderLineId }) => orderLineId));
    await this.forecast(
      ...plans.flatMap((plan) => {
        const line = lines.find(({ id }) => id === plan.orderLineId);
        return line ? [{ plan, line, rows: rows.filter(({ orderLineId }) => orderLineId === line.id) }] : [];
      }),
    );
    await this.plans.saveForecasts(plans);
  }

  /** Writes the forecast of today on plans; does not save. */
  async forecast(...of: readonly { plan: LinePlan; line: OrderLine; rows: readonly LineMilestone[] }[]): Promise<void> {
    const [calendars, past, day] = [
      await this.calendars.all(),
      await this.durations.past(),
      today(this.config.TZ_HOUSE),
    ];
    for (const { plan, line, rows } of of) Object.assign(plan, planForecast(line, rows, calendars, day, past));
  }

  /** Gives open steps that nobody fixed these days. */
  private move(rows: readonly LineMilestone[], days: ReadonlyMap<StepKey, Day>): MovedDay[] {
    return rows.flatMap((row) => {
      const to = days.get(row.milestone);
      if (!to || row.plannedFixed || row.actualOn || row.state === 'not_applicable' || row.plannedOn === to) return [];
      const from = row.plannedOn;
      row.plannedOn = to;
      row.baselineOn ??= to;
      return [{ milestone: row.milestone, from, to }];
    });
  }
}

/** What a person fixed stands where it is. */
const withFixed = (rows: readonly LineMilestone[]) => {
  const fixed = new Map(rows.map((row) => [row.milestone, row.plannedFixed ? row.plannedOn : null]));
  return (step: Step<StepKey>): Step<StepKey> => ({ ...step, fixedOn: fixed.get(step.key) ?? null });
};
