import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { BACKUP_READS_FILES } from '../backup/locks';
import { Transaction } from '../database/transaction';
import { Jobs } from '../jobs/jobs';
import { FileScans } from './scan/file-scans';
import { Storage } from './storage';
import { MissingFiles } from './sweep/missing-files';
import { NamedFiles } from './sweep/named-files';
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
    private readonly named: NamedFiles,
    private readonly missing: MissingFiles,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work(QUEUE, ({ key, unused }) => this.discard(String(key), unused === true));
  }

  /** Once the surrounding transaction has committed, and not if it has not. @param attachment what the row carried, if anything */
  async add(attachment: Attachment | null): Promise<void> {
    if (attachment) await this.jobs.send(QUEUE, { key: attachment.key });
  }

  /** @param unused found by a sweep: not if a row names it after all */
  async discard(key: string, unused = false): Promise<void> {
    if (await this.isPutOff(key, unused)) return;
    if (unused && (await this.named.has(key))) return;
    await this.storage.delete(key);
    await this.scans.forget(key);
    await this.missing.forget(key);
  }

  /** A backup that is being made may still have to read the file: then it goes in a minute. */
  private isPutOff(key: string, unused: boolean): Promise<boolean> {
    return this.transaction.run(async () => {
      const [backup] = await this.transaction.manager.query<{ reading: boolean }[]>(BACKUP_READS_FILES);
      if (backup?.reading) await this.jobs.send(QUEUE, { key, unused }, { key: `after-backup ${key}`, seconds: 60 });
      return backup?.reading ?? false;
    });
  }
}
