import { readWidth } from './width';

describe('a width as people write it', () => {
  it.each([
    ['60 in', '1.524', '1.524', false],
    ['58"', '1.4732', '1.4732', false],
    ['58 inches', '1.4732', '1.4732', false],
    ['150 cm', '1.5', '1.5', false],
    ['1500mm', '1.5', '1.5', false],
    ['1,5 m', '1.5', '1.5', false],
    ['57/58 in', '1.4478', '1.4732', false],
    ['57-58″', '1.4478', '1.4732', false],
    ['44 in tube', '2.2352', '2.2352', true],
    ['Tubular 22"', '1.1176', '1.1176', true],
    ['60 in open width', '1.524', '1.524', false],
    ['58 in (cuttable)', '1.4732', '1.4732', false],
  ])('%s is from %s to %s m', (text, narrow, wide, isTube) => {
    const width = readWidth(text);
    expect([width?.narrow.toFixed(), width?.wide.toFixed(), width?.isTube]).toEqual([narrow, wide, isTube]);
  });

  it.each(['58', '', 'wide', '58 ft', '0 in', '-58 in', '1500 in', '58 1/2 in', '1e3 in', 'in'])(
    '%j cannot be read: no unit, no number or no fabric',
    (text) => expect(readWidth(text)).toBeNull(),
  );
});
