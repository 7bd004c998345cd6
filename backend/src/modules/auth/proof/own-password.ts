import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import type { Actor } from '../access/actor';
import { WrongPassword } from '../auth.errors';
import { passwordMatches } from '../passwords';
import { SignInAttempts } from '../sign-in/sign-in-attempts';
import { UsersRepository } from '../users/users.repository';

/** Asks somebody who is signed in once more who they are. Wrong answers count as those at the sign-in do. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly users: UsersRepository,
    private readonly attempts: SignInAttempts,
    private readonly transaction: Transaction,
  ) {}

  /** @throws WrongPassword 400 on `field`, TooManySignIns 429 */
  async demand(actor: Actor, password: string, field = 'password'): Promise<void> {
    await this.counting(actor, async () => {
      const hash = await this.users.passwordHashOf(actor.id);
      if (!(await passwordMatches(hash, password))) throw new WrongPassword(field);
    });
  }

  /** What `work` throws counts as a wrong guess. @throws TooManySignIns 429, before `work` is begun */
  async counting<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    const from = `session ${actor.sessionId}`;
    await this.attempts.begin(actor.email, from);
    const result = await work();
    await this.transaction.run(() => this.attempts.succeeded(actor.email, from));
    return result;
  }
}
