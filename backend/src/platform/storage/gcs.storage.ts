import type { Bucket, File, StorageOptions } from '@google-cloud/storage' with { 'resolution-mode': 'import' };
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { contentDisposition, servedType } from './file-types';
import { reach, reachFile, reachIfThere } from './remote';
import { Spool } from './spool';
import {
  fileKey,
  linkSeconds,
  Storage,
  type Listing,
  type ReadLink,
  type SignedWrite,
  type StoredFile,
  type WriteLink,
} from './storage';

/** Without credentials here, Google's own places are looked at (GOOGLE_APPLICATION_CREDENTIALS, the machine's account). */
export interface GcsOptions extends Pick<StorageOptions, 'projectId' | 'credentials' | 'apiEndpoint'> {
  bucket: string;
  /** where uploads wait until they are complete */
  spoolFolder: string;
}

/** Files in a Google Cloud Storage bucket, under V4 signed links. */
export class GcsStorage extends Storage {
  private constructor(
    private readonly bucket: Bucket,
    private readonly spool: Spool,
  ) {
    super();
  }

  /** Google's library is heavy: it is loaded only where it is used. */
  static async connect({ bucket, spoolFolder, ...client }: GcsOptions): Promise<GcsStorage> {
    const google = await import('@google-cloud/storage');
    // Every call may be made again: the same bytes under the same key, or a deletion. Times are in seconds.
    const idempotencyStrategy = google.IdempotencyStrategy.RetryAlways;
    const retryOptions = { maxRetries: 2, maxRetryDelay: 1, totalTimeout: 20, idempotencyStrategy };
    const cloud = new google.Storage({ ...client, retryOptions, timeout: 20_000 });
    return new GcsStorage(cloud.bucket(bucket), new Spool(spoolFolder));
  }

  async put(
    key: string,
    bytes: Readable | Buffer,
    { contentType, maxBytes }: { contentType: string; maxBytes: number },
  ): Promise<StoredFile> {
    const destination = this.file(key);
    return this.spool.take(bytes, maxBytes, async ({ path }) => {
      await reach(this.bucket.upload(path, { destination, resumable: false, metadata: { contentType } }));
    });
  }

  async open(key: string): Promise<Readable> {
    const stream = this.file(key).createReadStream();
    await reachFile(once(stream, 'readable'));
    return stream;
  }

  async delete(key: string): Promise<void> {
    await reachIfThere(this.file(key).delete());
  }

  async exists(key: string): Promise<boolean> {
    const [exists] = await reach(this.file(key).exists());
    return exists;
  }

  async list(after: string, limit: number): Promise<Listing> {
    const asked = { autoPaginate: false, maxResults: limit + 1, ...(after && { startOffset: after }) }; // with it, if it is there
    const [found, next] = await reach(this.bucket.getFiles(asked));
    const files = found
      .filter(({ name }) => name !== after)
      .map(({ name, metadata }) => ({
        key: name,
        size: Number(metadata.size),
        modifiedAt: new Date(metadata.updated ?? Date.now()),
      }));
    return { files: files.slice(0, limit), hasMore: next !== null || files.length > limit };
  }

  async signedReadUrl(key: string, link: ReadLink): Promise<string> {
    const [url] = await reach(
      this.file(key).getSignedUrl({
        version: 'v4',
        action: 'read',
        expires: expiry(link.expiresInSeconds),
        responseType: servedType(link.contentType),
        responseDisposition: contentDisposition(link),
      }),
    );
    return url;
  }

  async signedWriteUrl(key: string, { contentType, size, expiresInSeconds }: WriteLink): Promise<SignedWrite> {
    const conditions = { 'x-goog-content-length-range': `${size},${size}`, 'x-goog-if-generation-match': '0' };
    const [url] = await reach(
      this.file(key).getSignedUrl({
        version: 'v4',
        action: 'write',
        expires: expiry(expiresInSeconds),
        contentType,
        extensionHeaders: conditions,
      }),
    );
    return { method: 'PUT', url, headers: { 'Content-Type': contentType, ...conditions } };
  }

  async check(): Promise<void> {
    await reach(this.bucket.getFiles({ maxResults: 1, autoPaginate: false }));
  }

  private file(key: string): File {
    return this.bucket.file(fileKey(key));
  }
}

const expiry = (seconds: number) => Date.now() + linkSeconds(seconds) * 1000;
