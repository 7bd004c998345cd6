import { Injectable } from '@nestjs/common';
import { Transaction } from '../../platform/database/transaction';
import { changesBetween, isUnchanged } from '../../platform/events/domain-event';
import { Outbox } from '../../platform/events/outbox';
import type { Actor } from './access/actor';
import type { PasswordChangeDto, ProfileChangesDto } from './auth.dto';
import { SignInRefused, WrongPassword } from './auth.errors';
import { PasswordChanged, UserUpdated } from './auth.events';
import { hashPassword, passwordMatches, refuseWeakPassword } from './passwords';
import { SignInAttempts } from './sign-in/sign-in-attempts';
import { SessionRegistry } from './tokens/session-registry';
import { TokensService, type TokenPair } from './tokens/tokens.service';
import type { User } from './users/user.entity';
import { UsersRepository } from './users/users.repository';

/** Where a sign-in comes from. */
export interface Caller {
  address: string;
  userAgent?: string;
}

/** Signing in and out, and what a person may change about themselves. */
@Injectable()
export class AuthService {
  constructor(
    private readonly users: UsersRepository,
    private readonly tokens: TokensService,
    private readonly sessions: SessionRegistry,
    private readonly attempts: SignInAttempts,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
  ) {}

  /** @throws SignInRefused 401, the same and after the same time whatever was wrong; TooManySignIns 429 */
  async signIn(email: string, password: string, from: Caller): Promise<TokenPair & { user: User }> {
    await this.attempts.begin(email, from.address);
    const user = await this.users.findForSignIn(email);
    const matches = await passwordMatches(user?.passwordHash, password);
    if (!user || !matches || !user.isActive) throw new SignInRefused();
    return this.transaction.run(async () => {
      await this.attempts.succeeded(email, from.address);
      await this.users.recordSignIn(user.id);
      return { ...(await this.tokens.open(user.id, from.userAgent)), user };
    });
  }

  /** Ends the session of this refresh token; one that is already dead is no error. */
  async signOut(refresh: string): Promise<void> {
    const claims = await this.tokens.verify(refresh, 'refresh');
    await this.tokens.revoke(claims.sid);
    this.sessions.forget(claims.sid);
  }

  profile(actor: Actor): Promise<User> {
    return this.users.get(actor.id);
  }

  async updateProfile(changes: ProfileChangesDto, actor: Actor, expected?: number): Promise<User> {
    return this.transaction.run(async () => {
      const user = await this.users.getForUpdate(actor.id, expected);
      const before = { ...user };
      Object.assign(user, changes);
      const told = changesBetween(before, user, ['fullName', 'phone', 'department', 'metadata']);
      if (isUnchanged(told)) return user;
      await this.outbox.record(new UserUpdated(await this.users.save(user), actor, told));
      return user;
    });
  }

  /** Every other session ends. @throws WrongPassword 400, WeakPassword 400 */
  async changePassword(body: PasswordChangeDto, actor: Actor): Promise<void> {
    if (!(await passwordMatches(await this.users.passwordHashOf(actor.id), body.currentPassword)))
      throw new WrongPassword('currentPassword');
    refuseWeakPassword(body.newPassword, actor.email, 'newPassword');
    const passwordHash = await hashPassword(body.newPassword);
    await this.transaction.run(async () => {
      await this.users.setPasswordHash(actor.id, passwordHash);
      await this.tokens.revokeAll(actor.id, actor.sessionId);
      await this.outbox.record(new PasswordChanged({ id: actor.id }, actor));
    });
    this.sessions.forgetUser(actor.id);
  }
}
