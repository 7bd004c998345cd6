import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { Restores, Undoes, valuesBefore } from '../../../platform/events/undoing';
import type { Actor } from '../../auth/access/actor';
import { OrderDocument } from './document.entity';
import type { UpdateDocumentDto } from './documents.dto';
import { DocumentsService } from './documents.service';

/** What can be taken back of files: what they are called and where they belong, and that one was deleted. */
@Injectable()
export class DocumentsUndo {
  constructor(private readonly documents: DocumentsService) {}

  @Undoes('document.updated')
  undoUpdate(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.documents.update(event.subjectId, valuesBefore<UpdateDocumentDto>(event), actor);
  }

  @Undoes('document.restored')
  undoRestoring(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.documents.delete(event.subjectId, actor);
  }

  @Restores('document', OrderDocument)
  restore(id: string, actor: Actor): Promise<unknown> {
    return this.documents.restore(id, actor);
  }
}
