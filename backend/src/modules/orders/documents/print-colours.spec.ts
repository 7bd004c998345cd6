import sharp from 'sharp';
import { againstScreens, coloursOf } from './print-colours';

/** Stripes of these colours, each of its share of 100, on a picture of so many pixels across. */
async function striped(
  stripes: readonly [string, number][],
  format: 'png' | 'jpeg' = 'png',
  across = 100,
): Promise<Buffer> {
  let left = 0;
  const parts = stripes.map(([background, share]) => {
    const width = (share * across) / 100;
    const part = { input: { create: { width, height: 80, channels: 4 as const, background } }, left, top: 0 };
    left += width;
    return part;
  });
  const blank = { r: 0, g: 0, b: 0, alpha: 0 };
  const sheet = sharp({ create: { width: across, height: 80, channels: 4, background: blank } }).composite(parts);
  return sheet.toFormat(format, { quality: 85 }).toBuffer();
}

const hexes = async (picture: Buffer) => (await coloursOf(picture))?.map(({ hex }) => hex);

describe('the colours of an artwork', () => {
  it('are counted with what each covers, the largest first', async () => {
    const picture = await striped([
      ['#ffffff', 50],
      ['#b4232a', 30],
      ['#1d3f8f', 20],
    ]);
    expect(await coloursOf(picture)).toEqual([
      { hex: '#ffffff', percent: '50' },
      { hex: '#b4232a', percent: '30' },
      { hex: '#1d3f8f', percent: '20' },
    ]);
  });

  it('are one where nobody tells them apart, also after a JPEG has blurred them', async () => {
    expect(
      await hexes(
        await striped([
          ['#b4232a', 60],
          ['#b2262c', 40],
        ]),
      ),
    ).toHaveLength(1);
    const jpeg = await striped(
      [
        ['#ffffff', 50],
        ['#b4232a', 30],
        ['#1d3f8f', 20],
      ],
      'jpeg',
      800,
    );
    expect(await hexes(jpeg)).toHaveLength(3);
  });

  it('are two where a ground is cream and not white', async () =>
    expect(
      await hexes(
        await striped([
          ['#ffffff', 60],
          ['#f7f3e8', 40],
        ]),
      ),
    ).toEqual(['#ffffff', '#f7f3e8']));

  it('leave out what is transparent', async () =>
    expect(await coloursOf(await striped([['#1d3f8f', 20]]))).toEqual([{ hex: '#1d3f8f', percent: '100' }]));

  it('leave out the edge between two', async () => {
    const width = 800;
    const pixels = Buffer.alloc(width * width * 3, 255);
    for (let y = 0; y < width; y += 1)
      for (let x = 0; x < width; x += 1) {
        const cover = Math.max(0, Math.min(1, 300.5 - Math.hypot(x - 400, y - 400)));
        const at = (y * width + x) * 3;
        pixels[at] = 255 - cover * (255 - 0x1d);
        pixels[at + 1] = 255 - cover * (255 - 0x3f);
        pixels[at + 2] = 255 - cover * (255 - 0x8f);
      }
    const picture = await sharp(pixels, { raw: { width, height: width, channels: 3 } })
      .png()
      .toBuffer();
    expect(await hexes(picture)).toHaveLength(2);
  });

  it('are too many to count where tones run', async () => {
    const width = 256;
    const pixels = Buffer.from(
      Array.from({ length: width * width }, (_, at) => [at % width, Math.floor(at / width), 128]).flat(),
    );
    const picture = await sharp(pixels, { raw: { width, height: width, channels: 3 } })
      .png()
      .toBuffer();
    expect(await coloursOf(picture)).toBeNull();
  });
});

describe('colours against screens', () => {
  const colours = ['#ffffff', '#b4232a', '#1d3f8f', '#1d8f3f'].map((hex) => ({ hex, percent: '25' }));

  it.each([
    [4, 'fits', 'The picture has 4 colours, and 4 screens are planned.'],
    [3, 'fits', 'The picture has 4 colours, and 3 screens are planned: enough if the ground is not printed.'],
    [
      1,
      'too_many',
      'The picture has 4 colours, and 1 screen is planned: 2 too many even if the ground is not printed. The one that covers least is #1d8f3f, 25 %.',
    ],
    [
      6,
      'spare',
      'The picture has 4 colours, and 6 screens are planned: 2 more than it needs, if its ground is printed too.',
    ],
    [null, 'not_told', 'The picture has 4 colours. How many screens its line takes is not told.'],
  ])('with %s screens', (screens, verdict, sentence) =>
    expect(againstScreens(colours, screens)).toEqual({ verdict, sentence }),
  );

  it('are not compared where tones run', () => expect(againstScreens(null, 4).verdict).toBe('tones'));
});
