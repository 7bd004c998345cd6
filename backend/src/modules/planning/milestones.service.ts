import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config/config';
import { Transaction } from '../../platform/database/transaction';
import { InvalidInput, type FieldErrors } from '../../platform/errors/domain-error';
import { changesBetween, isUnchanged } from '../../platform/events/domain-event';
import { Outbox } from '../../platform/events/outbox';
import type { ListQuery } from '../../platform/listing/list-definition';
import type { Page } from '../../platform/listing/page';
import { daysBetween, today, type Day } from '../../platform/values/day';
import type { Actor } from '../auth/access/actor';
import type { OrderLine } from '../orders/line/line.entity';
import { OrderGate, type Override } from '../orders/gates/order-gate';
import { LinesRepository } from '../orders/line/lines.repository';
import { DelaysService, type Booked, type SlipTold } from './delays/delays.service';
import { newMilestone, type LineMilestone } from './milestone.entity';
import type { MilestoneState, StepKey } from './milestone.vocabulary';
import type { MovedDay } from './plan/plan-keeper';
import { PlansService } from './plan/plans.service';
import { MilestonesRepository } from './milestones.repository';
import { MilestoneRemoved, MilestoneRestored, MilestoneWritten, PlanLaid } from './planning.events';

/** What is written of one step; what is left out stays as it is. */
export interface MilestoneWriting {
  plannedOn?: Day | null;
  actualOn?: Day | null;
  state?: MilestoneState;
  note?: string | null;
  /** Told by undo alone: a day that a person writes is fixed. */
  plannedFixed?: boolean;
  /** Why the step begins although its gate is not passed. */
  override?: Override;
  /** Who held it up, where its day is later than it was planned. */
  slip?: SlipTold;
}

/** A step of a plan that is laid on a new line. */
export interface PlannedStep extends MilestoneWriting {
  milestone: StepKey;
  /** Of a step of the house's own. */
  label?: string;
  /** What was planned at first; left out: what is planned. */
  baselineOn?: Day;
}

/** Steps that wait for a gate of their line. */
const GUARDED: Partial<Record<StepKey, 'dyeing' | 'cutting'>> = {
  dyeingStart: 'dyeing',
  dyeingComplete: 'dyeing',
  cuttingStart: 'cutting',
  cuttingComplete: 'cutting',
};

/** A planned day is within so many years of today. */
const YEARS_NEAR = 5;

const TOLD = ['plannedOn', 'plannedFixed', 'actualOn', 'state', 'note'] as const;

