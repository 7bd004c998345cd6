import sharp from 'sharp';

/** The picture may be large, but no bomb: 60 million pixels is a page of A2 at 300 dpi. */
export const MOST_PIXELS = 60_000_000;
const EDGE = 320;
const SECONDS = 20;

// Only the kinds that are stored as pictures; above all no SVG, and nothing that calls another program.
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

/**
 * A small picture of a picture, as webp, upright as the camera held it.
 * @throws Error for what is damaged, of another kind, or larger than MOST_PIXELS, before it is unpacked
 */
export function thumbnailOf(picture: Buffer): Promise<Buffer> {
  return sharp(picture, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true })
    .timeout({ seconds: SECONDS })
    .autoOrient()
    .resize(EDGE, EDGE, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 78 })
    .toBuffer();
}
