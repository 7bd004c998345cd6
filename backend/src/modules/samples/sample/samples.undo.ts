import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { Restores, Undoes, valuesBefore } from '../../../platform/events/undoing';
import type { Actor } from '../../auth/access/actor';
import { Sample } from './sample.entity';
import type { UpdateSampleDto } from './samples.dto';
import { SamplesService } from './samples.service';

/** What can be taken back of samples: not what a buyer has heard or said. */
@Injectable()
export class SamplesUndo {
  constructor(private readonly samples: SamplesService) {}

  @Undoes('sample.updated')
  undoUpdate(event: DomainEventRow, actor: Actor): Promise<unknown> {
    const { version: _round, ...before } = valuesBefore<UpdateSampleDto & { version?: number }>(event);
    return this.samples.update(event.subjectId, before, actor);
  }

  @Undoes('sample.created', 'sample.restored')
  undoCreation(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.samples.delete(event.subjectId, actor);
  }

  @Restores('sample', Sample)
  restore(id: string, actor: Actor): Promise<unknown> {
    return this.samples.restore(id, actor);
  }
}
