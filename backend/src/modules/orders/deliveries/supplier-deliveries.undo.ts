import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { Restores, Undoes, valuesBefore } from '../../../platform/events/undoing';
import type { Actor } from '../../auth/access/actor';
import { SupplierDelivery } from './supplier-delivery.entity';
import type { UpdateSupplierDeliveryDto } from './supplier-deliveries.dto';
import { SupplierDeliveriesService } from './supplier-deliveries.service';

/** What can be taken back of a delivery. */
@Injectable()
export class SupplierDeliveriesUndo {
  constructor(private readonly deliveries: SupplierDeliveriesService) {}

  @Undoes('supplier_delivery.updated')
  undoUpdate(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.deliveries.update(event.subjectId, valuesBefore<UpdateSupplierDeliveryDto>(event), actor);
  }

  @Undoes('supplier_delivery.recorded', 'supplier_delivery.added', 'supplier_delivery.restored')
  undoCreation(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.deliveries.delete(event.subjectId, actor);
  }

  @Restores('supplier_delivery', SupplierDelivery)
  restore(id: string, actor: Actor): Promise<unknown> {
    return this.deliveries.restore(id, actor);
  }
}
