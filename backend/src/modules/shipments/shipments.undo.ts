import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../platform/events/domain-event.entity';
import { Restores, Undoes, valuesBefore } from '../../platform/events/undoing';
import type { Actor } from '../auth/access/actor';
import { Shipment } from './shipment.entity';
import type { UpdateShipmentDto } from './shipments.dto';
import { ShipmentsService } from './shipments.service';

/** What can be taken back of shipments: not that one has left or arrived. */
@Injectable()
export class ShipmentsUndo {
  constructor(private readonly shipments: ShipmentsService) {}

  @Undoes('shipment.updated')
  undoUpdate(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.shipments.update(event.subjectId, valuesBefore<UpdateShipmentDto>(event), actor);
  }

  @Undoes('shipment.created', 'shipment.restored')
  undoCreation(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.shipments.delete(event.subjectId, actor);
  }

  @Restores('shipment', Shipment)
  restore(id: string, actor: Actor): Promise<unknown> {
    return this.shipments.restore(id, actor);
  }
}
