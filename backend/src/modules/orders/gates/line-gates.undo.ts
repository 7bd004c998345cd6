import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { Undoes } from '../../../platform/events/undoing';
import type { Actor } from '../../auth/access/actor';
import type { GateKey } from '../vocabulary';
import { LineGatesService } from './line-gates.service';

/** What can be taken back of a gate itself: that it was added. What was recorded on it is taken back by OrdersUndo. */
@Injectable()
export class LineGatesUndo {
  constructor(private readonly gates: LineGatesService) {}

  @Undoes('gate.added')
  undoAdding({ orderLineId, data }: DomainEventRow, actor: Actor): Promise<unknown> {
    const { gateKey } = data['after'] as { gateKey: GateKey };
    return this.gates.remove(orderLineId ?? '', gateKey, actor);
  }
}
