import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { Restores, Undoes, valuesBefore } from '../../../platform/events/undoing';
import type { Actor } from '../../auth/access/actor';
import { OrderDocument } from './document.entity';
import type { UpdateDocumentDto } from './documents.dto';
import { DocumentsService } from './documents.service';

/** What can be taken back of files: that they were added or deleted, what is said of them and where they belong. */
@Injectable()
export class DocumentsUndo {
  constructor(private readonly documents: DocumentsService) {}

  @Undoes('document.updated')
  undoUpdate(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.documents.update(event.subjectId, valuesBefore<UpdateDocumentDto>(event), actor);
  }

  @Undoes('document.added', 'document.version_added', 'document.restored')
  undoAddition(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.documents.delete(event.subjectId, actor);
  }

  @Restores('document', OrderDocument)
  restore(id: string, actor: Actor): Promise<unknown> {
    return this.documents.restore(id, actor);
  }
}
