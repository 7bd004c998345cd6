import { createHash, randomUUID } from 'node:crypto';
import { lstat, mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { DomainError } from '../errors/domain-error';
import { FileTooLarge, storageTrouble, UploadIncomplete } from './storage.errors';
import type { StoredFile } from './storage';

export interface SpooledFile extends StoredFile {
  path: string;
}

const STALE_AFTER_MS = 60 * 60 * 1000;

/** Where bytes wait until all of them have arrived, counted and hashed; nothing of a failed upload stays. */
export class Spool {
  private swept?: Promise<void>;

  constructor(private readonly folder: string) {}

  /** Lands the bytes on disk for good (fsync), lets `use` have the file, removes what `use` did not move away. */
  async take(
    source: Readable | Buffer,
    maxBytes: number,
    use: (file: SpooledFile) => Promise<void>,
  ): Promise<StoredFile> {
    const path = join(this.folder, `${randomUUID()}.part`);
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      await (this.swept ??= this.sweep());
      const file = { path, ...(await land(source, path, maxBytes)) };
      await use(file);
      return { size: file.size, sha256: file.sha256 };
    } catch (error) {
      throw explainSpoolError(error);
    } finally {
      await rm(path, { force: true }).catch(() => undefined); // the sweep tries again
    }
  }

  /** What a killed process left behind. Other processes share the folder: what is young may be theirs. */
  private async sweep(): Promise<void> {
    for (const name of (await readdir(this.folder)).filter((each) => each.endsWith('.part'))) {
      const path = join(this.folder, name);
      const { mtimeMs } = await lstat(path).catch(() => ({ mtimeMs: Date.now() }));
      if (Date.now() - mtimeMs > STALE_AFTER_MS) await rm(path, { force: true });
    }
  }
}

async function land(source: Readable | Buffer, path: string, maxBytes: number): Promise<StoredFile> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'w', 0o600);
  try {
    for await (const chunk of (Buffer.isBuffer(source) ? [source] : source) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) throw new FileTooLarge(maxBytes);
      hash.update(chunk);
      await file.writeFile(chunk); // goes on where the last one ended
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { size, sha256: hash.digest('hex') };
}

const BROKEN_OFF = new Set(['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR']);

function explainSpoolError(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code && BROKEN_OFF.has(code)) return new UploadIncomplete();
  return syscall ? storageTrouble(error) : error;
}
