import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
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
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work(QUEUE, ({ key }) => this.discard(String(key)));
  }

  /** Once the surrounding transaction has committed, and not if it has not. @param attachment what the row carried, if anything */
  async add(attachment: Attachment | null): Promise<void> {
    if (attachment) await this.jobs.send(QUEUE, { key: attachment.key });
  }

  private async discard(key: string): Promise<void> {
    await this.storage.delete(key);
    await this.scans.forget(key);
  }
}
