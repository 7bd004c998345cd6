import { Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/base.entity';
import { Transaction } from '../../../platform/database/transaction';
import { changesBetween } from '../../../platform/events/domain-event';
import { Outbox } from '../../../platform/events/outbox';
import type { Actor } from '../../auth/access/actor';
import { ApprovalHistoryRepository } from '../approvals/approval-history.repository';
import { deliveryOf } from '../deliveries/delivery-figures';
import { asStanding } from '../gates/gate-laying';
import { LineGate } from '../gates/line-gate.entity';
import { LineGatesRepository } from '../gates/line-gates.repository';
import { asWritten } from '../order/as-written';
import { refuseFraction } from '../order/order-factory';
import { OrdersService } from '../order/orders.service';
import { CannotSplit } from '../orders.errors';
import { LineAdded, LineDeleted, LineSplit } from '../orders.events';
import { RevisionsService } from '../revision/revisions.service';
import type { OrderLine } from './line.entity';
import { lineLabel, type SplitLineDto } from './lines.dto';
import { LinesRepository } from './lines.repository';
import { partOf, whyNoPart } from './split';

/** Makes two lines of one: the buyer takes a part of a colour earlier, or the mill gives it later (docs/domain/splitting.md). */
@Injectable()
export class SplitsService {
  constructor(
    private readonly lines: LinesRepository,
    private readonly gates: LineGatesRepository,
    private readonly history: ApprovalHistoryRepository,
    private readonly orders: OrdersService,
    private readonly revisions: RevisionsService,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
  ) {}

  /**
   * A part of the line's quantity goes on as a line of its own; what was agreed only with a revision.
   * @throws CannotSplit 409, FractionOfUnit 422, RevisionNeeded 422, ResourceNotFound 404, StaleVersion 412
   */
  split(
    id: string,
    { revision, ...asked }: SplitLineDto,
    actor: Actor,
    expected?: number,
  ): Promise<{ line: OrderLine; part: OrderLine }> {
    return this.transaction.run(async () => {
      const line = await this.lines.getForUpdate(id, actor, 'order.update', expected);
      refuseFraction({ quantity: asked.quantity, unit: line.unit });
      const why = whyNoPart(line, asked.quantity, deliveryOf(line));
      if (why) throw new CannotSplit(why);
      const before = { ...line } as OrderLine;
      const part = partOf(line, asked, (await this.lines.lastPartOf(line)) + 1);
      const revised = await this.revisions.reviseSplit(before, line, part, revision, actor);
      await this.lines.save(line);
      await this.lines.insert(part);
      await this.copyGates(line, part);
      await this.orders.rollUp(line.order, revised !== null);
      const { style } = line;
      const [label, partLabel] = [line, part].map((each) => lineLabel(each, style.styleNumber));
      await this.outbox.record(
        new LineSplit(subject(line), actor, {
          ...changesBetween(asWritten(before), asWritten(line), ['quantity', 'finishedFabricQuantity', 'yarnRequired']),
          part: { id: part.id, label: partLabel, quantity: asWritten(part).quantity, unit: part.unit, etd: part.etd },
          ...revised,
        }),
        new LineAdded(subject(part), actor, {
          before: {},
          after: { label: partLabel, quantity: asWritten(part).quantity, unit: part.unit },
          splitFrom: { id: line.id, label },
        }),
      );
      return { line, part };
    });
  }

  /** Takes a part away that was split off by mistake; its quantity returns to its line by the same undo. @throws ResourceNotFound 404 */
  discardPart(id: string, actor: Actor): Promise<void> {
    return this.transaction.run(async () => {
      const part = await this.lines.getForUpdate(id, actor, 'order.update');
      await this.lines.trash(part);
      await this.orders.rollUp(part.order);
      await this.outbox.record(
        new LineDeleted(subject(part), actor, {
          before: { label: lineLabel(part, part.style.styleNumber), quantity: asWritten(part).quantity },
          after: {},
        }),
      );
    });
  }

  /** The gates of the part stand as those of its line, by the same entries: what was approved is a colour, not a quantity. */
  private async copyGates(line: OrderLine, part: OrderLine): Promise<void> {
    const own = await this.gates.ofLines([line.id]);
    const gates = own.map(({ id: _, createdAt: _made, updatedAt: _moved, rowVersion: _version, ...gate }) =>
      Object.assign(new LineGate(), gate, { orderLineId: part.id }),
    );
    await this.gates.insert(...gates);
    part.gates = gates.map(asStanding);
    const entries = await this.history.ofLines([line.id]);
    const ids = new Map(entries.map((entry) => [entry.id, newId()]));
    const copies = entries.map(({ createdAt: _, ...entry }) => ({
      ...entry,
      id: ids.get(entry.id) ?? newId(),
      undoesId: entry.undoesId && (ids.get(entry.undoesId) ?? null),
      orderLineId: part.id,
    }));
    if (copies.length) await this.history.append(...copies);
  }
}

const subject = (line: OrderLine) => ({
  id: line.id,
  rowVersion: line.rowVersion,
  orderId: line.orderId,
  orderLineId: line.id,
});
