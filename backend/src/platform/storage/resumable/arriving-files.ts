import { FileStore } from '@tus/file-store';
import { Upload } from '@tus/server';
import { open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** Unfinished uploads are forgotten so long after they began. */
export const RESUMABLE_FOR_MS = 24 * 60 * 60 * 1000;

/** What stands for an upload: a row, which every process sees. */
export interface AnnouncedFile {
  id: string;
  /** bytes */
  size: number;
  beganAt: Date;
}

export interface AnnouncedFiles {
  find(id: string): Promise<AnnouncedFile | null>;
  forget(id: string): Promise<void>;
}

/** Files of which a part has arrived: their bytes in a folder, what is known of them in rows. */
export class ArrivingFiles extends FileStore {
  constructor(folder: string, rows: AnnouncedFiles) {
    super({
      directory: folder,
      expirationPeriodInMilliseconds: RESUMABLE_FOR_MS,
      configstore: {
        get: async (id) => uploadOf(await rows.find(id)),
        set: async () => undefined, // the row was there before the first byte
        delete: (id) => rows.forget(id),
      },
    });
  }

  /** What arrives is written as it comes and kept, also where the line breaks: the sender goes on from there. */
  override async write(source: Readable, id: string, offset: number): Promise<number> {
    const file = await open(join(this.directory, id), 'r+');
    let end = offset;
    try {
      for await (const chunk of source as AsyncIterable<Buffer>)
        for (let from = 0; from < chunk.length;) {
          const { bytesWritten } = await file.write(chunk, from, chunk.length - from, end);
          from += bytesWritten;
          end += bytesWritten;
        }
      return end;
    } finally {
      await file.sync().finally(() => file.close());
    }
  }

  async discard(id: string): Promise<void> {
    await rm(join(this.directory, id), { force: true });
  }

  /** What nobody has added to for as long as an upload may last. */
  async sweep(): Promise<void> {
    for (const name of await readdir(this.directory)) {
      const { mtimeMs } = await stat(join(this.directory, name)).catch(() => ({ mtimeMs: Date.now() }));
      if (Date.now() - mtimeMs > RESUMABLE_FOR_MS) await this.discard(name);
    }
  }
}

const uploadOf = (file: AnnouncedFile | null): Upload | undefined =>
  file ? new Upload({ id: file.id, size: file.size, offset: 0, creation_date: file.beganAt.toISOString() }) : undefined;
