import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { thumbnailOfPdf } from './thumbnail';

/** A PDF of one page that is drawn by `content`. */
function pdf(content: string, box = '0 0 595 842'): Buffer {
  const stream = deflateSync(Buffer.from(content));
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
        `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[${box}]/Contents 4 0 R/Resources<<>>>>endobj\n` +
        `4 0 obj<</Length ${stream.length}/Filter/FlateDecode>>stream\n`,
      'latin1',
    ),
    stream,
    Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF'),
  ]);
}

async function pixel(picture: Buffer, left: number, top: number): Promise<number[]> {
  return [...(await sharp(picture).extract({ left, top, width: 1, height: 1 }).raw().toBuffer())];
}

describe('the small picture of a PDF', () => {
  jest.setTimeout(30_000); // the thread compiles the sources first

  it('is its first page, upright, on white', async () => {
    const small = await thumbnailOfPdf(pdf('1 0 0 rg 0 421 595 421 re f'));
    expect(await sharp(small).metadata()).toMatchObject({ format: 'webp', width: 226, height: 320 });
    const [red = 0, green = 255] = await pixel(small, 100, 60);
    expect(red).toBeGreaterThan(230);
    expect(green).toBeLessThan(40);
    expect(Math.min(...(await pixel(small, 100, 260)))).toBeGreaterThan(240);
  });

  it('is small of a page as large as a wall', async () => {
    const small = await thumbnailOfPdf(pdf('0 0 1 rg 0 0 14400 7200 re f', '0 0 14400 7200'));
    expect(await sharp(small).metadata()).toMatchObject({ width: 320, height: 160 });
  });

  it('is none of what is damaged', async () => {
    await expect(thumbnailOfPdf(Buffer.from('%PDF-1.7\n%%EOF'))).rejects.toThrow('not in PDF format');
  });

  const crowded = pdf('0 0 595 842 re f\n'.repeat(1_000_000));
  const limits = { time: 20_000, memory: 64, pdfium: 1024 * 1024 * 1024 };

  it('is none of what takes long to draw', async () => {
    await expect(thumbnailOfPdf(crowded, { ...limits, time: 300 })).rejects.toThrow('It took too long.');
  });

  it('is none of what unpacks to more memory than it may', async () => {
    expect(crowded.length).toBeLessThan(100_000);
    await expect(thumbnailOfPdf(crowded, { ...limits, pdfium: 40 * 1024 * 1024 })).rejects.toThrow(
      /memory|abort|bounds/i,
    );
  });
});
