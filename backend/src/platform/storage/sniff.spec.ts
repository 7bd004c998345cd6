import { utils, write, type BookType } from '@e965/xlsx';
import { Readable } from 'node:stream';
import { sniff } from './sniff';
import { FileTypeRefused } from './storage.errors';
import type { FileKind } from './file-types';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const jpg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
const webp = Buffer.concat([Buffer.from('RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0', 'latin1'), Buffer.alloc(14)]);
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF');

const workbook = (bookType: BookType, rows = 3): Buffer => {
  const book = utils.book_new();
  const cells = Array.from({ length: rows }, (_, row) => ['BLACK', row, `lab dip ${Math.sin(row)}`]);
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells), 'TNA');
  return write(book, { type: 'buffer', bookType }) as Buffer;
};

/** A stored (not packed) zip: enough for what looks at names and a small table of contents. */
function zip(entries: Record<string, string>): Buffer {
  return Buffer.concat(
    Object.entries(entries).map(([name, text]) => {
      const head = Buffer.alloc(30);
      head.write('PK\x03\x04', 'latin1');
      head.writeUInt16LE(20, 4);
      head.writeUInt32LE(text.length, 18);
      head.writeUInt32LE(text.length, 22);
      head.writeUInt16LE(name.length, 26);
      return Buffer.concat([head, Buffer.from(name), Buffer.from(text)]);
    }),
  );
}
const officeFile = (main: string) =>
  zip({ '[Content_Types].xml': `<Types><Override ContentType="application/vnd.${main}.main+xml"/></Types>` });
const docx = officeFile('openxmlformats-officedocument.wordprocessingml.document');

const compound = (streams: string[]) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    ...streams.map((name) => Buffer.concat([Buffer.from(`${name}\0`, 'utf16le'), Buffer.alloc(64)])),
  ]);

const mail = (rest: string) =>
  Buffer.from(
    `Received: by mx.house.test;\r\n\tMon, 2 Nov 2026 09:00:00 +0600\r\nFrom: Anna <anna@anabia.test>\r\nDate: Mon, 2 Nov 2026 09:00:00 +0600\r\n${rest}`,
  );

const accepted: [string, Buffer, string][] = [
  ['a PDF', pdf, 'application/pdf'],
  ['a PNG', png, 'image/png'],
  ['a GIF', gif, 'image/gif'],
  ['a JPEG', jpg, 'image/jpeg'],
  ['a WebP', webp, 'image/webp'],
  ['an .xlsx', workbook('xlsx'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['an .xls', workbook('biff8'), 'application/vnd.ms-excel'],
  ['an .xls of Excel 5', workbook('biff5'), 'application/vnd.ms-excel'],
  ['a .docx', docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['a CSV', Buffer.from('colour;qty\r\nBLACK;1,200 kg\r\n'), 'text/plain'],
  ['a CSV in Bengali', Buffer.from('\ufeffরঙ,পরিমাণ\nকালো,১২০০\n'), 'text/plain'],
  ['a CSV of an old Windows', Buffer.from('caf\xe9 \x96 \x80 12\n', 'latin1'), 'text/plain'],
  ['an e-mail', mail('Content-Type: text/html\r\n\r\n<html><body>LC 0417 attached</body></html>'), 'message/rfc822'],
  ['an e-mail of Outlook', compound(['__nameid_version1.0', '__properties_version1.0']), 'application/vnd.ms-outlook'],
  ['text in UTF-16', Buffer.from('\ufeffcolour\tqty\nBLACK\t5\n', 'utf16le'), 'text/plain'],
];

const refused: [string, Buffer][] = [
  ['nothing', Buffer.alloc(0)],
  ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['SVG after an XML head', Buffer.from('<?xml version="1.0"?>\n<!-- x --><svg/>')],
  ['SVG after a byte-order mark', Buffer.from('\ufeff  <svg/>')],
  ['SVG in UTF-16', Buffer.from('\ufeff<svg/>', 'utf16le')],
  ['HTML', Buffer.from('<!DOCTYPE html><script>alert(1)</script>')],
  ['HTML behind text', Buffer.from('colour,qty\n\n< HTML ><body onload=alert(1)>')],
  ['a program of Windows', Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(200)])],
  ['a program of Linux', Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(200)])],
  ['a plain zip', zip({ 'setup.exe': 'MZ' })],
  ['a workbook with macros', officeFile('ms-excel.sheet.macroEnabled')],
  ['an old Word document', compound(['Root Entry', 'WordDocument'])],
  ['an installer of Windows', compound(['Root Entry', 'Installer'])],
  ['HTML behind what looks like a header', Buffer.from('From: a\n<b>Date:</b>\n\n<html></html>')],
  ['headers of an e-mail that never end', mail('<html>')],
  ['noise', Buffer.from(Array.from({ length: 999 }, (_, i) => (i * i * 31) % 256))],
];

const pieces = (bytes: Buffer) =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / 1000) }, (_, i) => bytes.subarray(i * 1000, i * 1000 + 1000)),
  );

describe('sniff', () => {
  it.each(accepted)('knows %s by its bytes', async (_what, bytes, contentType) => {
    expect((await sniff(bytes, 'document')).contentType).toBe(contentType);
    expect((await sniff(pieces(bytes), 'document')).contentType).toBe(contentType);
  });

  it.each(refused)('refuses %s', async (_what, bytes) => {
    for (const kind of ['document', 'image', 'pdf', 'workbook'] satisfies FileKind[]) {
      await expect(sniff(bytes, kind)).rejects.toBeInstanceOf(FileTypeRefused);
      await expect(sniff(pieces(bytes), kind)).rejects.toBeInstanceOf(FileTypeRefused);
    }
  });

  it('keeps to the kind, and names what it would take', async () => {
    await expect(sniff(pdf, 'image')).rejects.toMatchObject({
      status: 422,
      code: 'file.type_refused',
      detail: 'This kind of file cannot be stored here. Send one of these: PNG, JPEG, WebP, GIF.',
    });
    await expect(sniff(png, 'workbook')).rejects.toBeInstanceOf(FileTypeRefused);
    await expect(sniff(workbook('xlsx'), 'pdf')).rejects.toBeInstanceOf(FileTypeRefused);
  });

  it('says of an empty file that it is empty, not that its kind is wrong', async () => {
    await expect(sniff(pieces(Buffer.alloc(0)), 'pdf')).rejects.toMatchObject({
      code: 'file.type_refused',
      detail: expect.stringMatching(/^This file is empty\./) as string,
    });
  });

  it('finds the table of contents of a large old workbook, and reads no further into a picture than needed', async () => {
    const large = workbook('biff8', 20_000);
    expect(large.length).toBeGreaterThan(500_000);
    expect((await sniff(pieces(large), 'workbook')).extension).toBe('xls');

    const picture = pieces(Buffer.concat([png, Buffer.alloc(5_000_000)]));
    expect((await sniff(picture, 'image')).extension).toBe('png');
    expect(picture.destroyed).toBe(true);
    expect(picture.readableEnded).toBe(false);
  });
});
