import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { Undoes, valuesBefore } from '../../../platform/events/undoing';
import type { Actor } from '../../auth/access/actor';
import type { WritePackingListDto } from '../packing/packing.dto';
import type { WriteContainersDto, WriteShipmentLinesDto } from './cargo.dto';
import { CargoService } from './cargo.service';

/** A list is taken back to what it was. */
@Injectable()
export class CargoUndo {
  constructor(private readonly cargo: CargoService) {}

  @Undoes('shipment.lines_changed')
  undoLines(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.cargo.writeLines(event.subjectId, valuesBefore<WriteShipmentLinesDto>(event), actor);
  }

  @Undoes('shipment.containers_changed')
  undoContainers(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.cargo.writeContainers(event.subjectId, valuesBefore<WriteContainersDto>(event), actor);
  }

  @Undoes('shipment.packing_changed')
  undoPacking(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.cargo.writePackages(event.subjectId, valuesBefore<WritePackingListDto>(event), actor);
  }
}
