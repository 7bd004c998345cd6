import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, siteOf, type Config } from '../../../platform/config/config';
import { Transaction } from '../../../platform/database/transaction';
import { Jobs, type Calm } from '../../../platform/jobs/jobs';
import { Mailer } from '../../../platform/mail/mailer';
import { NoMail } from '../auth.errors';
import type { accountMail } from './account-mail';

const QUEUE = 'account-mails';

/** What a kind of mail does when its turn has come: it makes the secret that the link carries, so that no job ever holds one. */
export type AccountMailer = (about: string) => Promise<void>;

/** Mails with a link into somebody's account. Asked for in the ambient transaction, sent by the worker. */
@Injectable()
export class AccountMails implements OnApplicationBootstrap {
  private readonly kinds = new Map<string, AccountMailer>();

  constructor(
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    private readonly transaction: Transaction,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work(QUEUE, ({ kind, about }) => this.deliver(String(kind), String(about)));
  }

  get isSetUp(): boolean {
    return this.mailer.isSetUp;
  }

  /** Says once how mails of a kind are made. */
  register(kind: string, mailer: AccountMailer): void {
    this.kinds.set(kind, mailer);
  }

  /** @param about whom or what the mail is about; no secret  @throws NoMail 422 where the house sends none */
  async ask(kind: string, about: string, calm?: Calm): Promise<void> {
    if (!this.isSetUp) throw new NoMail();
    await this.transaction.run(() => this.jobs.send(QUEUE, { kind, about }, calm));
  }

  /** Safe to run twice: the later mail's link takes the place of the earlier's. */
  async deliver(kind: string, about: string): Promise<void> {
    await this.kinds.get(kind)?.(about);
  }

  /** @throws Error where the mail server is away: the queue tries again */
  async send(to: { name: string; address: string }, id: string, mail: ReturnType<typeof accountMail>): Promise<void> {
    await this.mailer.send({ to, id, ...mail });
  }

  /** Address of a page with a secret behind `#`, which a browser sends to nobody: no log, no referrer has it. */
  linkTo(path: string, token: string): string {
    return `${this.pageAt(path)}#${token}`;
  }

  pageAt(path: string): string {
    return `${siteOf(this.config)}${path}`;
  }
}
