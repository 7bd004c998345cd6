import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { Restores, Undoes, valuesBefore } from '../../../platform/events/undoing';
import type { Actor } from '../../auth/access/actor';
import { LetterOfCredit } from './letter-of-credit.entity';
import type { UpdateLetterOfCreditDto } from './letters-of-credit.dto';
import { LettersOfCreditService } from './letters-of-credit.service';

/** What can be taken back of LCs; of a confirmed one by who may confirm. */
@Injectable()
export class LettersOfCreditUndo {
  constructor(private readonly credits: LettersOfCreditService) {}

  @Undoes('letter_of_credit.updated')
  undoUpdate(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.credits.update(event.subjectId, valuesBefore<UpdateLetterOfCreditDto>(event), actor);
  }

  @Undoes('letter_of_credit.recorded', 'letter_of_credit.restored')
  undoCreation(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.credits.delete(event.subjectId, actor);
  }

  @Restores('letter_of_credit', LetterOfCredit)
  restore(id: string, actor: Actor): Promise<unknown> {
    return this.credits.restore(id, actor);
  }
}
