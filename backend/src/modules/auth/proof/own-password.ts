import { Injectable } from '@nestjs/common';
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
  ) {}

  /** @throws WrongPassword 400 on `field`, TooManySignIns 429 */
  async demand(actor: Actor, password: string, field = 'password'): Promise<void> {
    await this.counting(actor, async () => {
      const hash = await this.users.passwordHashOf(actor.id);
      if (!(await passwordMatches(hash, password))) throw new WrongPassword(field);
    });
  }

  /** What `work` throws counts as a wrong guess. @throws TooManySignIns 429, before `work` is begun */
  counting<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    return this.attempts.guarding(actor.email, `session ${actor.sessionId}`, async () => {
      const result = await work();
      await this.attempts.succeeded(actor.email);
      return result;
    });
  }
}
