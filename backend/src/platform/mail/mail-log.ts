import { Injectable } from '@nestjs/common';
import { newId } from '../database/base.entity';
import { Transaction } from '../database/transaction';
import { MailRow } from './mail.entity';
import type { Mail } from './mailer';

const LONGEST_FAULT = 300;
/** Days. */
const KEPT = 400;

/** What became of each mail. */
@Injectable()
export class MailLog {
  constructor(private readonly transaction: Transaction) {}

  /** Written before it is handed over: what was tried is on record although the process dies. */
  async begin(mail: Mail): Promise<void> {
    await this.write(mail, 1, 'DO UPDATE SET tries = mails.tries + 1, updated_at = now()');
  }

  /** Written before its turn. @returns its id; null where there is one of that Message-ID */
  async queue(mail: Mail): Promise<string | null> {
    return this.write(mail, 0, 'DO NOTHING');
  }

  private async write(mail: Mail, tries: number, again: string): Promise<string | null> {
    const { id, kind = 'account', to, subject, text, html, attachments = [] } = mail;
    const isKept = kind !== 'account';
    const files = attachments.flatMap(({ key, filename: fileName, contentType }) =>
      key ? [{ key, fileName, contentType }] : [],
    );
    const [row] = await this.transaction.manager.query<{ id: string }[]>(
      `INSERT INTO mails (id, kind, message_id, to_name, to_address, subject, text, html, files, state, tries)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'queued', $10)
       ON CONFLICT (message_id) ${again} RETURNING id`,
      [
        ...[newId(), kind, id, to.name, to.address, subject.slice(0, 300)],
        ...[isKept ? text : null, isKept ? (html ?? null) : null, JSON.stringify(files), tries],
      ],
    );
    return row?.id ?? null;
  }

  async sent(messageId: string): Promise<void> {
    await this.rows.update({ messageId }, { state: 'sent', sentAt: new Date(), fault: null });
  }

  async failed(messageId: string, fault: string): Promise<void> {
    await this.rows.update({ messageId }, { state: 'failed', fault: fault.slice(0, LONGEST_FAULT) });
  }

  find(id: string): Promise<MailRow | null> {
    return this.rows.findOneBy({ id });
  }

  /** The same words to the same person once more, as a mail of its own. */
  async copy(mail: MailRow): Promise<MailRow> {
    const { kind, toName, toAddress, subject, text, html, files } = mail;
    const id = newId();
    const copy = Object.assign(new MailRow(), {
      ...{ id, kind, toName, toAddress, subject, text, html, files, messageId: `again-${id}`, againOfId: mail.id },
      ...{ state: 'queued' as const, tries: 0, fault: null, sentAt: null },
    });
    return this.rows.save(copy);
  }

  /** Forgets what is older than 400 days. */
  async sweep(): Promise<void> {
    await this.transaction.manager.query(`DELETE FROM mails WHERE created_at < now() - $1 * interval '1 day'`, [KEPT]);
  }

  private get rows() {
    return this.transaction.manager.getRepository(MailRow);
  }
}
