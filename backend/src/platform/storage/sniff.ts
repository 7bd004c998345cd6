import type { Readable } from 'node:stream';
import { FILE_KINDS, FILE_TYPES, type FileExtension, type FileKind } from './file-types';
import { FileTypeRefused } from './storage.errors';

export interface SniffedType {
  extension: FileExtension;
  contentType: string;
}

/**
 * The type of a file by what is in it, whatever it is called. A stream is read as far as needed, then destroyed.
 * @throws FileTypeRefused 422 unless it is a type of this kind
 */
export async function sniff(source: Buffer | Readable, kind: FileKind): Promise<SniffedType> {
  const allowed: readonly FileExtension[] = FILE_KINDS[kind];
  const bytes = Buffer.isBuffer(source) ? source : await firstBytes(source);
  const extension = await extensionOf(bytes);
  if (!extension || !allowed.includes(extension))
    throw new FileTypeRefused(
      allowed.map((type) => FILE_TYPES[type].name),
      bytes.length === 0,
    );
  return { extension, contentType: FILE_TYPES[extension].contentType };
}

const HEAD_BYTES = 64 * 1024;
/** Office files say what they are in a table of contents, which may come last. */
const CONTAINER_BYTES = 32 * 1024 * 1024;

async function firstBytes(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= (isContainer(chunks[0] ?? chunk) ? CONTAINER_BYTES : HEAD_BYTES)) break;
  }
  return Buffer.concat(chunks);
}

const ZIP = Buffer.from('PK');
const COMPOUND = Buffer.from('d0cf11e0', 'hex');
const isContainer = (bytes: Buffer) => [ZIP, COMPOUND].some((mark) => bytes.subarray(0, mark.length).equals(mark));

async function extensionOf(bytes: Buffer): Promise<FileExtension | null> {
  const { fileTypeFromBuffer } = await import('file-type');
  // The mark of UTF-16 is also how a frame of MPEG sound may begin.
  const found = utf16Of(bytes) ? undefined : (await fileTypeFromBuffer(bytes))?.ext;
  if (!found) return isMail(bytes) ? 'eml' : isPlainText(bytes) ? 'txt' : null;
  if (found === 'cfb') return isOldWorkbook(bytes) ? 'xls' : isOutlookMail(bytes) ? 'msg' : null;
  return found in FILE_TYPES ? (found as FileExtension) : null;
}

const streamName = (name: string) => Buffer.from(`${name}\0`, 'utf16le');

/** Excel 97 to 2003 and Excel 5 name their stream so; Word and installers share the container, not the name. */
const isOldWorkbook = (bytes: Buffer) => ['Workbook', 'Book'].some((name) => bytes.includes(streamName(name)));

/** Every message of Outlook keeps its own properties in a stream of this name. */
const isOutlookMail = (bytes: Buffer) => bytes.includes(streamName('__properties_version1.0'));

const MAIL_HEADER = /^(?:[!-9;-~]+:.*|[ \t].*)$/;

/** RFC 5322: a block of headers up to the first empty line, of which the sender and the day are always there. */
function isMail(bytes: Buffer): boolean {
  const [head = '', ...rest] = decode(bytes.subarray(0, HEAD_BYTES)).split(/\r?\n\r?\n/);
  const lines = head.split(/\r?\n/);
  const has = (name: string) => lines.some((line) => line.toLowerCase().startsWith(`${name}:`));
  return (
    rest.length > 0 &&
    !CONTROLS.test(head) &&
    lines.every((line) => MAIL_HEADER.test(line)) &&
    has('from') &&
    has('date')
  );
}

const MARKUP = /^\s*<|<\s*(?:!doctype|\?xml|html|svg|script|body|iframe)\b/i;
const CONTROLS = /[^\P{Cc}\t\n\r\f\u0080-\u009f]/u;

function isPlainText(bytes: Buffer): boolean {
  const text = decode(bytes.subarray(0, HEAD_BYTES));
  return text.length > 0 && !CONTROLS.test(text) && !MARKUP.test(text);
}

/** Spreadsheets save text as UTF-8, as UTF-16 with a mark in front, or in the one-byte set of their Windows. */
const decode = (bytes: Buffer) => new TextDecoder(utf16Of(bytes) ?? 'latin1').decode(bytes);

function utf16Of(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const mark = bytes.toString('hex', 0, 2);
  return mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : null;
}
