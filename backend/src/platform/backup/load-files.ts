import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Storage } from '../storage/storage';
import { FileNotFound } from '../storage/storage.errors';
import { partsOf, type Part } from './archive-reader';
import { damaged } from './backup.errors';
import type { Contents, FileCopy } from './contents';
import type { Opening } from './sealing';

/**
 * Puts the files of a backup where the house looks for them. A key never stands for other bytes than at first, so that what is
 * there and whole stays, and nothing that the live house has is in the way.
 * @returns how many were put back  @throws StorageFull 507, StorageUnavailable 503
 */
export async function loadFiles(
  path: string,
  keys: Opening,
  { manifest }: Contents,
  storage: Storage,
): Promise<number> {
  const parts = new FileParts(path, keys);
  let put = 0;
  try {
    for (const [at, file] of manifest.files.entries()) {
      const bytes = parts.of(`files/${at}/`);
      if (await isWhole(storage, file)) {
        while (!(await bytes.next()).done); // passed over
        continue;
      }
      const options = { contentType: 'application/octet-stream', maxBytes: file.size };
      const { sha256 } = await storage.put(file.key, Readable.from(bytes), options);
      if (sha256 !== file.sha256) throw damaged(`${file.key} is not as it was written`);
      put++;
    }
  } finally {
    await parts.close();
  }
  return put;
}

/** The parts of the files, in the order in which they were written. */
class FileParts {
  private readonly parts: AsyncGenerator<Part>;
  private ahead: Part | undefined;

  constructor(path: string, keys: Opening) {
    this.parts = partsOf(path, keys);
  }

  async *of(prefix: string): AsyncGenerator<Buffer> {
    while (!this.ahead?.name.startsWith('files/') && (await this.step()));
    while (this.ahead?.name.startsWith(prefix)) {
      yield this.ahead.bytes;
      await this.step();
    }
  }

  async close(): Promise<void> {
    await this.parts.return(undefined);
  }

  private async step(): Promise<boolean> {
    const { done, value } = await this.parts.next();
    this.ahead = done ? undefined : value;
    return !done;
  }
}

export async function isWhole(storage: Storage, { key, sha256 }: FileCopy): Promise<boolean> {
  try {
    const hash = createHash('sha256');
    for await (const chunk of await storage.open(key)) hash.update(chunk as Buffer);
    return hash.digest('hex') === sha256;
  } catch (error) {
    if (error instanceof FileNotFound) return false;
    throw error;
  }
}
