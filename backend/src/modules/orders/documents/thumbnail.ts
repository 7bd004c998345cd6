import { join } from 'node:path';
import type { Sharp } from 'sharp';
import { askThread } from '../../../platform/jobs/thread';
import type { PagePicture, PageTask } from './pdf-page.worker';

/** The picture may be large, but no bomb: 60 million pixels is a page of A2 at 300 dpi. */
export const MOST_PIXELS = 60_000_000;
const EDGE = 320;
const SECONDS = 20;
const MEGABYTE = 1024 * 1024;
/** Of a thread that draws a page: milliseconds, megabytes of heap, and bytes of PDFium, where the file lies whole. */
const PAGE_LIMITS = { time: 8_000, memory: 64, pdfium: 256 * MEGABYTE };

/** Only the kinds that are stored as pictures; above all no SVG, and nothing that calls another program. */
async function loadSharp() {
  const { default: sharp } = await import('sharp');
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({
    operation: [
      'VipsForeignLoadJpegBuffer',
      'VipsForeignLoadPngBuffer',
      'VipsForeignLoadWebpBuffer',
      'VipsForeignLoadNsgifBuffer',
    ],
  });
  sharp.concurrency(1);
  sharp.cache(false);
  return sharp;
}

let loaded: ReturnType<typeof loadSharp> | undefined;

/** The library of pictures, loaded with the first of them: a start has no use for it. */
export const pictures = () => (loaded ??= loadSharp());

/**
 * A small picture of a picture, as webp, upright as the camera held it.
 * @throws Error for what is damaged, of another kind, or larger than MOST_PIXELS, before it is unpacked
 */
export async function thumbnailOf(picture: Buffer): Promise<Buffer> {
  const sharp = await pictures();
  const opened = sharp(picture, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true });
  return small(opened.timeout({ seconds: SECONDS }).autoOrient());
}

/**
 * A small picture of the first page of a PDF, drawn in a thread of its own.
 * @throws Error for what is damaged, asks for a password, or goes past the limits on time and memory
 */
export async function thumbnailOfPdf(pdf: Uint8Array, limits = PAGE_LIMITS): Promise<Buffer> {
  const task: PageTask = { pdf, edge: 2 * EDGE, memory: limits.pdfium }; // drawn twice as large: its letters stay legible
  const sharp = await pictures();
  const page = await askThread<PagePicture>(join(__dirname, 'pdf-page.worker'), task, limits);
  return small(sharp(page.pixels, { raw: { width: page.width, height: page.height, channels: 4 } }).removeAlpha());
}

const small = (picture: Sharp): Promise<Buffer> =>
  picture.resize(EDGE, EDGE, { fit: 'inside', withoutEnlargement: true }).webp({ quality: 78 }).toBuffer();
