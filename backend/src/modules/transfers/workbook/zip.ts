import { crc32, inflateRawSync } from 'node:zlib';
import type { WorkbookLimits } from './workbook.limits';
import { WorkbookRefusal } from './workbook.refusal';

/**
 * The archive inside an .xlsx, measured before anything is unpacked. What is handed on is a new archive of the XML parts
 * exactly as measured, stored and not packed, so that the spreadsheet library never unpacks what a stranger sent: headers
 * that contradict each other, sizes that lie and overlapping parts end here.
 */

interface ZipEntry {
  name: string;
  flags: number;
  method: number;
  crc: number;
  packed: number;
  unpacked: number;
  offset: number;
}

interface ZipPart {
  name: string;
  content: Buffer;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const LONGEST_COMMENT = 0xffff;
/** Small archives may pack as well as they like. */
const HARMLESS_BYTES = 5 * 1024 * 1024;

const broken = (): WorkbookRefusal =>
  new WorkbookRefusal(
    'workbook.corrupt',
    'The file is damaged or was not fully uploaded. Open it in Excel, save it again as .xlsx and drop that copy.',
  );

const bomb = (detail: string): WorkbookRefusal =>
  new WorkbookRefusal('workbook.zip_bomb', `The file is not opened: ${detail}. Copy the sheet into a new workbook.`);

/** @throws WorkbookRefusal corrupt, password_protected, zip_bomb, unsafe_xml */
export function safeArchive(file: Buffer, limits: WorkbookLimits): Buffer {
  const entries = readDirectory(file, limits);
  measure(entries, file.length, limits);
  const parts = entries.filter((entry) => /\.(xml|rels)$/i.test(entry.name)).map((entry) => unpack(file, entry));
  for (const part of parts) {
    if (part.content.includes('<!DOCTYPE') || part.content.includes('<!ENTITY')) {
      throw new WorkbookRefusal(
        'workbook.unsafe_xml',
        'The file defines XML entities, which no spreadsheet program writes. Copy the sheet into a new workbook.',
      );
    }
  }
  return storedArchive(parts);
}

function readDirectory(file: Buffer, limits: WorkbookLimits): ZipEntry[] {
  const end = findEnd(file);
  const count = file.readUInt16LE(end + 10);
  if (count > limits.zipEntries) throw bomb(`it holds ${count.toLocaleString('en')} parts, a workbook has a few dozen`);
  const entries: ZipEntry[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== DIRECTORY_ENTRY) throw broken();
    const nameLength = file.readUInt16LE(at + 28);
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      flags: file.readUInt16LE(at + 8),
      method: file.readUInt16LE(at + 10),
      crc: file.readUInt32LE(at + 16),
      packed: file.readUInt32LE(at + 20),
      unpacked: file.readUInt32LE(at + 24),
      offset: file.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(file: Buffer): number {
  const lowest = Math.max(0, file.length - 22 - LONGEST_COMMENT);
  for (let at = file.length - 22; at >= lowest; at--) {
    if (file.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw broken();
}

function measure(entries: ZipEntry[], size: number, limits: WorkbookLimits): void {
  let packed = 0;
  let unpacked = 0;
  for (const entry of entries) {
    if (entry.flags & 0x2041) {
      throw new WorkbookRefusal('workbook.password_protected', 'The file is protected by a password. Save it without.');
    }
    packed += entry.packed;
    unpacked += entry.unpacked;
  }
  const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024).toLocaleString('en')} MB`;
  if (packed > size) throw bomb('its parts lie on top of each other');
  if (unpacked > limits.unpackedBytes) {
    throw bomb(`unpacked it would be ${megabytes(unpacked)}, at most ${megabytes(limits.unpackedBytes)} are read`);
  }
  if (unpacked > HARMLESS_BYTES && unpacked / size > limits.packingRatio) {
    throw bomb(`unpacked it would be ${Math.round(unpacked / size)} times its size`);
  }
}

function unpack(file: Buffer, entry: ZipEntry): ZipPart {
  if (entry.offset + 30 > file.length || file.readUInt32LE(entry.offset) !== LOCAL_HEADER) throw broken();
  const start = entry.offset + 30 + file.readUInt16LE(entry.offset + 26) + file.readUInt16LE(entry.offset + 28);
  const packed = file.subarray(start, start + entry.packed);
  if (packed.length !== entry.packed) throw broken();
  const content = entry.method === 0 ? packed : inflate(packed, entry);
  if (content.length !== entry.unpacked || crc32(content) !== entry.crc) throw broken();
  return { name: entry.name, content };
}

function inflate(packed: Buffer, entry: ZipEntry): Buffer {
  if (entry.method !== 8) throw broken();
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpacked) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw bomb('its parts are larger than they say');
    }
    throw broken();
  }
}

function storedArchive(parts: ZipPart[]): Buffer {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name, 'utf8');
    const fields = Buffer.alloc(26); // the fields that local header and directory have in common
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x21, 8); // 1 January 1980
    fields.writeUInt32LE(crc32(part.content), 10);
    fields.writeUInt32LE(part.content.length, 14);
    fields.writeUInt32LE(part.content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    pieces.push(uint32(LOCAL_HEADER), fields, name, part.content);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(uint32(DIRECTORY_ENTRY), Buffer.from([20, 0]), fields, tail, name);
    offset += 30 + name.length + part.content.length;
  }
  const directorySize = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_OF_DIRECTORY, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directorySize, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, ...directory, end]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value, 0);
  return bytes;
}
