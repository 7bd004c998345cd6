import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { OnDomainEvent } from '../../../platform/events/event-delivery';
import { Jobs } from '../../../platform/jobs/jobs';
import { inPieces } from '../../../platform/jobs/pieces';
import { today, type Day } from '../../../platform/values/day';
import type { OrderLine } from '../../orders/line/line.entity';
import { LinesRepository } from '../../orders/line/lines.repository';
import { StageProgress, type ProgressOfLine } from '../../production/entries/stage-progress';
import { withLoss } from '../../production/output';
import { calendarFor, type PartyWorking } from '../calendar/calendar.rules';
import { CalendarsRepository } from '../calendar/calendars.repository';
import { HAPPENINGS, PAPER_EVENTS } from '../plan/happenings';
import type { LinePlan } from '../plan/line-plan.entity';
import { LinePlansRepository } from '../plan/line-plans.repository';
import { etdOf } from '../plan/plan-forecast';
import { LineOutput } from './line-output.entity';
import { LineOutputsRepository } from './line-outputs.repository';
import { standingOf, type LineOutputStanding } from './pace';

const QUEUE = 'line-outputs';

/** Lines of one transaction. */
const AT_ONCE = 100;

/** What the production of a line may stand otherwise after: output, its figures, its plan. */
const MOVED_BY = [
  ...['recorded', 'corrected', 'removed', 'restored'].map((deed) => `production_entry.${deed}`),
  ...['created', 'imported', 'updated', 'revised', 'status_changed'].map((deed) => `order.${deed}`),
  ...['added', 'updated', 'restored'].map((deed) => `style.${deed}`),
  ...['added', 'updated', 'revised', 'restored', 'status_changed'].map((deed) => `line.${deed}`),
  ...['written', 'removed', 'restored'].map((deed) => `milestone.${deed}`),
  ...['plan.laid', 'plan.laid_back'],
  ...HAPPENINGS,
  ...PAPER_EVENTS,
];

/** A line with all that its standing is drawn from. */
export interface ReckonedLine {
  progress: ProgressOfLine;
  standing: LineOutputStanding;
}

/** Reckons how the production of lines stands, and keeps it. Runs in the worker after `PlanFollower`, safe to run twice. */
@Injectable()
export class LineOutputKeeper implements OnApplicationBootstrap {
  constructor(
    private readonly outputs: LineOutputsRepository,
    private readonly lines: LinesRepository,
    private readonly progress: StageProgress,
    private readonly plans: LinePlansRepository,
    private readonly calendars: CalendarsRepository,
    private readonly transaction: Transaction,
    private readonly jobs: Jobs,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.daily(QUEUE, '00:19', async () => void (await this.keepAll()));
  }

  @OnDomainEvent(...MOVED_BY)
  async moved({ orderId, orderLineId }: DomainEventRow): Promise<void> {
    if (orderId) await this.keep(await this.lines.lockOfOrder(orderId, orderLineId));
  }

  /**
   * Today moves on: what is closed is let go, and every open line that was not reckoned today is, the rest of many by the next
   * job. @returns how many
   */
  async keepAll(): Promise<number> {
    await this.outputs.forgetClosed();
    const { done, left } = await inPieces(
      (after) => this.outputs.unreckoned(this.today, after, AT_ONCE),
      (ids) => this.transaction.run(async () => this.keep(await this.lines.lockAll(ids))),
    );
    if (left) await this.transaction.run(() => this.jobs.send(QUEUE, {}, { key: 'rest', seconds: 2 }));
    return done;
  }

  /** @param lines with their order and style */
  async reckon(lines: readonly OrderLine[]): Promise<Map<string, ReckonedLine>> {
    const progress = await this.progress.of(lines);
    const plans = new Map(
      (await this.plans.ofLines(lines.map(({ id }) => id))).map((plan) => [plan.orderLineId, plan]),
    );
    const calendars = await this.calendars.all();
    return new Map(
      lines.flatMap((line) => {
        const own = progress.get(line.id);
        if (!own) return [];
        return [[line.id, { progress: own, standing: this.standing(line, own, plans.get(line.id), calendars) }]];
      }),
    );
  }

  private async keep(lines: readonly OrderLine[]): Promise<void> {
    const reckoned = await this.reckon(lines);
    await this.outputs.put(
      lines.flatMap((line) => {
        const standing = reckoned.get(line.id)?.standing;
        return standing ? [outputOf(line, standing, this.today)] : [];
      }),
    );
  }

  private standing(
    line: OrderLine,
    progress: ProgressOfLine,
    plan: LinePlan | undefined,
    calendars: readonly PartyWorking[],
  ): LineOutputStanding {
    const { processLossPercent, processLossBasis } = withLoss(line, line.order);
    return standingOf(
      {
        stages: progress.stages,
        steps: plan?.steps ?? [],
        etd: etdOf(line),
        calendar: calendarFor('mill', { mill: line.millName ?? line.order.millName }, calendars),
        lossPercent: processLossPercent,
        lossBasis: processLossBasis,
      },
      this.today,
    );
  }

  private get today(): Day {
    return today(this.config.TZ_HOUSE);
  }
}

export function outputOf(
  { id, orderId }: Pick<OrderLine, 'id' | 'orderId'>,
  standing: LineOutputStanding,
  day: Day,
): LineOutput {
  const { state, lateDays, lastEntryOn, idleDays, loss, stages } = standing;
  return Object.assign(new LineOutput(), {
    orderId,
    orderLineId: id,
    ...{ state, lateDays, lastEntryOn, idleDays, loss, stages },
    lossOver: loss.over,
    reckonedOn: day,
    deletedAt: null,
  });
}
