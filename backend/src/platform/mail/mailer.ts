import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { CONFIG, type Config } from '../config/config';

export interface Mail {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html?: string;
  attachments?: { filename: string; contentType: string; content: Buffer }[];
  /** The same for the same mail, so that one that is sent twice is known as one. Letters, digits and dashes. */
  id: string;
}

/** Sends mail through the server that `SMTP_URL` names; without one nothing is sent. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private transport: Transporter | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  get isSetUp(): boolean {
    return this.config.SMTP_URL !== undefined;
  }

  /** @throws Error where the server is away or refuses it */
  async send({ id, ...mail }: Mail): Promise<void> {
    const { SMTP_URL: url, MAIL_FROM: from } = this.config;
    if (!url) throw new Error('No mail can be sent: SMTP_URL is not set.');
    this.transport ??= createTransport(
      { url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 },
      { disableFileAccess: true, disableUrlAccess: true },
    );
    const host = /@([^>\s]+)/.exec(from)?.[1] ?? 'provabook';
    await this.transport.sendMail({
      ...mail,
      from,
      messageId: `<${id}@${host}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}
