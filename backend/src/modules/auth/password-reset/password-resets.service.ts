import { Inject, Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { CONFIG, type Config } from '../../../platform/config/config';
import { newId } from '../../../platform/database/base.entity';
import { Transaction } from '../../../platform/database/transaction';
import { Outbox } from '../../../platform/events/outbox';
import { LinkExpired } from '../auth.errors';
import { PasswordReset as PasswordResetEvent } from '../auth.events';
import { accountMail } from '../links/account-mail';
import { MINUTES, RESET_MAILS } from './reset-mails';
import { AccountMails } from '../links/account-mails';
import { hashOfToken, newToken } from '../links/one-time-token';
import { hashPassword, refuseWeakPassword } from '../passwords';
import { SignInAttempts } from '../sign-in/sign-in-attempts';
import { SessionRegistry } from '../tokens/session-registry';
import { TokensService } from '../tokens/tokens.service';
import type { User } from '../users/user.entity';
import { UsersRepository } from '../users/users.repository';
import { PasswordReset } from './password-reset.entity';

const KIND = 'password_reset';
/** Seconds in which one address gets one mail, however often it is asked for. */
const CALM = 60;
/** Links that one person gets in an hour. */
const MOST_AN_HOUR = 5;

/** A new password for who forgot theirs, by a link in a mail. */
@Injectable()
export class PasswordResets {
  constructor(
    private readonly users: UsersRepository,
    private readonly tokens: TokensService,
    private readonly sessions: SessionRegistry,
    private readonly attempts: SignInAttempts,
    private readonly mails: AccountMails,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    mails.register(KIND, (email) => this.sendTo(email));
  }

  /**
   * Does the same, and takes the same time, whether anybody has this address: the worker looks it up.
   * @throws NoMail 422 where the house sends none
   */
  async ask(address: string): Promise<void> {
    const email = address.toLowerCase();
    const key = createHash('sha256').update(email).digest('hex');
    await this.mails.ask(KIND, email, { key, seconds: CALM });
  }

  /**
   * The person's sessions end, and their account waits no longer.
   * @throws LinkExpired 422 for a link that is unknown, too old or used; WeakPassword 400, which leaves it good
   */
  async reset(token: string, newPassword: string): Promise<void> {
    const tokenHash = hashOfToken(token);
    const asked = await this.personOf(tokenHash);
    await refuseWeakPassword(newPassword, [asked.email, asked.fullName], 'newPassword');
    const passwordHash = await hashPassword(newPassword);
    await this.transaction.run(async () => {
      const { id, email } = await this.personOf(tokenHash, true);
      await this.transaction.manager.query(
        `UPDATE password_resets SET used_at = now() WHERE user_id = $1 AND used_at IS NULL`,
        [id],
      );
      await this.users.setOwnPassword(id, passwordHash);
      await this.tokens.revokeAll(id);
      await this.attempts.forget(email);
      await this.outbox.record(new PasswordResetEvent({ id }, { id }));
    });
    this.sessions.forgetUser(asked.id);
  }

  private async personOf(tokenHash: string, locked = false): Promise<Pick<User, 'id' | 'email' | 'fullName'>> {
    const [person] = await this.transaction.manager.query<{ id: string; email: string; full_name: string }[]>(
      `SELECT u.id, u.email, u.full_name FROM password_resets r JOIN user_profiles u ON u.id = r.user_id
        WHERE r.token_hash = $1 AND r.used_at IS NULL AND r.expires_at > now() AND u.is_active AND u.deleted_at IS NULL
        ${locked ? 'FOR UPDATE OF u, r' : ''}`,
      [tokenHash],
    );
    if (!person) throw new LinkExpired();
    return { id: person.id, email: person.email, fullName: person.full_name };
  }

  private async sendTo(email: string): Promise<void> {
    const user = await this.users.findForSignIn(email);
    if (!user?.isActive) return;
    const { manager } = this.transaction;
    const [{ sent } = { sent: 0 }] = await manager.query<{ sent: number }[]>(
      `SELECT count(*)::int AS sent FROM password_resets WHERE user_id = $1 AND created_at > now() - interval '1 hour'`,
      [user.id],
    );
    if (sent >= MOST_AN_HOUR) return;
    const { token, tokenHash } = newToken();
    const id = newId();
    const expiresAt = new Date(Date.now() + MINUTES * 60_000);
    await manager.insert(PasswordReset, { id, userId: user.id, tokenHash, expiresAt });
    const url = this.mails.linkTo('/reset-password', token);
    try {
      await this.mails.send({ name: user.fullName, address: user.email }, `reset-${id}`, this.mailOf(user, url));
    } catch (error) {
      await manager.delete(PasswordReset, { id }); // nobody has this link; the next try makes another
      throw error;
    }
  }

  private mailOf({ fullName, language }: User, url: string) {
    return accountMail(RESET_MAILS[language](this.config.HOUSE_NAME, fullName, url));
  }
}
