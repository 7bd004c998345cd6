import { createHash, type Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack, type Pack } from 'tar-stream';
import { seal, type Seal } from './sealing';

/** Of one entry: a tar wants to know the size of each beforehand, and memory holds one. */
export const PART_BYTES = 4 * 1024 * 1024;

export interface Written {
  size: number;
  sha256: string;
}

/** A compressed tar that is written as it comes: `name/00000`, `name/00001` … */
export class ArchiveWriter {
  private readonly tar: Pack = pack();
  private readonly hash = createHash('sha256');
  private size = 0;
  private readonly written: Promise<void>;

  constructor(
    private readonly path: string,
    keys: Seal,
  ) {
    this.written = this.write(keys);
    this.written.catch(() => undefined); // told by whatever waits for it next
  }

  async entry(name: string, bytes: Buffer): Promise<void> {
    const taken = new Promise<void>((resolve, reject) => {
      this.tar.entry({ name, mode: 0o600 }, bytes, (error) => (error ? reject(error) : resolve()));
    });
    await Promise.race([taken, this.written]);
  }

  /** @returns what it added up to */
  async entries(name: string, source: AsyncIterable<Buffer>): Promise<Written> {
    const hash: Hash = createHash('sha256');
    let [held, waiting, size, part]: [Buffer[], number, number, number] = [[], 0, 0, 0];
    const flush = async () => {
      await this.entry(`${name}/${String(part++).padStart(6, '0')}`, Buffer.concat(held));
      [held, waiting] = [[], 0];
    };
    for await (const chunk of source) {
      hash.update(chunk);
      size += chunk.length;
      held.push(chunk);
      waiting += chunk.length;
      if (waiting >= PART_BYTES) await flush();
    }
    if (waiting || !part) await flush();
    return { size, sha256: hash.digest('hex') };
  }

  /** On the disk for good when it resolves. */
  async finish(): Promise<Written> {
    this.tar.finalize();
    await this.written;
    const file = await open(this.path, 'r+');
    await file.sync().finally(() => file.close());
    return { size: this.size, sha256: this.hash.digest('hex') };
  }

  abandon(): void {
    this.tar.destroy();
  }

  private async write(keys: Seal): Promise<void> {
    const counted = new Transform({
      transform: (chunk: Buffer, _encoding, next) => {
        this.size += chunk.length;
        this.hash.update(chunk);
        next(null, chunk);
      },
    });
    const packed = createGzip({ level: 3 });
    const packing = pipeline(Readable.from(this.tar), packed);
    packing.catch(() => undefined); // told below, whichever of the two fails first
    const file = createWriteStream(this.path, { mode: 0o600 });
    await Promise.all([packing, pipeline(await seal(packed, keys), counted, file)]);
  }
}
