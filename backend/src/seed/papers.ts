import sharp from 'sharp';

/** One page of a letterhead: who writes, what it is, terms and their values, a sentence at the foot. */
export interface Letter {
  from: string;
  title: string;
  terms: readonly (readonly [term: string, value: string])[];
  foot: string;
}

const INK = '0.12 0.14 0.2 rg';

/** A real PDF on A4, in the fonts that every reader brings along. */
export function letterPdf({ from, title, terms, foot }: Letter): Buffer {
  const write = (font: 'F1' | 'F2', size: number, x: number, y: number, text: string) =>
    `BT /${font} ${size} Tf ${x} ${y} Td (${escape(text)}) Tj ET`;
  const rule = (y: number) => `0.6 w 0.75 0.77 0.82 RG 60 ${y} m 535 ${y} l S`;
  const page = [
    INK,
    write('F2', 11, 60, 780, from),
    rule(766),
    write('F2', 20, 60, 720, title),
    ...terms.flatMap(([term, value], row) => {
      const y = 676 - row * 26;
      return [write('F1', 10.5, 60, y, term), write('F2', 10.5, 220, y, value), rule(y - 9)];
    }),
    write('F1', 9.5, 60, 80, foot),
  ].join('\n');
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R /Resources << /Font << /F1 4 0 R /F2 5 0 R >> >> >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
  ]);
}

const escape = (text: string) => text.replace(/[\\()]/g, '\\$&').replace(/[^\u0020-\u007e\u00a0-\u00ff]/g, '-');

function pdfOf(objects: readonly string[]): Buffer {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  return Buffer.from(
    `${file}${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
}

export function mail(given: { from: string; to: string; date: Date; subject: string; text: string }): Buffer {
  const { from, to, date, subject, text } = given;
  const head = [`From: ${from}`, `To: ${to}`, `Date: ${date.toUTCString()}`, `Subject: ${subject}`];
  return Buffer.from(
    `${head.join('\r\n')}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${text}\r\n`,
  );
}

/** One stitch and its neighbour; the fabric repeats it. */
const [STITCH, COURSE] = [12, 8];

/** A photo of a knitted swatch: rows of stitches in a colour. @param hex `#1f2a44` */
export function swatchPng(hex: string): Promise<Buffer> {
  const colour = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  const pixels = Array.from({ length: STITCH * COURSE }, (_, at) => {
    const [x, y] = [at % STITCH, Math.floor(at / STITCH)];
    const light = Math.abs(Math.sin((x * Math.PI) / 6)) * Math.abs(Math.sin(((y + Math.abs(x - 6)) * Math.PI) / 8));
    return colour.map((channel) => Math.min(255, Math.round(channel * (0.72 + 0.32 * light))));
  });
  const stitch = { width: STITCH, height: COURSE, channels: 3 } as const;
  return sharp({ create: { width: 720, height: 540, channels: 3, background: hex } })
    .composite([{ input: Buffer.from(pixels.flat()), raw: stitch, tile: true }])
    .png()
    .toBuffer();
}

const REPEAT = 96;

/** The artwork of a print: two sizes of dots in half drop, on a light ground. @param hex of the dots, `#1f2a44` */
export function artworkPng(hex: string): Promise<Buffer> {
  const colour = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  const ground = [244, 240, 232];
  const dots = [
    [24, 24, 17],
    [72, 72, 17],
    [72, 24, 8],
    [24, 72, 8],
  ] as const;
  const pixels = Array.from({ length: REPEAT * REPEAT }, (_, at) => {
    const [x, y] = [at % REPEAT, Math.floor(at / REPEAT)];
    return dots.some(([cx, cy, radius]) => Math.hypot(x - cx, y - cy) < radius) ? colour : ground;
  });
  const repeat = { width: REPEAT, height: REPEAT, channels: 3 } as const;
  return sharp({ create: { width: 7 * REPEAT, height: 5 * REPEAT, channels: 3, background: '#f4f0e8' } })
    .composite([{ input: Buffer.from(pixels.flat()), raw: repeat, tile: true }])
    .png()
    .toBuffer();
}
