import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { changesBetween, isUnchanged, type Changes } from '../../../platform/events/domain-event';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import { today } from '../../../platform/values/day';
import { pastDay } from '../../../platform/values/past-day';
import type { Actor } from '../../auth/access/actor';
import { OrderLine } from '../line/line.entity';
import { lineLabel, type UpdateLineDto } from '../line/lines.dto';
import { LinesRepository } from '../line/lines.repository';
import { asWritten } from '../order/as-written';
import { refuseFraction } from '../order/order-factory';
import { Order } from '../order/order.entity';
import type { UpdateOrderDto } from '../order/orders.dto';
import { OrdersRepository } from '../order/orders.repository';
import { RevisionNeeded } from '../orders.errors';
import { agreedChanges, isConfirmed, LINE_FIGURES, ORDER_FIGURES } from './figures';
import type { GivenRevisionDto } from './given-revision.dto';
import { OrderImpacts, type Affected, type FigureChange } from './order-impact';
import { OrderRevision } from './revision.entity';
import { RevisionsRepository } from './revisions.repository';

/** What a change would be: whether it needs a revision, and what it breaks. */
export interface Weighed {
  /** Why it needs a revision; null when it does not. */
  because: string | null;
  figures: Changes;
  affects: Affected[];
}

/** What an event tells of a revision, beside the changes. */
export interface Revised {
  number: number;
  reason: string;
  agreedBy: string;
  agreedOn: string;
}

/** Changes of what was agreed (docs/domain/revisions.md). */
@Injectable()
export class RevisionsService {
  constructor(
    private readonly revisions: RevisionsRepository,
    private readonly impacts: OrderImpacts,
    private readonly orders: OrdersRepository,
    private readonly lines: LinesRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(asked: ListQuery, actor: Actor): Promise<Page<OrderRevision>> {
    return this.revisions.list(asked, actor);
  }

  /** What a change of a line would break; writes nothing. @throws ResourceNotFound 404, FractionOfUnit 422 */
  async weighLine(id: string, { revision: _, ...fields }: UpdateLineDto, actor: Actor): Promise<Weighed> {
    const before = await this.lines.get(id, actor);
    const after = Object.assign(new OrderLine(), before, fields);
    refuseFraction(after);
    return this.weigh(await this.lineChange(before, after));
  }

  /** The same for an order's own figures. @throws ResourceNotFound 404, FractionOfUnit 422 */
  async weighOrder(id: string, { revision: _, ...fields }: UpdateOrderDto, actor: Actor): Promise<Weighed> {
    const before = await this.orders.get(id, actor);
    const after = Object.assign(new Order(), before, fields);
    refuseFraction(after);
    return this.weigh(this.orderChange(before, after, await this.lines.ofOrders([id])));
  }

  /**
   * Writes down the revision that a change of a line is. Its order's row is locked, and saved by the caller.
   * @returns null where nothing agreed is changed  @throws RevisionNeeded 422
   */
  async reviseLine(before: OrderLine, after: OrderLine, given: GivenRevisionDto | undefined, actor: Actor) {
    return this.revise(await this.lineChange(before, after), given, actor);
  }

  /** The same for an order's own figures. @throws RevisionNeeded 422 */
  reviseOrder(
    before: Order,
    after: Order,
    lines: readonly OrderLine[],
    given: GivenRevisionDto | undefined,
    actor: Actor,
  ): Promise<Revised | null> {
    return this.revise(this.orderChange(before, after, lines), given, actor);
  }

  private async lineChange(before: OrderLine, after: OrderLine): Promise<FigureChange> {
    const changes = changesBetween(asWritten(before), asWritten(after), LINE_FIGURES);
    const figures = agreedChanges(changes, before, LINE_FIGURES);
    const lines = isUnchanged(figures) ? [] : await this.lines.ofOrders([before.orderId]);
    const order = after.order;
    return {
      before: { order, lines },
      after: { order, lines: lines.map((line) => (line.id === after.id ? after : line)) },
      line: after,
      figures,
    };
  }

  private orderChange(before: Order, after: Order, lines: readonly OrderLine[]): FigureChange {
    const changes = changesBetween(asWritten(before), asWritten(after), ORDER_FIGURES);
    const own = lines.length
      ? ORDER_FIGURES.filter((figure) => figure !== 'quantity' && figure !== 'unit')
      : ORDER_FIGURES;
    return {
      before: { order: before, lines },
      after: { order: after, lines },
      line: null,
      figures: agreedChanges(changes, before, own),
    };
  }

  private async weigh(change: FigureChange): Promise<Weighed> {
    if (isUnchanged(change.figures)) return { because: null, figures: change.figures, affects: [] };
    const because = await this.boundBy(change);
    return { because, figures: change.figures, affects: await this.impacts.affectedBy(change) };
  }

  private async revise(
    change: FigureChange,
    given: GivenRevisionDto | undefined,
    actor: Actor,
  ): Promise<Revised | null> {
    if (isUnchanged(change.figures)) return null;
    const because = await this.boundBy(change);
    if (!because && !given) return null;
    const affects = await this.impacts.affectedBy(change);
    if (!given) throw new RevisionNeeded(because ?? '', change.figures, affects);
    const { order } = change.after;
    order.revisionCount += 1;
    const told = {
      number: order.revisionCount,
      reason: given.reason,
      agreedBy: given.agreedBy,
      agreedOn: pastDay('revision.agreedOn', given.agreedOn, today(this.config.TZ_HOUSE)),
    };
    await this.revisions.append(
      Object.assign(new OrderRevision(), told, change.figures, {
        orderId: order.id,
        orderLineId: change.line?.id ?? null,
        lineLabel: change.line && lineLabel(change.line, change.line.style.styleNumber),
        affects,
        revisedById: actor.id,
      }),
    );
    return told;
  }

  /** Why the figures may not just change; null while they may. */
  private async boundBy({ before, line }: FigureChange): Promise<string | null> {
    const { status } = line ?? before.order;
    if (isConfirmed(status)) return `${line ? 'The line' : 'The order'} is ${WORDS[status] ?? status}.`;
    return this.impacts.agreed(before.order.id);
  }
}

const WORDS: Partial<Record<string, string>> = { bulk: 'in bulk' };
