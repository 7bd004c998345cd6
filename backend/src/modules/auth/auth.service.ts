import { Injectable } from '@nestjs/common';
import { Transaction } from '../../platform/database/transaction';
import { changesBetween, isUnchanged } from '../../platform/events/domain-event';
import { Outbox } from '../../platform/events/outbox';
import type { Actor, Duty } from './access/actor';
import type { PasswordChangeDto, ProfileChangesDto } from './auth.dto';
import { CodeNeeded, CodeRefused, SignInRefused } from './auth.errors';
import { PasswordChanged, UserUpdated } from './auth.events';
import { hashPassword, passwordMatches, refuseWeakPassword } from './passwords';
import { OwnPassword } from './proof/own-password';
import { SecondFactors } from './second-factor/second-factors.service';
import { SignInAttempts } from './sign-in/sign-in-attempts';
import type { Caller } from './token-hand';
import { SessionRegistry } from './tokens/session-registry';
import { TokensService, type TokenPair } from './tokens/tokens.service';
import type { User } from './users/user.entity';
import { UsersRepository } from './users/users.repository';

export interface SignedIn extends TokenPair {
  user: User;
  duty: Duty | null;
}

/** Signing in and out, and what a person may change about themselves. */
@Injectable()
export class AuthService {
  constructor(
    private readonly users: UsersRepository,
    private readonly tokens: TokensService,
    private readonly sessions: SessionRegistry,
    private readonly attempts: SignInAttempts,
    private readonly factors: SecondFactors,
    private readonly own: OwnPassword,
    private readonly transaction: Transaction,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @param code of an authenticator app, or a recovery code; of who has one
   * @throws SignInRefused 401, the same and after the same time whatever was wrong; CodeNeeded 401 and CodeRefused 401 to
   * who knows the password; TooManySignIns 429
   */
  signIn(email: string, password: string, from: Caller, code?: string): Promise<SignedIn> {
    return this.attempts.guarding(email, from.address, async () => {
      const user = await this.users.findForSignIn(email);
      const matches = await passwordMatches(user?.passwordHash, password);
      if (!user || !matches || !user.isActive) throw new SignInRefused();
      if (!code && (await this.factors.isEnrolled(user.id))) throw new CodeNeeded();
      return this.transaction.run(async () => {
        if (code && (await this.factors.isEnrolled(user.id)) && !(await this.factors.shows(user.id, code)))
          throw new CodeRefused();
        await this.attempts.succeeded(email);
        return this.enter(user, from);
      });
    });
  }

  /** Opens a session for somebody who has shown who they are. @param provedAt when to us, if not now */
  async enter(user: User, from: Caller, provedAt?: Date): Promise<SignedIn> {
    await this.users.recordSignIn(user.id);
    const { sessionId, ...pair } = await this.tokens.open(user.id, from.userAgent, from.address, provedAt);
    return { ...pair, user, duty: (await this.sessions.find(sessionId, user.id))?.duty ?? null };
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
      const told = changesBetween(before, user, ['fullName', 'phone', 'department', 'language', 'metadata']);
      if (isUnchanged(told)) return user;
      await this.outbox.record(new UserUpdated(await this.users.save(user), actor, told));
      return user;
    });
  }

  /** Every other session ends. @throws WrongPassword 400, WeakPassword 400 */
  async changePassword(body: PasswordChangeDto, actor: Actor): Promise<void> {
    await this.own.demand(actor, body.currentPassword, 'currentPassword');
    await refuseWeakPassword(body.newPassword, [actor.email, actor.fullName], 'newPassword');
    const passwordHash = await hashPassword(body.newPassword);
    await this.transaction.run(async () => {
      await this.users.setOwnPassword(actor.id, passwordHash);
      await this.tokens.revokeAll(actor.id, actor.sessionId);
      await this.outbox.record(new PasswordChanged({ id: actor.id }, actor));
    });
    this.sessions.forgetUser(actor.id);
  }
}
