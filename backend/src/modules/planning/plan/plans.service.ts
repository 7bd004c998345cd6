import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { InvalidInput, ResourceNotFound } from '../../../platform/errors/domain-error';
import { Outbox } from '../../../platform/events/outbox';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import type { Actor } from '../../auth/access/actor';
import type { OrderLine } from '../../orders/line/line.entity';
import { LinesRepository } from '../../orders/line/lines.repository';
import { newMilestone, type LineMilestone } from '../milestone.entity';
import { isKnownStep, type KnownStep, type StepKey } from '../milestone.vocabulary';
import { MilestonesRepository } from '../milestones.repository';
import { DelaysService } from '../delays/delays.service';
import { stepsOn, templateFor } from '../template/template.rules';
import type { PlanTemplate } from '../template/template.entity';
import { TemplatesRepository } from '../template/templates.repository';
import { HappenedSteps } from './happened-steps';
import type { Happened } from './happenings';
import { LinePlan } from './line-plan.entity';
import { LinePlansRepository } from './line-plans.repository';
import { etdOf } from './plan-forecast';
import { PlanKeeper, type MovedDay } from './plan-keeper';
import type { LayPlanDto } from './plans.dto';
import { NoTemplateFits, PlanWithoutEtd } from './plans.errors';
import { PlanLaidBack } from './plans.events';

/** A line with its plan and its steps in their order; no plan while nobody laid one. */
export interface LaidPlan {
  line: OrderLine;
  plan: LinePlan | null;
  steps: LineMilestone[];
  /** Steps that somebody took out, which lie in the trash. */
  takenOut: LineMilestone[];
}

/** The time and action of lines as a whole: laid back from the ETD, and forecast from what has happened. */
@Injectable()
export class PlansService {
  constructor(
    private readonly plans: LinePlansRepository,
    private readonly templates: TemplatesRepository,
    private readonly milestones: MilestonesRepository,
    private readonly lines: LinesRepository,
    private readonly keeper: PlanKeeper,
    private readonly happened: HappenedSteps,
    private readonly delays: DelaysService,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
  ) {}

  /** Lines that are still to leave, with their forecast. */
  list(asked: ListQuery, actor: Actor): Promise<Page<LinePlan>> {
    return this.plans.list(asked, actor);
  }

  /** @throws ResourceNotFound 404 for the line */
  async read(lineId: string, actor: Actor): Promise<LaidPlan> {
    const line = await this.lines.find(lineId, actor, 'milestone.read');
    if (!line) throw new ResourceNotFound('line');
    return { line, plan: await this.plans.findOf(lineId), ...(await this.stepsOf(lineId)) };
  }

  /**
   * Lays a template on a line: its steps, and their days back from the ETD on the calendars of who holds them. What is
   * done, what a person fixed and what does not apply stays; steps that the template does not know stay as well. Steps that
   * somebody took out stay out, unless they are brought back. What has happened already is done on the day it happened.
   * @throws ResourceNotFound 404 for the line, InvalidInput 400 for the template, PlanWithoutEtd 422, NoTemplateFits 422
   */
  lay(lineId: string, { templateId, newBaseline, bringBack }: LayPlanDto, actor: Actor): Promise<LaidPlan> {
    return this.transaction.run(async () => {
      const line = await this.lines.getForUpdate(lineId, actor, 'milestone.write');
      const etd = etdOf(line);
      if (!etd) throw new PlanWithoutEtd();
      const template = await this.templateOf(line, templateId);
      const { steps: known, takenOut } = await this.stepsOf(lineId);
      const back = bringBack ? takenOut.splice(0) : [];
      for (const step of back) step.deletedAt = null;
      known.push(...back);
      const steps = laid(line, template, known, takenOut);
      const came = takenOver(steps, await this.happenedTo(line));
      const moved = await this.keeper.layBack(line, steps, etd);
      if (newBaseline) for (const step of steps) step.baselineOn = step.plannedOn;
      await this.milestones.insert(...steps.filter((step) => !known.includes(step)));
      for (const step of known) await this.milestones.save(step);
      const plan = await this.planOf(line, template, steps);
      const broughtBack = back.map(({ label }) => label);
      const facts = { template: template.name, etd, broughtBack, ...(await this.tellOf(line, came)) };
      await this.outbox.record(laidBack(line, actor, moved, facts));
      return { line, plan, steps, takenOut };
    });
  }

  private async happenedTo(line: OrderLine): Promise<ReadonlyMap<KnownStep, Happened>> {
    return (await this.happened.of([line])).get(line.id) ?? new Map<KnownStep, Happened>();
  }

  /** Steps that were taken over, once they are saved: one that was planned before may have come late. */
  private async tellOf(line: OrderLine, came: readonly LineMilestone[]): Promise<Record<string, unknown>> {
    const delays = [];
    for (const step of came) if (step.plannedOn) delays.push(...(await this.delays.settle(line, step, null)));
    return { happened: Object.fromEntries(came.map(({ milestone, actualOn }) => [milestone, actualOn])), delays };
  }

  private async stepsOf(lineId: string): Promise<Pick<LaidPlan, 'steps' | 'takenOut'>> {
    const rows = await this.milestones.ofLinesWithTakenOut([lineId]);
    return { steps: rows.filter(({ deletedAt }) => !deletedAt), takenOut: rows.filter(({ deletedAt }) => deletedAt) };
  }

  /** After a step of this line changed: what waits for it moves, and the forecast is reckoned. @returns what moved */
  follow(line: OrderLine): Promise<MovedDay[]> {
    return this.keeper.follow(line);
  }

