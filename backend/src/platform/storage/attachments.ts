import { Injectable, Logger } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { newId } from '../database/base.entity';
import { FileLinkDto } from './attachment.dto';
import type { IncomingFile } from './receives-file';
import { FileScans } from './scan/file-scans';
import { fileKey, Storage } from './storage';
import { MissingFiles } from './sweep/missing-files';
import { NoFileYet } from './storage.errors';
import type { Attachment } from './with-attachment';

const LINK_SECONDS = 300;

/** The files that rows carry. What a file took the place of stays where it is, unless its module discards it. */
@Injectable()
export class Attachments {
  private readonly logger = new Logger('attachments');

  constructor(
    private readonly storage: Storage,
    private readonly scans: FileScans,
    private readonly missing: MissingFiles,
  ) {}

  /**
   * Stores the bytes as `<name>-<uuid>.<type>`, or `<folder>/<uuid>.<type>` for a name that ends with a slash, then lets `write` put the row that names them; where it does not, they
   * go again. The row is better asked first whether it may have a file at all.
   * @throws StorageFull 507, StorageUnavailable 503, and what `write` throws
   */
  keep<T>(name: string, file: IncomingFile, write: (attachment: Attachment) => Promise<T>): Promise<T> {
    const { sentById } = file;
    return this.keepOwn(name, file, async (stored) => {
      const { key, fileName } = stored;
      return write({ ...stored, scan: await this.scans.ask({ key, fileName, sentById }) });
    });
  }

  /** The same for what the house itself has made: no scanner looks at it. @throws as `keep` */
  async keepOwn<T>(
    name: string,
    file: Omit<IncomingFile, 'sentById'>,
    write: (attachment: Attachment) => Promise<T>,
  ): Promise<T> {
    const { bytes, fileName, contentType } = file;
    const key = fileKey(`${name}${name.endsWith('/') ? '' : '-'}${newId()}.${file.extension}`);
    await this.storage.put(key, bytes, { contentType, maxBytes: bytes.length });
    try {
      return await write({ key, fileName, contentType, size: bytes.length });
    } catch (error) {
      await this.drop(key);
      throw error;
    }
  }

  /** Deletes what no row was written for; where the storage is away, it stays and is told of in the log. */
  async drop(...keys: string[]): Promise<void> {
    for (const key of keys)
      await this.storage.delete(key).then(
        () => this.scans.forget(key),
        (fault: Error) => this.logger.warn(`${key} stays unused: ${fault.message}`),
      );
  }

  /**
   * A link by which the browser shows the file (`inline`) or saves it, for five minutes.
   * @throws NoFileYet 404, StorageUnavailable 503, and for a file that waits for the virus scanner or is held:
   * FileBeingScanned 409, FileHeld 409, FileNotScanned 503; for one that a sweep found gone FileMissing 404
   */
  async linkTo(attachment: Attachment | null, inline = true): Promise<FileLinkDto> {
    return this.linkToOwn(await this.readable(attachment), inline);
  }

  /** A file that may be read. @throws as `linkTo` */
  async readable(attachment: Attachment | null): Promise<Attachment> {
    if (!attachment) throw new NoFileYet();
    await this.scans.refuseUnread(attachment.key);
    await this.missing.refuse(attachment.key);
    return attachment;
  }

  /** Its bytes, where they may be read. @throws FileNotFound 404, StorageUnavailable 503, and as `linkTo` */
  async open(key: string): Promise<Readable> {
    await this.scans.refuseUnread(key);
    return this.storage.open(key);
  }

  /** The same for what the house itself has made: small pictures, exports. @throws StorageUnavailable 503 */
  async linkToOwn(attachment: Attachment, inline = true): Promise<FileLinkDto> {
    const { key, fileName, contentType, size } = attachment;
    const expiresAt = new Date(Date.now() + LINK_SECONDS * 1000).toISOString();
    const link = { fileName, contentType, inline, expiresInSeconds: LINK_SECONDS };
    return { url: await this.storage.signedReadUrl(key, link), fileName, contentType, size, expiresAt };
  }
}
