import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { BackupRefused, damaged } from './backup.errors';
import { isSealed, unseal, type Opening } from './sealing';

export interface Part {
  name: string;
  bytes: Buffer;
}

/** The list of all files of a large house is the largest entry. */
const LARGEST_PART = 512 * 1024 * 1024;

/** The entries of a backup, one after the other. @throws BackupRefused where it is not whole, or the key is not its own */
export async function* partsOf(path: string, keys: Opening): AsyncGenerator<Part> {
  const tar = extract();
  const feeding = feed(path, keys, tar);
  feeding.catch((error: Error) => tar.destroy(error));
  try {
    for await (const entry of tar) {
      const { name, size = 0, type } = entry.header;
      if (type !== 'file' || size > LARGEST_PART) throw damaged(`it holds an entry that is none of ours: ${name}`);
      const chunks: Buffer[] = [];
      for await (const chunk of entry) chunks.push(chunk as Buffer);
      const bytes = Buffer.concat(chunks);
      if (bytes.length !== size) throw damaged(`${name} is cut off`);
      yield { name, bytes };
    }
    await feeding; // the sum over all that was unpacked is compared last, maybe after the last entry was read
  } catch (error) {
    throw error instanceof BackupRefused ? error : explained(error as NodeJS.ErrnoException, path);
  } finally {
    tar.destroy();
    await feeding.catch(() => undefined);
  }
}

async function feed(path: string, keys: Opening, tar: NodeJS.WritableStream): Promise<void> {
  const start = Buffer.alloc(64);
  const file = await open(path, 'r');
  await file.read(start, 0, start.length, 0).finally(() => file.close());
  const raw: Readable = createReadStream(path, { highWaterMark: 256 * 1024 });
  const bytes = isSealed(start) ? await unseal(raw, keys) : raw;
  await pipeline(bytes, createGunzip(), new PassThrough(), tar);
}

function explained(error: NodeJS.ErrnoException, path: string): BackupRefused {
  if (error.code === 'ENOENT' || error.code === 'EACCES' || error.code === 'EISDIR')
    return new BackupRefused(`${path} cannot be read (${error.code}).`);
  return damaged(error.message);
}
