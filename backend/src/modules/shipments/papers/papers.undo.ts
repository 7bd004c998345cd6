import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { Restores, Undoes, valuesBefore } from '../../../platform/events/undoing';
import type { Actor } from '../../auth/access/actor';
import type { UpdatePaperDto } from './papers.dto';
import { PapersService } from './papers.service';
import { ShipmentPaper } from './shipment-paper.entity';

@Injectable()
export class PapersUndo {
  constructor(private readonly papers: PapersService) {}

  @Undoes('shipment_paper.updated')
  undoUpdate(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.papers.update(event.subjectId, valuesBefore<UpdatePaperDto>(event), actor);
  }

  @Undoes('shipment_paper.added', 'shipment_paper.restored')
  undoAdding({ subjectId }: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.papers.delete(subjectId, actor);
  }

  @Restores('shipment_paper', ShipmentPaper)
  restore(id: string, actor: Actor): Promise<unknown> {
    return this.papers.restore(id, actor);
  }
}