  /** Days that moved along with one that is taken back: those that still stand where they were moved, back. */
  async moveBack(line: OrderLine, moved: readonly MovedDay[]): Promise<void> {
    for (const step of await this.milestones.ofLines([line.id])) {
      const day = moved.find(({ milestone, to }) => milestone === step.milestone && to === step.plannedOn);
      if (!day || step.plannedFixed || step.actualOn) continue;
      step.plannedOn = day.from;
      await this.milestones.save(step);
    }
    await this.keeper.reckon([line]);
  }

  /** Where a line has a plan: its open days that nobody fixed, back from its ETD as it is now. */
  async layAgain(line: OrderLine): Promise<void> {
    const plan = await this.plans.findOf(line.id);
    if (!plan) return;
    const steps = await this.milestones.ofLinesWithTakenOut([line.id]);
    const etd = etdOf(line);
    const moved = etd ? await this.keeper.layBack(line, steps, etd) : [];
    for (const { milestone } of moved)
      for (const step of steps) if (step.milestone === milestone) await this.milestones.save(step);
    await this.keeper.forecast({ plan, line, rows: steps });
    await this.plans.save(plan);
    if (moved.length) await this.outbox.record(laidBack(line, null, moved, { etd }));
  }

  /**
   * New lines whose days come from elsewhere, a workbook: each step is told its holder, its time and what it waits for by
   * the template that fits, and the line gets its forecast. The days stay as they were written. Steps are not saved here.
   */
  async adopt(laid: readonly { line: OrderLine; rows: LineMilestone[] }[]): Promise<void> {
    if (!laid.length) return;
    const templates = await this.templates.all();
    const adopted = laid.flatMap(({ line, rows }) => {
      const template = fitting(line, templates);
      if (!template) return [];
      const rowOf = (of: StepKey) => rows.find(({ milestone }) => milestone === of);
      for (const step of stepsOn(template.steps, (key) => rowOf(key) !== undefined)) {
        const { key, label, holder, days, after } = step;
        const position = template.steps.findIndex((each) => each.key === key);
        Object.assign(rowOf(key) ?? {}, { label, holder, days, after, position });
      }
      return [{ plan: planFor(line, template), line, rows }];
    });
    await this.keeper.forecast(...adopted);
    await this.plans.insert(...adopted.map(({ plan }) => plan));
  }

  private async templateOf(line: OrderLine, id: string | undefined): Promise<PlanTemplate> {
    const templates = await this.templates.all();
    const chosen = id ? templates.find((template) => template.id === id) : fitting(line, templates);
    if (chosen) return chosen;
    if (id) throw new InvalidInput({ templateId: ['There is no such template.'] });
    throw new NoTemplateFits();
  }

  private async planOf(line: OrderLine, template: PlanTemplate, steps: LineMilestone[]): Promise<LinePlan> {
    const found = await this.plans.findOf(line.id);
    const plan = Object.assign(found ?? planFor(line, template), { templateId: template.id, template });
    await this.keeper.forecast({ plan, line, rows: steps });
    if (found) await this.plans.save(plan);
    else await this.plans.insert(plan);
    return plan;
  }
}

/** The steps of a template on a line, in its order, but for those that were taken out; those that it does not know behind them. */
function laid(
  line: OrderLine,
  template: PlanTemplate,
  known: readonly LineMilestone[],
  takenOut: readonly LineMilestone[],
): LineMilestone[] {
  const stays = (key: StepKey) => takenOut.every(({ milestone }) => milestone !== key);
  const own = stepsOn(template.steps, stays).map(({ key, label, holder, days, after }) => {
    const position = template.steps.findIndex((each) => each.key === key);
    const step = known.find(({ milestone }) => milestone === key) ?? newMilestone(line, key);
    return Object.assign(step, { label, holder, days, after, position });
  });
  const others = known.filter((step) => !own.includes(step));
  return [...own, ...others.map((step, index) => Object.assign(step, { position: own.length + index }))];
}

/** Has open steps be done that have happened already. @returns these */
const takenOver = (steps: readonly LineMilestone[], happened: ReadonlyMap<KnownStep, Happened>): LineMilestone[] =>
  steps.filter((step) => {
    const told = isKnownStep(step.milestone) && happened.get(step.milestone);
    if (!told || step.deletedAt || step.actualOn || step.state === 'not_applicable') return false;
    step.write({ actualOn: told.day, happenedBy: told.by });
    return true;
  });

const fitting = ({ order, style, cadName }: OrderLine, templates: readonly PlanTemplate[]): PlanTemplate | null =>
  templateFor(
    {
      orderType: order.orderType,
      buyerNames: [order.buyerName, order.customerName],
      fabricType: style.fabricType ?? order.fabricType,
      cadName,
    },
    templates,
  );

const planFor = (line: OrderLine, template: PlanTemplate): LinePlan =>
  Object.assign(new LinePlan(), { orderId: line.orderId, orderLineId: line.id, templateId: template.id, template });

const laidBack = (
  { id, orderId }: OrderLine,
  actor: Actor | null,
  moved: readonly MovedDay[],
  beside: Record<string, unknown>,
): PlanLaidBack =>
  new PlanLaidBack({ id, orderId, orderLineId: id }, actor, {
    before: Object.fromEntries(moved.map(({ milestone, from }) => [milestone, from])),
    after: Object.fromEntries(moved.map(({ milestone, to }) => [milestone, to])),
    ...beside,
  });
