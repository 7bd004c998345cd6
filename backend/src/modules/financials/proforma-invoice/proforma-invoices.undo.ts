import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { Restores, Undoes, valuesBefore } from '../../../platform/events/undoing';
import type { Actor } from '../../auth/access/actor';
import { ProformaInvoice } from './proforma-invoice.entity';
import type { UpdateProformaInvoiceDto } from './proforma-invoices.dto';
import { ProformaInvoicesService } from './proforma-invoices.service';

/** What can be taken back of PIs, as long as they are drafts. */
@Injectable()
export class ProformaInvoicesUndo {
  constructor(private readonly invoices: ProformaInvoicesService) {}

  @Undoes('proforma_invoice.updated')
  undoUpdate(event: DomainEventRow, actor: Actor): Promise<unknown> {
    const before = valuesBefore<UpdateProformaInvoiceDto>(event);
    if (before.lines?.length) {
      delete before.amount; // its lines say it
      delete before.currency;
    }
    return this.invoices.update(event.subjectId, before, actor);
  }

  @Undoes('proforma_invoice.raised', 'proforma_invoice.restored')
  undoCreation(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.invoices.delete(event.subjectId, actor);
  }

  @Restores('proforma_invoice', ProformaInvoice, { kept: true })
  restore(id: string, actor: Actor): Promise<unknown> {
    return this.invoices.restore(id, actor);
  }
}
