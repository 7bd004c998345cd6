import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { Restores, Undoes, valuesBefore } from '../../../platform/events/undoing';
import type { Actor } from '../../auth/access/actor';
import { AmendmentsService } from './amendment/amendments.service';
import { CoverageService } from './coverage/coverage.service';
import type { UpdateDrawingDto } from './drawing/drawings.dto';
import { DrawingsService } from './drawing/drawings.service';
import { LetterOfCredit } from './letter-of-credit.entity';
import type { UpdateLetterOfCreditDto } from './letters-of-credit.dto';
import { LettersOfCreditService } from './letters-of-credit.service';

/** What can be taken back of LCs; of a confirmed one by who may confirm. */
@Injectable()
export class LettersOfCreditUndo {
  constructor(
    private readonly credits: LettersOfCreditService,
    private readonly coverage: CoverageService,
    private readonly amendments: AmendmentsService,
    private readonly drawings: DrawingsService,
  ) {}

  @Undoes('letter_of_credit.updated')
  undoUpdate(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.credits.update(event.subjectId, valuesBefore<UpdateLetterOfCreditDto>(event), actor);
  }

  @Undoes('letter_of_credit.recorded', 'letter_of_credit.restored')
  undoCreation(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.credits.delete(event.subjectId, actor);
  }

  @Undoes('letter_of_credit.order_added')
  undoOrder(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.coverage.removeOrder(event.subjectId, told(event, 'coveredOrderId'), actor);
  }

  @Undoes('letter_of_credit.order_removed')
  undoOrderRemoval(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.coverage.addOrder(event.subjectId, told(event, 'coveredOrderId'), actor);
  }

  @Undoes('letter_of_credit.invoice_added')
  undoInvoice(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.coverage.removeInvoice(event.subjectId, told(event, 'proformaInvoiceId'), actor);
  }

  @Undoes('letter_of_credit.invoice_removed')
  undoInvoiceRemoval(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.coverage.addInvoice(event.subjectId, told(event, 'proformaInvoiceId'), actor);
  }

  @Undoes('letter_of_credit.amendment_received')
  undoAmendment(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.amendments.remove(event.subjectId, told(event, 'amendmentId'), actor);
  }

  @Undoes('letter_of_credit.amendment_removed')
  undoAmendmentRemoval(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.amendments.restore(event.subjectId, told(event, 'amendmentId'), actor);
  }

  @Undoes('letter_of_credit.drawing_recorded')
  undoDrawing(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.drawings.remove(event.subjectId, told(event, 'drawingId'), actor);
  }

  @Undoes('letter_of_credit.drawing_updated')
  undoDrawingUpdate(event: DomainEventRow, actor: Actor): Promise<unknown> {
    const before = valuesBefore<UpdateDrawingDto>(event);
    return this.drawings.update(event.subjectId, told(event, 'drawingId'), before, actor);
  }

  @Undoes('letter_of_credit.drawing_removed')
  undoDrawingRemoval(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.drawings.restore(event.subjectId, told(event, 'drawingId'), actor);
  }

  @Undoes('letter_of_credit.closed')
  undoClosure(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.credits.reopen(event.subjectId, actor);
  }

  @Undoes('letter_of_credit.reopened')
  undoReopening(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.credits.close(event.subjectId, valuesBefore<{ closedOn: string }>(event).closedOn, actor);
  }

  @Restores('letter_of_credit', LetterOfCredit, { kept: true })
  restore(id: string, actor: Actor): Promise<unknown> {
    return this.credits.restore(id, actor);
  }
}

const told = ({ data }: DomainEventRow, name: string): string => String(data[name]);
