import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { buffer } from 'node:stream/consumers';
import { NotFound } from '../errors/domain-error';
import { Jobs } from '../jobs/jobs';
import { Attachments } from '../storage/attachments';
import { MailLog } from './mail-log';
import type { MailRow } from './mail.entity';
import { Mailer, type Mail } from './mailer';

const QUEUE = 'mails';

/** Sends what waits in the log: mail that was posted with the change it tells of, and what goes once more. Lets go of what is old. */
@Injectable()
export class MailPost implements OnApplicationBootstrap {
  constructor(
    private readonly log: MailLog,
    private readonly mailer: Mailer,
    private readonly attachments: Attachments,
    private readonly jobs: Jobs,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.scheduled(QUEUE, '37 3 * * *', async ({ mailId }) => {
      if (typeof mailId === 'string') await this.deliver(mailId);
      else await this.log.sweep();
    });
  }

  /** Whether there is a mail server: without one nothing may be posted. */
  get isOpen(): boolean {
    return this.mailer.isSetUp;
  }

  /** In the ambient transaction: it goes out if that is kept. One with the id of another is that one. */
  async send(mail: Mail): Promise<void> {
    const mailId = await this.log.queue(mail);
    if (mailId) await this.jobs.send(QUEUE, { mailId });
  }

  /** In the ambient transaction. @param mail one whose words are kept */
  async resend(mail: MailRow): Promise<MailRow> {
    const copy = await this.log.copy(mail);
    await this.jobs.send(QUEUE, { mailId: copy.id });
    return copy;
  }

  /** Safe to run twice. @throws Error where the server is away: the queue tries again */
  async deliver(id: string): Promise<void> {
    const mail = await this.log.find(id);
    if (!mail || mail.state === 'sent' || mail.text === null) return;
    const { messageId, kind, toName: name, toAddress: address, subject, text, html, files } = mail;
    const attachments = [];
    for (const { key, fileName: filename, contentType } of files) {
      const file = await this.attachments.open(key).catch(unlessGone);
      if (!file) return this.log.failed(messageId, `${filename} is not there any more.`);
      attachments.push({ key, filename, contentType, content: await buffer(file) });
    }
    await this.mailer.send({
      ...{ id: messageId, kind, to: { name, address }, subject, text, attachments },
      ...(html ? { html } : {}),
    });
  }
}

function unlessGone(error: unknown): null {
  if (error instanceof NotFound) return null;
  throw error;
}
