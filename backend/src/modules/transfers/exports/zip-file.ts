import { closeSync, openSync, writeSync } from 'node:fs';
import { constants, crc32, deflateRawSync } from 'node:zlib';

const MOST_BYTES = 0xffff_ffff;
const DEFLATED = 8;
/** Sizes and check sum stand behind the entry, its name is UTF-8. */
const FLAGS = 0x0808;
const VERSION = 20;
/** The first of January 1980, which is where the days of a ZIP begin: what a file holds says its time itself. */
const DAY = 0x21;

interface Entry {
  name: Buffer;
  at: number;
  checksum: number;
  packed: number;
  size: number;
}

/** A ZIP that is written front to back, a piece at a time; of what is written nothing is kept. PKWARE APPNOTE 6.3, without ZIP64. */
export class ZipFile {
  private readonly file: number;
  private readonly entries: Entry[] = [];
  private at = 0;

  constructor(path: string) {
    this.file = openSync(path, 'w');
  }

  /** Begins the next entry; the one before is whole then. */
  begin(name: string): void {
    this.end();
    const entry = { name: Buffer.from(name), at: this.at, checksum: 0, packed: 0, size: 0 };
    this.entries.push(entry);
    this.put(numbers([0x04034b50, 4], ...this.factsOf(entry), [0, 2]), entry.name);
  }

  /** @throws RangeError where the entry, or the file, becomes larger than a ZIP can say */
  write(text: string): void {
    const entry = this.entries.at(-1);
    if (!entry) throw new Error('Nothing is begun.');
    const bytes = Buffer.from(text);
    entry.checksum = crc32(bytes, entry.checksum);
    entry.size += bytes.length;
    this.pack(entry, deflateRawSync(bytes, { level: 1, finishFlush: constants.Z_SYNC_FLUSH }));
  }

  close(): void {
    this.end();
    const directory = this.at;
    for (const entry of this.entries)
      this.put(
        numbers(
          [0x02014b50, 4],
          [VERSION, 2],
          ...this.factsOf(entry),
          [0, 2],
          [0, 2],
          [0, 2],
          [0, 2],
          [0, 4],
          [entry.at, 4],
        ),
        entry.name,
      );
    const count = this.entries.length;
    this.put(
      numbers(
        [0x06054b50, 4],
        [0, 2],
        [0, 2],
        [count, 2],
        [count, 2],
        [this.at - directory, 4],
        [directory, 4],
        [0, 2],
      ),
    );
    closeSync(this.file);
  }

  private end(): void {
    const entry = this.entries.at(-1);
    if (!entry) return;
    this.pack(entry, deflateRawSync('')); // what was flushed has no last block yet
    this.put(numbers([0x08074b50, 4], [entry.checksum, 4], [entry.packed, 4], [entry.size, 4]));
  }

  private pack(entry: Entry, bytes: Buffer): void {
    entry.packed += bytes.length;
    this.put(bytes);
  }

  private factsOf({ name, checksum, packed, size }: Entry): [number, 2 | 4][] {
    return [
      [VERSION, 2],
      [FLAGS, 2],
      [DEFLATED, 2],
      [0, 2],
      [DAY, 2],
      [checksum, 4],
      [packed, 4],
      [size, 4],
      [name.length, 2],
    ];
  }

  private put(...pieces: Buffer[]): void {
    for (const piece of pieces) {
      for (let from = 0; from < piece.length;) from += writeSync(this.file, piece, from);
      this.at += piece.length;
    }
    if (this.at > MOST_BYTES || (this.entries.at(-1)?.size ?? 0) > MOST_BYTES)
      throw new RangeError('The file becomes larger than four gigabytes.');
  }
}

/** Each in so many bytes, the lowest first. */
function numbers(...fields: [number, 2 | 4][]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((length, [, size]) => length + size, 0));
  let at = 0;
  for (const [value, size] of fields) at = size === 2 ? bytes.writeUInt16LE(value, at) : bytes.writeUInt32LE(value, at);
  return bytes;
}
