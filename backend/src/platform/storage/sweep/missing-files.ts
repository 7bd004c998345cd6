import { Injectable } from '@nestjs/common';
import { Transaction } from '../../database/transaction';
import { FileMissing } from '../storage.errors';
import { MissingFile } from './missing-file.entity';

/** Files that a sweep found gone, until one finds them again. */
@Injectable()
export class MissingFiles {
  constructor(private readonly transaction: Transaction) {}

  /** So that nobody is given a link that leads nowhere. @throws FileMissing 404 */
  async refuse(key: string): Promise<void> {
    if (await this.rows.existsBy({ key })) throw new FileMissing();
  }

  count(): Promise<number> {
    return this.rows.count();
  }

  async forget(key: string): Promise<void> {
    await this.rows.delete({ key });
  }

  private get rows() {
    return this.transaction.manager.getRepository(MissingFile);
  }
}
