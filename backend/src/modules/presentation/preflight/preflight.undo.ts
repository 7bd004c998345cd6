import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { Undoes, valuesBefore } from '../../../platform/events/undoing';
import type { Actor } from '../../auth/access/actor';
import { PreflightService, type PresentationValues } from './preflight.service';

@Injectable()
export class PreflightUndo {
  constructor(private readonly preflight: PreflightService) {}

  @Undoes('presentation.updated')
  undoUpdate(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.preflight.update(String(event.data.shipmentId), valuesBefore<PresentationValues>(event), actor);
  }
}
