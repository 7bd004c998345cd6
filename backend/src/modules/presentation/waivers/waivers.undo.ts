import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { Undoes } from '../../../platform/events/undoing';
import type { Actor } from '../../auth/access/actor';
import { WaiversService } from './waivers.service';

@Injectable()
export class WaiversUndo {
  constructor(private readonly waivers: WaiversService) {}

  @Undoes('letter_of_credit.finding_waived')
  undoWaiving({ subjectId, data }: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.waivers.takeBack(subjectId, String(data.waiverId), actor);
  }

  @Undoes('letter_of_credit.finding_waiver_taken_back')
  undoTakingBack({ subjectId, data }: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.waivers.restore(subjectId, String(data.waiverId), actor);
  }
}
