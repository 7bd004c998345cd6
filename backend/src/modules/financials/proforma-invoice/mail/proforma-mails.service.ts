import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { buffer } from 'node:stream/consumers';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import { Transaction } from '../../../../platform/database/transaction';
import { DomainError } from '../../../../platform/errors/domain-error';
import { Outbox } from '../../../../platform/events/outbox';
import { JOB_POLICY, Jobs } from '../../../../platform/jobs/jobs';
import { languageOf, letter } from '../../../../platform/mail/letter';
import { Mailer } from '../../../../platform/mail/mailer';
import { Attachments } from '../../../../platform/storage/attachments';
import type { Actor } from '../../../auth/access/actor';
import { User } from '../../../auth/users/user.entity';
import { ProformaPapers } from '../paper/proforma-papers';
import { ProformaInvoiceMailed } from '../proforma-invoice.events';
import { ProformaInvoicesRepository } from '../proforma-invoices.repository';
import { ProformaInvoicesService } from '../proforma-invoices.service';
import type { MailProformaInvoiceDto } from './proforma-mail.dto';
import { ProformaInvoiceMail } from './proforma-mail.entity';
import { CancelledNotMailed, MailNotSetUp } from './proforma-mail.errors';

const QUEUE = 'proforma-mails';
const MOST_TOLD = 100;
/** The queue waits ever longer between them. */
const MOST_TRIES = JOB_POLICY.retryLimit + 1;

/** Sends a PI to the buyer with its PDF: written down at once, sent by the worker. */
@Injectable()
export class ProformaMails implements OnApplicationBootstrap {
  private readonly logger = new Logger('proforma-mails');

  constructor(
    private readonly invoices: ProformaInvoicesRepository,
    private readonly steps: ProformaInvoicesService,
    private readonly papers: ProformaPapers,
    private readonly attachments: Attachments,
    private readonly mailer: Mailer,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    private readonly jobs: Jobs,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work(QUEUE, ({ mailId }) => this.deliver(String(mailId)));
  }

  /** @throws ResourceNotFound 404 */
  async of(invoiceId: string, actor: Actor): Promise<ProformaInvoiceMail[]> {
    await this.invoices.get(invoiceId, actor);
    return this.rows
      .createQueryBuilder('mail')
      .leftJoin('mail.createdBy', 'creator')
      .addSelect(['creator.id', 'creator.fullName'])
      .where('mail.proformaInvoiceId = :invoiceId', { invoiceId })
      .orderBy('mail.createdAt', 'DESC')
      .take(MOST_TOLD)
      .getMany();
  }

  /**
   * Has it sent, printed first where it has no PDF. A draft counts as sent from then on.
   * @throws ResourceNotFound 404, MailNotSetUp 422, CancelledNotMailed 409, ReviewNeeded 409, StaleVersion 412, and what
   * keeps its PDF from being read
   */
  async send(id: string, body: MailProformaInvoiceDto, actor: Actor, expected?: number): Promise<ProformaInvoiceMail> {
    if (!this.mailer.isSetUp) throw new MailNotSetUp();
    const found = await this.invoices.get(id, actor);
    if (found.status === 'cancelled') throw new CancelledNotMailed(found.piNumber);
    const printed = found.attachment ? null : await this.papers.print(id, actor, expected);
    return this.transaction.run(async () => {
      const read = printed?.rowVersion ?? expected;
      const invoice =
        found.status === 'draft'
          ? await this.steps.dispatch(id, actor, read)
          : await this.invoices.getForUpdate(id, actor, 'proforma_invoice.write', read);
      const pdf = await this.attachments.readable(invoice.attachment);
      const mail = Object.assign(new ProformaInvoiceMail(), {
        ...{ proformaInvoiceId: id, toAddress: body.to, subject: body.subject, message: body.message },
        ...{ fileKey: pdf.key, fileName: pdf.fileName, state: 'queued' as const, tries: 0, createdById: actor.id },
      });
      await this.rows.insert(mail as QueryDeepPartialEntity<ProformaInvoiceMail>);
      await this.jobs.send(QUEUE, { mailId: mail.id });
      const { piNumber, rowVersion, orderId } = invoice;
      const data = { piNumber, to: body.to, subject: body.subject, fileName: pdf.fileName };
      await this.outbox.record(new ProformaInvoiceMailed({ id, rowVersion, orderId }, actor, data));
      return Object.assign(mail, {
        ...{ fault: null, sentAt: null },
        createdBy: Object.assign(new User(), { id: actor.id, fullName: actor.fullName }),
      });
    });
  }

  /** Safe to run twice. Tried again by the queue while the mail server is away. @throws Error when it was not taken */
  async deliver(id: string): Promise<void> {
    const mail = await this.rows.findOneBy({ id, state: 'queued' });
    if (!mail) return;
    const { toAddress: address, subject, message: text, fileKey, fileName } = mail;
    try {
      const content = await buffer(await this.attachments.open(fileKey));
      await this.mailer.send({
        ...{ to: { name: '', address }, ...letterOf(subject, text), id: `pi-${id}`, kind: 'proforma_invoice' as const },
        attachments: [{ filename: fileName, contentType: 'application/pdf', content, key: fileKey }],
      });
      await this.rows.update({ id }, { state: 'sent', sentAt: new Date(), fault: null });
    } catch (error) {
      const last = mail.tries + 1 >= MOST_TRIES;
      const fault = `${error instanceof DomainError ? error.detail : 'The mail server did not take it.'}${last ? ' It is tried no more.' : ''}`;
      await this.rows.update({ id }, { state: last ? 'failed' : 'queued', tries: mail.tries + 1, fault });
      this.logger.warn(`Mail ${id} was not sent: ${(error as Error).message}`);
      if (!last) throw error;
    }
  }

  private get rows() {
    return this.transaction.manager.getRepository(ProformaInvoiceMail);
  }
}

/** What the person wrote, as they wrote it. */
const letterOf = (subject: string, text: string) => ({
  ...letter({
    language: languageOf(text),
    subject,
    parts: text.split('\n\n').map((words) => ({ kind: 'words', words })),
  }),
  text,
});
