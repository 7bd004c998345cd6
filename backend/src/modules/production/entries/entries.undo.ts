import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { Restores, Undoes, valuesBefore } from '../../../platform/events/undoing';
import type { Actor } from '../../auth/access/actor';
import type { CorrectProductionEntryDto } from './entries.dto';
import { ProductionEntriesService } from './entries.service';
import { ProductionEntry } from './entry.entity';

/** What can be taken back of a number: to enter it, and to correct it, which is another correction. */
@Injectable()
export class ProductionEntriesUndo {
  constructor(private readonly entries: ProductionEntriesService) {}

  @Undoes('production_entry.corrected')
  undoCorrection(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.entries.correct(event.subjectId, valuesBefore<CorrectProductionEntryDto>(event), actor);
  }

  @Undoes('production_entry.recorded', 'production_entry.restored')
  undoEntry(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.entries.remove(event.subjectId, actor);
  }

  @Restores('production_entry', ProductionEntry, { deleted: 'production_entry.removed' })
  restore(id: string, actor: Actor): Promise<unknown> {
    return this.entries.restore(id, actor);
  }
}