/** The time and action of lines, step by step. */
@Injectable()
export class MilestonesService {
  constructor(
    private readonly milestones: MilestonesRepository,
    private readonly lines: LinesRepository,
    private readonly plans: PlansService,
    private readonly delays: DelaysService,
    private readonly orderGate: OrderGate,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(asked: ListQuery, actor: Actor): Promise<Page<LineMilestone>> {
    return this.milestones.list(asked, actor);
  }

  get(id: string, actor: Actor): Promise<LineMilestone> {
    return this.milestones.get(id, actor);
  }

  /** Writes a step of a line, made when it is not there yet. @throws ResourceNotFound 404 for the line, InvalidInput 400, GateNotPassed 409 */
  put(lineId: string, key: StepKey, writing: MilestoneWriting, actor: Actor): Promise<LineMilestone> {
    this.refuse(writing);
    return this.transaction.run(async () => {
      const line = await this.lines.getForUpdate(lineId, actor, 'milestone.write');
      const found = await this.milestones.findOf(lineId, key);
      const row = found ?? newMilestone(line, key);
      return this.write(Object.assign(row, { orderLine: line }), line, writing, actor, !found);
    });
  }

  /** @throws ResourceNotFound 404, StaleVersion 412, InvalidInput 400, GateNotPassed 409 */
  update(id: string, writing: MilestoneWriting, actor: Actor, expected?: number): Promise<LineMilestone> {
    this.refuse(writing);
    return this.transaction.run(async () => {
      const row = await this.milestones.getForUpdate(id, actor, expected);
      const line = await this.lines.getForUpdate(row.orderLineId, actor, 'milestone.write');
      return this.write(row, line, writing, actor, false);
    });
  }

  /** @throws ResourceNotFound 404, StaleVersion 412 */
  remove(id: string, actor: Actor, expected?: number): Promise<void> {
    return this.transaction.run(async () => {
      const row = await this.milestones.getForUpdate(id, actor, expected);
      await this.milestones.trash(row);
      await this.plans.follow(await this.lines.getForUpdate(row.orderLineId, actor, 'milestone.write'));
      await this.outbox.record(
        new MilestoneRemoved(row, actor, {
          before: { milestone: row.milestone, plannedOn: row.plannedOn, actualOn: row.actualOn },
          after: {},
        }),
      );
    });
  }

  /** From the trash. @throws ResourceNotFound 404, 409 when the line has this step anew */
  restore(id: string, actor: Actor): Promise<LineMilestone> {
    return this.transaction.run(async () => {
      const row = await this.milestones.restore(await this.milestones.getTrashed(id, actor));
      await this.plans.follow(await this.lines.getForUpdate(row.orderLineId, actor, 'milestone.write'));
      await this.outbox.record(
        new MilestoneRestored(row, actor, {
          before: {},
          after: { milestone: row.milestone, plannedOn: row.plannedOn, actualOn: row.actualOn },
        }),
      );
      return row;
    });
  }

  /** Lays a whole plan on a new line, in the caller's transaction: one INSERT, one event. */
  lay(line: OrderLine, plan: readonly PlannedStep[], actor: Actor): Promise<void> {
    return this.layAll([{ line, plan }], actor);
  }

  /** The same for several new lines at once: still one INSERT, and an event for each line. */
  async layAll(plans: readonly { line: OrderLine; plan: readonly PlannedStep[] }[], actor: Actor): Promise<void> {
    const laid = plans
      .filter(({ plan }) => plan.length)
      .map(({ line, plan }) => ({ line, rows: plan.map((step) => stepOf(line, step)) }));
    await this.plans.adopt(laid);
    await this.milestones.insert(...laid.flatMap(({ rows }) => rows));
    await this.outbox.record(...laid.map(({ line, rows }) => planLaid(line, rows, actor)));
  }

  /** What another part of the house saw happen: the step is done on that day, unless it is done or does not apply. */
  async happen(line: OrderLine, key: StepKey, day: Day, because: string): Promise<void> {
    const row = await this.milestones.findOf(line.id, key);
    if (!row || row.actualOn || row.state === 'not_applicable') return;
    await this.writeUnasked(line, row, { actualOn: day, happenedBy: because }, because);
  }

  /** What made the step happen was taken back: it is open again, unless a person wrote its day. */
  async reopen(line: OrderLine, key: StepKey, because: string): Promise<void> {
    const row = await this.milestones.findOf(line.id, key);
    if (row?.happenedBy) await this.writeUnasked(line, row, { actualOn: null }, because);
  }

  /**
   * What output, papers or deliveries say of a step: the day it happened, another day after a correction, or that it did
   * not. What a person wrote, or something else made happen, stays.
   * @param day null: it did not happen by them  @param by the events that tell of them
   */
  async happenAsTold(
    line: OrderLine,
    key: StepKey,
    day: Day | null,
    because: string,
    by: readonly string[],
  ): Promise<void> {
    const row = await this.milestones.findOf(line.id, key);
    if (!row || row.state === 'not_applicable' || row.actualOn === day) return;
    if (row.actualOn && !by.includes(row.happenedBy ?? '')) return;
    await this.writeUnasked(line, row, { actualOn: day, happenedBy: because }, because);
  }

  private async writeUnasked(
    line: OrderLine,
    row: LineMilestone,
    writing: Parameters<LineMilestone['write']>[0],
    because: string,
  ): Promise<void> {
    const before = { ...row };
    row.write(writing);
    await this.milestones.save(row);
    const moved = await this.plans.follow(line);
    const delays = await this.delays.settle(line, row, null);
    const facts = { milestone: row.milestone, because, moved, delays };
    await this.outbox.record(new MilestoneWritten(row, null, { ...changesBetween(before, row, TOLD), ...facts }));
  }

  /** Days of a plan that moved along with one that is taken back: where they still stand as they were moved, back. */
  moveBack(lineId: string, moved: readonly MovedDay[], actor: Actor): Promise<void> {
    return this.transaction.run(async () => {
      const line = await this.lines.getForUpdate(lineId, actor, 'milestone.write');
      await this.plans.moveBack(line, moved);
    });
  }

  private async write(
    row: LineMilestone,
    line: OrderLine,
    { override, slip, ...writing }: MilestoneWriting,
    actor: Actor,
    isNew: boolean,
  ): Promise<LineMilestone> {
    const before = { ...row };
    row.write(writing);
    const step = GUARDED[row.milestone];
    if (step && row.actualOn && !before.actualOn)
      await this.orderGate.linesBegin(step, { id: row.orderId }, [line], override, actor);
    const changes = changesBetween(before, row, TOLD);
    if (!isNew && isUnchanged(changes)) return row;
    if (isNew) await this.milestones.insert(row);
    else await this.milestones.save(row);
    const moved = await this.plans.follow(line);
    const delays = await this.book(line, row, before.plannedOn, actor, slip);
    const facts = { milestone: row.milestone, moved, delays };
    await this.outbox.record(new MilestoneWritten(row, actor, { ...changes, ...facts }));
    return row;
  }

  /** What the ledger says of it: how late it happened, and by how much who gives a reason moves its plan. */
  private async book(
    line: OrderLine,
    row: LineMilestone,
    plannedBefore: Day | null,
    actor: Actor,
    slip?: SlipTold,
  ): Promise<Booked[]> {
    const moved = slip && plannedBefore && !row.actualOn;
    return [
      ...(moved ? await this.delays.bookMove(line, row, plannedBefore, slip, actor) : []),
      ...(await this.delays.settle(line, row, actor, slip)),
    ];
  }

  /** What has happened has happened by today, a day is planned for a year near this one, and what does not apply has no days. */
  private refuse({ actualOn, plannedOn, state }: MilestoneWriting): void {
    const day = today(this.config.TZ_HOUSE);
    const errors: FieldErrors = {};
    if (actualOn && actualOn > day) errors['actualOn'] = ['This day is still to come: write it as planned.'];
    if (plannedOn && Math.abs(daysBetween(day, plannedOn)) > YEARS_NEAR * 366)
      errors['plannedOn'] = [`This day is more than ${YEARS_NEAR} years from today. Is the year right?`];
    if (state && state !== 'done' && actualOn)
      errors['state'] = ['A step with the day on which it happened is done. Leave the day out, or the state.'];
    if (state === 'not_applicable' && plannedOn) errors['plannedOn'] = ['A step that does not apply has no days.'];
    if (Object.keys(errors).length) throw new InvalidInput(errors);
  }
}

function stepOf(line: OrderLine, { milestone, label, baselineOn, ...writing }: PlannedStep): LineMilestone {
  const row = newMilestone(line, milestone);
  if (label) row.label = label;
  if (baselineOn) row.baselineOn = baselineOn;
  row.write(writing);
  return row;
}

function planLaid(line: OrderLine, rows: readonly LineMilestone[], actor: Actor): PlanLaid {
  const inState = (state: MilestoneState) => rows.filter((row) => row.state === state).length;
  return new PlanLaid({ id: line.id, orderId: line.orderId, orderLineId: line.id }, actor, {
    before: {},
    after: { steps: rows.length, planned: inState('open'), done: inState('done') },
  });
}
