import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { Undoes, valuesBefore } from '../../../platform/events/undoing';
import type { Actor } from '../../auth/access/actor';
import type { Blamed } from './delay.vocabulary';
import { DelaysService } from './delays.service';

/** What can be taken back of the ledger: by a further entry, nothing is erased. */
@Injectable()
export class DelaysUndo {
  constructor(private readonly delays: DelaysService) {}

  @Undoes('delay.booked')
  undoBooking({ subjectId }: DomainEventRow, actor: Actor): Promise<void> {
    return this.delays.takeBack(subjectId, actor);
  }

  @Undoes('delay.rebooked')
  undoRebooking(event: DomainEventRow, actor: Actor): Promise<unknown> {
    const reason = 'Rebooked by mistake.';
    return this.delays.rebook(String(event.data['entryId']), { ...valuesBefore<Blamed>(event), reason }, actor);
  }
}
