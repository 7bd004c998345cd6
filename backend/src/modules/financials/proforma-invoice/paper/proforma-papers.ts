import { Inject, Injectable } from '@nestjs/common';
import { join } from 'node:path';
import { CONFIG, type Config } from '../../../../platform/config/config';
import { Transaction } from '../../../../platform/database/transaction';
import { Outbox } from '../../../../platform/events/outbox';
import { printPaper } from '../../../../platform/papers/print-paper';
import { AttachmentDto } from '../../../../platform/storage/attachment.dto';
import { Attachments } from '../../../../platform/storage/attachments';
import type { Actor } from '../../../auth/access/actor';
import type { ProformaInvoice } from '../proforma-invoice.entity';
import { ProformaInvoicePrinted } from '../proforma-invoice.events';
import { fileName, FOLDER } from '../proforma-files';
import { ProformaInvoicesRepository } from '../proforma-invoices.repository';
import { paperOf } from './proforma-paper';

/** The house's own PDF of a PI. */
@Injectable()
export class ProformaPapers {
  constructor(
    private readonly invoices: ProformaInvoicesRepository,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    private readonly attachments: Attachments,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Prints it as it stands, and keeps the PDF with it. Made in a thread, before its row is locked: where somebody changes
   * it meanwhile, the paper would say something else, and is not kept.
   * @throws ResourceNotFound 404, NotDraft 409, StaleVersion 412
   */
  async print(id: string, actor: Actor, expected?: number): Promise<ProformaInvoice> {
    const printed = await this.invoices.get(id, actor);
    printed.refusePdf();
    const bytes = await printPaper(
      join(__dirname, 'proforma-invoice.worker'),
      paperOf(printed, this.config.HOUSE_NAME),
    );
    const name = fileName(printed);
    const file = { bytes, fileName: `${printed.piNumber} v${printed.version}.pdf`, extension: 'pdf' as const };
    return this.attachments.keepOwn(
      `${FOLDER}/${printed.orderId}/${name}`,
      { ...file, contentType: 'application/pdf' },
      (pdf) =>
        this.transaction.run(async () => {
          const version = expected ?? printed.rowVersion;
          const invoice = await this.invoices.getForUpdate(id, actor, 'proforma_invoice.write', version);
          invoice.attachPdf(pdf, new Date());
          await this.invoices.save(invoice);
          const { piNumber, rowVersion, orderId } = invoice;
          const changes = { before: {}, after: { pdf: AttachmentDto.from(pdf) }, piNumber };
          await this.outbox.record(new ProformaInvoicePrinted({ id, rowVersion, orderId }, actor, changes));
          return invoice;
        }),
    );
  }
}
