import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { buffer } from 'node:stream/consumers';
import { NotFound } from '../errors/domain-error';
import { Jobs } from '../jobs/jobs';
import { Attachments } from '../storage/attachments';
import { MailLog } from './mail-log';
import type { MailRow } from './mail.entity';
import { Mailer } from './mailer';

const QUEUE = 'mails';

/** Sends again what the log keeps, and lets go of what is old. */
@Injectable()
export class MailResender implements OnApplicationBootstrap {
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
