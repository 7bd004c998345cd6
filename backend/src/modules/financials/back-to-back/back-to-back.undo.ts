import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { Restores, Undoes, valuesBefore } from '../../../platform/events/undoing';
import type { Actor } from '../../auth/access/actor';
import type { BackToBackBasisDto, UpdateBackToBackDto } from './back-to-back.dto';
import { BackToBackCredit } from './back-to-back.entity';
import { BackToBackService } from './back-to-back.service';

/** What can be taken back of back-to-back LCs. */
@Injectable()
export class BackToBackUndo {
  constructor(private readonly backToBacks: BackToBackService) {}

  @Undoes('back_to_back.recorded', 'back_to_back.restored')
  undoRecord(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.backToBacks.delete(event.subjectId, actor);
  }

  @Undoes('back_to_back.updated')
  undoUpdate(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.backToBacks.update(event.subjectId, valuesBefore<UpdateBackToBackDto>(event), actor);
  }

  @Undoes('back_to_back_basis.changed')
  undoBasis(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.backToBacks.setBasis(event.subjectId, valuesBefore<BackToBackBasisDto>(event), actor);
  }

  @Restores('back_to_back', BackToBackCredit, { kept: true })
  restore(id: string, actor: Actor): Promise<unknown> {
    return this.backToBacks.restore(id, actor);
  }
}
