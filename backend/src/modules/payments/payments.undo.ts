import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../platform/events/domain-event.entity';
import { Restores, Undoes, valuesBefore } from '../../platform/events/undoing';
import type { Actor } from '../auth/access/actor';
import { Payment } from './payment/payment.entity';
import type { MatchDto, UpdatePaymentDto } from './payment/payments.dto';
import { PaymentsService } from './payment/payments.service';
import type { UpdateReceivableDto } from './receivable/receivables.dto';
import { ReceivablesService } from './receivable/receivables.service';

/** What can be taken back of payments. */
@Injectable()
export class PaymentsUndo {
  constructor(
    private readonly payments: PaymentsService,
    private readonly receivables: ReceivablesService,
  ) {}

  @Undoes('payment.recorded', 'payment.restored')
  undoRecord(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.payments.delete(event.subjectId, actor);
  }

  @Undoes('payment.updated')
  undoUpdate(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.payments.update(event.subjectId, valuesBefore<UpdatePaymentDto>(event), actor);
  }

  @Undoes('payment.matched')
  undoMatch(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.payments.match(event.subjectId, valuesBefore<{ matches: MatchDto[] }>(event).matches, actor);
  }

  @Undoes('receivable.terms_changed')
  undoTerms(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.receivables.update(event.subjectId, valuesBefore<UpdateReceivableDto>(event), actor);
  }

  @Restores('payment', Payment, { kept: true })
  restore(id: string, actor: Actor): Promise<unknown> {
    return this.payments.restore(id, actor);
  }
}
