import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../../platform/config/config';
import { newId } from '../../../platform/database/base.entity';
import { Transaction } from '../../../platform/database/transaction';
import { Outbox } from '../../../platform/events/outbox';
import type { Actor } from '../access/actor';
import { AlreadyEnrolled, NotEnrolled, SecondFactorRequired, WrongCode } from '../auth.errors';
import { RecoveryCodesRenewed, SecondFactorEnrolled, SecondFactorRemoved } from '../auth.events';
import { OwnPassword } from '../proof/own-password';
import { SignInSettingsRepository } from '../settings/sign-in-settings.repository';
import { KeyRing } from '../tokens/key-ring';
import { SessionRegistry } from '../tokens/session-registry';
import { TokensService } from '../tokens/tokens.service';
import { UsersRepository } from '../users/users.repository';
import type { EnrolmentDto, SecondFactorDto } from './second-factor.dto';
import { hashOfRecoveryCode, newRecoveryCode, RECOVERY_CODES } from './recovery-codes';
import { RecoveryCode } from './recovery-code.entity';
import { seal, unseal } from './sealed';
import { SecondFactor } from './second-factor.entity';

/** Seconds by which the clocks of a phone and of the house may differ. */
const TOLERANCE = 30;

/** Codes of an authenticator app (TOTP, RFC 6238), and what stands in for a lost one. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly transaction: Transaction,
    private readonly users: UsersRepository,
    private readonly tokens: TokensService,
    private readonly sessions: SessionRegistry,
    private readonly settings: SignInSettingsRepository,
    private readonly own: OwnPassword,
    private readonly keys: KeyRing,
    private readonly outbox: Outbox,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async of(actor: Actor): Promise<SecondFactorDto> {
    const { manager } = this.transaction;
    const factor = await manager.findOneBy(SecondFactor, { userId: actor.id });
    const left = await manager
      .createQueryBuilder(RecoveryCode, 'code')
      .where('code.userId = :id AND code.usedAt IS NULL', { id: actor.id })
      .getCount();
    const { secondFactorRoles } = await this.settings.get();
    return {
      enrolledAt: factor?.confirmedAt?.toISOString() ?? null,
      recoveryCodesLeft: left,
      required: secondFactorRoles.includes(actor.role),
    };
  }

  /** A secret for the app; nothing is asked for before a code of it was shown. @throws WrongPassword 400, AlreadyEnrolled 409 */
  async begin(password: string, actor: Actor): Promise<EnrolmentDto> {
    await this.own.demand(actor, password);
    const { generateSecret, generateURI } = await import('otplib');
    const secret = generateSecret();
    await this.transaction.run(async () => {
      const begun = await this.transaction.manager.query<unknown[]>(
        `INSERT INTO second_factors AS f (user_id, secret) VALUES ($1, $2) ON CONFLICT (user_id)
         DO UPDATE SET secret = $2, last_step = 0 WHERE f.confirmed_at IS NULL RETURNING user_id`,
        [actor.id, seal(secret, this.keys)],
      );
      if (!begun.length) throw new AlreadyEnrolled();
    });
    return { secret, uri: generateURI({ issuer: this.config.HOUSE_NAME, label: actor.email, secret }) };
  }

  /** From now on codes are asked for; the other sessions end. @returns the recovery codes  @throws WrongCode 400, AlreadyEnrolled 409, NotEnrolled 409 */
  async confirm(code: string, actor: Actor): Promise<string[]> {
    return this.changing(actor, async () => {
      const factor = await this.locked(actor.id);
      if (!factor) throw new NotEnrolled();
      if (factor.confirmedAt) throw new AlreadyEnrolled();
      if (!(await this.takes(factor, code))) throw new WrongCode();
      await this.transaction.manager.update(SecondFactor, { userId: actor.id }, { confirmedAt: new Date() });
      await this.tokens.revokeAll(actor.id, actor.sessionId);
      await this.outbox.record(new SecondFactorEnrolled({ id: actor.id }, actor));
      return this.renewCodes(actor.id);
    });
  }

  /** The old ones are good for nothing any more. @throws WrongCode 400, NotEnrolled 409 */
  async newRecoveryCodes(code: string, actor: Actor): Promise<string[]> {
    return this.changing(actor, async () => {
      await this.demand(actor, code);
      await this.outbox.record(new RecoveryCodesRenewed({ id: actor.id }, actor));
      return this.renewCodes(actor.id);
    });
  }

  /** @throws WrongPassword 400, WrongCode 400, NotEnrolled 409, SecondFactorRequired 422 where the house wants one */
  async disable(password: string, code: string, actor: Actor): Promise<void> {
    if ((await this.settings.get()).secondFactorRoles.includes(actor.role)) throw new SecondFactorRequired();
    await this.own.demand(actor, password);
    await this.changing(actor, async () => {
      await this.demand(actor, code);
      await this.drop(actor.id);
      await this.outbox.record(new SecondFactorRemoved({ id: actor.id }, actor));
    });
  }

  /** For who lost their phone and their codes; their sessions end. @throws ResourceNotFound 404 */
  async reset(userId: string, actor: Actor): Promise<void> {
    await this.transaction.run(async () => {
      await this.users.getForUpdate(userId);
      if (!(await this.drop(userId))) return;
      await this.tokens.revokeAll(userId);
      await this.outbox.record(new SecondFactorRemoved({ id: userId }, actor));
    });
    this.sessions.forgetUser(userId);
  }

  isEnrolled(userId: string): Promise<boolean> {
    return this.transaction.manager
      .createQueryBuilder(SecondFactor, 'factor')
      .where('factor.userId = :userId AND factor.confirmedAt IS NOT NULL', { userId })
      .getExists();
  }

  /**
   * Whether this is a code of theirs, of the app or a recovery code; each is taken once. In a transaction, which the
   * caller ends with it.
   */
  async shows(userId: string, code: string): Promise<boolean> {
    const factor = await this.locked(userId);
    if (!factor?.confirmedAt) return false;
    if (await this.takes(factor, code)) return true;
    const [used] = await this.transaction.manager.query<[unknown[], number]>(
      `UPDATE recovery_codes SET used_at = now() WHERE user_id = $1 AND code_hash = $2 AND used_at IS NULL RETURNING id`,
      [userId, hashOfRecoveryCode(code)],
    );
    return used.length > 0;
  }

  private async demand(actor: Actor, code: string): Promise<void> {
    if (!(await this.isEnrolled(actor.id))) throw new NotEnrolled();
    if (!(await this.shows(actor.id, code))) throw new WrongCode();
  }

  /** Guesses count as those at the sign-in. */
  private async changing<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    const result = await this.own.counting(actor, () => this.transaction.run(work));
    this.sessions.forgetUser(actor.id);
    return result;
  }

  private locked(userId: string): Promise<SecondFactor | null> {
    return this.transaction.manager
      .createQueryBuilder(SecondFactor, 'factor')
      .addSelect('factor.secret')
      .where('factor.userId = :userId', { userId })
      .setLock('pessimistic_write')
      .getOne();
  }

  /**
   * A code of the app that is in time and later than the last one taken. The secret is sealed anew with each, so that a key
   * which was changed may be forgotten some day; where the key is gone no code fits, but recovery codes do.
   */
  private async takes({ userId, secret: sealed, lastStep }: SecondFactor, code: string): Promise<boolean> {
    const token = code.replace(/\s/g, '');
    const secret = unseal(sealed, this.keys);
    if (!/^\d{6}$/.test(token) || secret === null) return false;
    const { verify } = await import('otplib');
    const result = await verify({ secret, token, epochTolerance: TOLERANCE, afterTimeStep: lastStep });
    if (!result.valid || !('timeStep' in result)) return false;
    const kept = { lastStep: result.timeStep, secret: seal(secret, this.keys) };
    await this.transaction.manager.update(SecondFactor, { userId }, kept);
    return true;
  }

  private async renewCodes(userId: string): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
    const { manager } = this.transaction;
    await manager.delete(RecoveryCode, { userId });
    const rows = codes.map((code) => ({ id: newId(), userId, codeHash: hashOfRecoveryCode(code) }));
    await manager.insert(RecoveryCode, rows);
    return codes;
  }

  private async drop(userId: string): Promise<boolean> {
    await this.transaction.manager.delete(RecoveryCode, { userId });
    return Boolean((await this.transaction.manager.delete(SecondFactor, { userId })).affected);
  }
}
