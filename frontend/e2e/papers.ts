import type { Page } from '@playwright/test';
import { crc32, deflateSync } from 'node:zlib';

/** A real PDF in Helvetica, which every reader brings along: a page each, line by line. */
export function pdf(pages: readonly (readonly string[])[]): Buffer {
  const object: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  const kids = pages.map((lines) => {
    const text = `BT /F1 18 Tf 60 760 Td 26 TL ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`;
    object.push(`<< /Length ${text.length} >>\nstream\n${text}\nendstream`);
    object.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${object.length} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    return `${object.length} 0 R`;
  });
  object[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`;
  let file = '%PDF-1.4\n';
  const offsets = object.map((body, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${object.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  return Buffer.from(
    `${file}${table}trailer\n<< /Size ${object.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
}

/** A swatch of one colour. */
export function png(width: number, height: number, [red, green, blue]: readonly [number, number, number]): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.of(0), Buffer.alloc(width * 3, Buffer.of(red, green, blue))]);
  const rows = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const mark = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([mark, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

export interface Paper {
  name: string;
  type: string;
  bytes: Buffer;
}

/** Lets files fall onto the page, wherever it takes them. */
export async function dropFiles(page: Page, papers: readonly Paper[]): Promise<void> {
  const sent = papers.map(({ name, type, bytes }) => ({ name, type, base64: bytes.toString('base64') }));
  const transfer = await page.evaluateHandle((files) => {
    const carried = new DataTransfer();
    for (const { name, type, base64 } of files)
      carried.items.add(
        new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name, {
          type,
          lastModified: 1_795_000_000_000,
        }),
      );
    return carried;
  }, sent);
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
}
