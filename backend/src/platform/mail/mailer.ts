import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Transporter } from 'nodemailer';
import { CONFIG, type Config } from '../config/config';
import { MailLog } from './mail-log';
import type { MailKind } from './mail.entity';

export interface Mail {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html?: string;
  /** With a key, a file of the house's storage: what is sent again carries it again. */
  attachments?: { filename: string; contentType: string; content: Buffer; key?: string }[];
  /** The same for the same mail, so that one that is sent twice is known as one. Letters, digits and dashes. */
  id: string;
  /** What is not said to be of another kind is of somebody's account, and its words are kept nowhere. */
  kind?: MailKind;
}

/** The one way out for mail: through the server that `SMTP_URL` names, into the log; without a server nothing is sent. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private transport: Promise<Transporter> | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly log: MailLog,
  ) {}

  get isSetUp(): boolean {
    return this.config.SMTP_URL !== undefined;
  }

  /** @throws Error where the server is away or refuses it */
  async send(mail: Mail): Promise<void> {
    if (!this.config.SMTP_URL) throw new Error('No mail can be sent: SMTP_URL is not set.');
    await this.log.begin(mail);
    try {
      await this.hand(mail);
    } catch (error) {
      await this.log.failed(mail.id, (error as Error).message);
      throw error;
    }
    await this.log.sent(mail.id);
  }

  onApplicationShutdown(): void {
    void this.transport?.then((transport) => transport.close());
  }

  private async hand({ id, to, subject, text, html, attachments = [] }: Mail): Promise<void> {
    const { MAIL_FROM: from } = this.config;
    const transport = await (this.transport ??= this.open());
    const host = /@([^>\s]+)/.exec(from)?.[1] ?? 'provabook';
    await transport.sendMail({
      ...{ from, to, subject, text, html },
      attachments: attachments.map(({ filename, contentType, content }) => ({ filename, contentType, content })),
      messageId: `<${id}@${host}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  }

  private async open(): Promise<Transporter> {
    const { createTransport } = await import('nodemailer');
    return createTransport(
      { url: this.config.SMTP_URL, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 },
      { disableFileAccess: true, disableUrlAccess: true },
    );
  }
}
