import { contentOf } from './content';

/** The first block of a PNG of that size. */
function png(width: number, height: number): File {
  const head = new DataView(new ArrayBuffer(33));
  head.setUint32(0, 0x89504e47);
  head.setUint32(16, width);
  head.setUint32(20, height);
  return new File([head.buffer], 'a.png', { type: 'image/png' });
}

describe('what is in a file', () => {
  it('is the size of a PNG', async () =>
    expect(await contentOf(png(7559, 3780))).toEqual({ width: 7559, height: 3780 }));

  it('is nothing where it cannot be told', async () => {
    expect(await contentOf(png(0, 0))).toEqual({});
    expect(await contentOf(png(4_000_000_000, 20))).toEqual({});
    expect(await contentOf(new File(['x'], 'a.png', { type: 'image/png' }))).toEqual({});
    const page = '<html><script>alert(1)</script></html>';
    expect(await contentOf(new File([page], 'a.png', { type: 'image/png' }))).toEqual({});
    expect(await contentOf(new File(['%PDF-1.7 broken'], 'a.pdf', { type: 'application/pdf' }))).toEqual({});
    expect(await contentOf(new File(['x'], 'a.txt', { type: 'text/plain' }))).toEqual({});
  });
});
