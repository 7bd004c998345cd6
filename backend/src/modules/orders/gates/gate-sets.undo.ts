import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { Restores, Undoes } from '../../../platform/events/undoing';
import type { Actor } from '../../auth/access/actor';
import { GateSet } from './gate-set.entity';
import { GateSetsService } from './gate-sets.service';

/** Sets of gates that were deleted come back, and go again. */
@Injectable()
export class GateSetsUndo {
  constructor(private readonly sets: GateSetsService) {}

  @Restores('gate_set', GateSet)
  restore(id: string, actor: Actor): Promise<unknown> {
    return this.sets.restore(id, actor);
  }

  @Undoes('gate_set.restored')
  undoRestoring({ subjectId }: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.sets.delete(subjectId, actor);
  }
}
