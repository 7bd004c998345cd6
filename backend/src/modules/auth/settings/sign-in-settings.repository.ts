import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../../platform/database/versioned.repository';
import { SignInSettings } from './sign-in-settings.entity';

@Injectable()
export class SignInSettingsRepository extends VersionedRepository<SignInSettings> {
  constructor(transaction: Transaction) {
    super(transaction, SignInSettings);
  }

  get(): Promise<SignInSettings> {
    return this.rows.findOneByOrFail({});
  }

  /** @throws StaleVersion 412 */
  async getForUpdate(expected?: number): Promise<SignInSettings> {
    const settings = await this.rows.findOneOrFail({ where: {}, lock: { mode: 'pessimistic_write' } });
    expectVersion(settings, expected);
    return settings;
  }
}
