import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { BACKUP_READS_FILES } from '../backup/locks';
import { Transaction } from '../database/transaction';
import { Jobs } from '../jobs/jobs';
import { FileScans } from './scan/file-scans';
import { Storage } from './storage';
import type { Attachment } from './with-attachment';

const QUEUE = 'discarded-files';

/** Bytes that no row names any more: deleted by the worker, and tried again while the storage is away. */
@Injectable()
export class DiscardedFiles implements OnApplicationBootstrap {
  constructor(
    private readonly storage: Storage,
    private readonly jobs: Jobs,
    private readonly scans: FileScans,
    private readonly transaction: Transaction,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work(QUEUE, ({ key }) => this.discard(String(key)));
  }

  /** Once the surrounding transaction has committed, and not if it has not. @param attachment what the row carried, if anything */
  async add(attachment: Attachment | null): Promise<void> {
    if (attachment) await this.jobs.send(QUEUE, { key: attachment.key });
  }

  private async discard(key: string): Promise<void> {
    if (await this.isPutOff(key)) return;
    await this.storage.delete(key);
    await this.scans.forget(key);
  }

  /** A backup that is being made may still have to read the file: then it goes in a minute. */
  private isPutOff(key: string): Promise<boolean> {
    return this.transaction.run(async () => {
      const [backup] = await this.transaction.manager.query<{ reading: boolean }[]>(BACKUP_READS_FILES);
      if (backup?.reading) await this.jobs.send(QUEUE, { key }, { key: `after-backup ${key}`, seconds: 60 });
      return backup?.reading ?? false;
    });
  }
}
