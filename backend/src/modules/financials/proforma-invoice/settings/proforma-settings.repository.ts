import { Injectable } from '@nestjs/common';
import { Transaction } from '../../../../platform/database/transaction';
import { expectVersion, VersionedRepository } from '../../../../platform/database/versioned.repository';
import { ProformaSettings } from './proforma-settings.entity';

@Injectable()
export class ProformaSettingsRepository extends VersionedRepository<ProformaSettings> {
  constructor(transaction: Transaction) {
    super(transaction, ProformaSettings);
  }

  get(): Promise<ProformaSettings> {
    return this.rows.findOneByOrFail({});
  }

  /** @throws StaleVersion 412 */
  async getForUpdate(expected?: number): Promise<ProformaSettings> {
    const settings = await this.rows.findOneOrFail({ where: {}, lock: { mode: 'pessimistic_write' } });
    expectVersion(settings, expected);
    return settings;
  }
}
