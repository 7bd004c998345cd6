import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { changesBetween, isUnchanged, type Changes } from '../../../platform/events/domain-event';
import type { ListQuery } from '../../../platform/listing/list-definition';
import type { Page } from '../../../platform/listing/page';
import { today } from '../../../platform/values/day';
import { pastDay } from '../../../platform/values/past-day';
import type { Actor } from '../../auth/access/actor';
import { Proofs } from '../../auth/proof/proofs.service';
import { OrderLine } from '../line/line.entity';
import { decimal, lineLabel, type UpdateLineDto } from '../line/lines.dto';
import { LinesRepository } from '../line/lines.repository';
import { asWritten } from '../order/as-written';
import { refuseFraction } from '../order/order-factory';
import { Order } from '../order/order.entity';
import type { UpdateOrderDto } from '../order/given-order.dto';
import { OrdersRepository } from '../order/orders.repository';
import { RevisionNeeded } from '../orders.errors';
import type { OrderStatus } from '../vocabulary';
import { agreedChanges, isConfirmed, LINE_FIGURES, ORDER_FIGURES, stepsBack } from './figures';
import type { GivenRevisionDto } from './given-revision.dto';
import { OrderImpacts, type Affected, type FigureChange } from './order-impact';
import { OrderRevision } from './revision.entity';
import { RevisionsRepository } from './revisions.repository';

/** What somebody who changes it after it was agreed has to show who they are for. */
const PRICES = ['millPrice', 'provaPrice', 'commission', 'currency'];

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
    private readonly proofs: Proofs,
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

  /**
   * The revision that the removal of a line is, its order's row locked and saved by the caller.
   * @param lines all of its order  @returns null where nothing was agreed  @throws RevisionNeeded 422
   */
  reviseRemoval(
    line: OrderLine,
    lines: readonly OrderLine[],
    given: GivenRevisionDto | undefined,
    actor: Actor,
  ): Promise<Revised | null> {
    const { order } = line;
    const after = Object.assign(new OrderLine(), line, { quantity: null });
    const changes = changesBetween(asWritten(line), asWritten(after), LINE_FIGURES);
    const figures = {
      before: { ...changes.before, status: line.status },
      after: { ...changes.after, status: 'removed' },
    };
    const left = lines.filter(({ id }) => id !== line.id);
    return this.revise({ before: { order, lines }, after: { order, lines: left }, line: after, figures }, given, actor);
  }

  /**
   * The revision that a split is: the sum stays, and a part may leave on another day. The order's row is locked, and saved
   * by the caller. @param line as it was, `rest` and `part` what becomes of it  @throws RevisionNeeded 422
   */
  async reviseSplit(
    line: OrderLine,
    rest: OrderLine,
    part: OrderLine,
    given: GivenRevisionDto | undefined,
    actor: Actor,
  ): Promise<Revised | null> {
    const { order } = rest;
    const lines = await this.lines.ofOrders([order.id]);
    const after = [...lines.map((each) => (each.id === rest.id ? rest : each)), part];
    const moved = changesBetween(line, part, ['etd', 'eta']);
    const change: FigureChange = {
      before: { order, lines },
      after: { order, lines: after },
      line: part,
      figures: moved,
    };
    const because = await this.boundBy({ ...change, line });
    if (!because && !given) return null;
    const affects = await this.impacts.affectedBy(change);
    const figures = {
      before: { quantity: decimal(line.quantity), splitOff: null, ...moved.before },
      after: { quantity: decimal(rest.quantity), splitOff: decimal(part.quantity), ...moved.after },
    };
    if (!given) throw new RevisionNeeded(because ?? '', figures, affects);
    return this.append({ order, line: rest, figures, affects }, given, actor);
  }

  /**
   * One revision for each line that steps back from confirmed; the order's row is locked, and saved by the caller.
   * @returns by the line's id  @throws RevisionNeeded 422
   */
  async reviseSteps(
    order: Order,
    steps: readonly { line: OrderLine; from: OrderStatus }[],
    given: GivenRevisionDto | undefined,
    actor: Actor,
  ): Promise<Map<string, Revised>> {
    const back = steps.filter(({ line, from }) => stepsBack(from, line.status));
    const [first, ...others] = back;
    if (!first) return new Map();
    if (!given) {
      const because = others.length ? `${back.length} of the lines are confirmed.` : confirmed('line', first.from);
      const from = [...new Set(back.map((step) => step.from))].join(', ');
      throw new RevisionNeeded(because, { before: { status: from }, after: { status: first.line.status } }, []);
    }
    const revised = new Map<string, Revised>();
    for (const { line, from } of back) {
      const figures = { before: { status: from }, after: { status: line.status } };
      revised.set(line.id, await this.append({ order, line, figures, affects: [] }, given, actor));
    }
    return revised;
  }

  /** The same for an order without lines. @returns null where it does not step back  @throws RevisionNeeded 422 */
  async reviseOrderStep(
    order: Order,
    from: OrderStatus,
    given: GivenRevisionDto | undefined,
    actor: Actor,
  ): Promise<Revised | null> {
    if (!stepsBack(from, order.status)) return null;
    const figures = { before: { status: from }, after: { status: order.status } };
    if (!given) throw new RevisionNeeded(confirmed('order', from), figures, []);
    return this.append({ order, line: null, figures, affects: [] }, given, actor);
  }

  /** Why these lines of an order may not just go; null while they may. */
  async bindingOf(order: Order, lines: readonly OrderLine[]): Promise<string | null> {
    const line = lines.find(({ status }) => isConfirmed(status));
    if (line) return `${lineLabel(line, line.style.styleNumber)} is ${inWords(line.status)}.`;
    return this.impacts.agreed(order.id);
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
    if (because && PRICES.some((figure) => figure in change.figures.after)) await this.proofs.demand(actor, 'prices');
    return this.append({ ...change, order: change.after.order, affects }, given, actor);
  }

  private async append(
    { order, line, figures, affects }: Pick<FigureChange, 'line' | 'figures'> & { order: Order; affects: Affected[] },
    given: GivenRevisionDto,
    actor: Actor,
  ): Promise<Revised> {
    order.revisionCount += 1;
    const told = {
      number: order.revisionCount,
      reason: given.reason,
      agreedBy: given.agreedBy,
      agreedOn: pastDay('revision.agreedOn', given.agreedOn, today(this.config.TZ_HOUSE)),
    };
    await this.revisions.append(
      Object.assign(new OrderRevision(), told, figures, {
        orderId: order.id,
        orderLineId: line?.id ?? null,
        lineLabel: line && lineLabel(line, line.style.styleNumber),
        affects,
        revisedById: actor.id,
      }),
    );
    return told;
  }

  /** Why the figures may not just change; null while they may. */
  private async boundBy({ before: { order, lines }, line }: FigureChange): Promise<string | null> {
    if (line) return isConfirmed(line.status) ? confirmed('line', line.status) : this.impacts.agreed(order.id);
    // A line that is still in development makes the order so, and frees nothing of what runs beside it.
    return lines.length || !isConfirmed(order.status) ? this.bindingOf(order, lines) : confirmed('order', order.status);
  }
}

const inWords = (status: OrderStatus): string => (status === 'bulk' ? 'in bulk' : status.replace('_', ' '));
const confirmed = (what: 'line' | 'order', status: OrderStatus): string => `The ${what} is ${inWords(status)}.`;
