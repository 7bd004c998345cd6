import { guessOf, type NamedLine } from './document-guess';

const line = (id: string, names: Partial<NamedLine>): NamedLine => ({
  id,
  styleNumber: 'MT-2291',
  colorName: null,
  colorCode: null,
  cadName: null,
  cadCode: null,
  ...names,
});
const lines = [
  line('white', { colorName: 'White', colorCode: '11-0601' }),
  line('off', { colorName: 'Off White', colorCode: '11-0602' }),
  line('rose', { colorName: 'Rose', cadName: 'Stripe' }),
  line('rose dot', { colorName: 'Rose', cadName: 'Dot' }),
];

describe('the guess of what a file is', () => {
  it.each([
    ['Lab dip White R2.pdf', 'sample', 'lab_dip'],
    ['LabDip_white.jpg', 'sample', 'lab_dip'],
    ['MT-2291 LD 3.pdf', 'sample', 'lab_dip'],
    ['strike-off-roses.png', 'sample', 'strike_off'],
    ['PP sample report.docx', 'sample', 'pp_sample'],
    ['Intertek_2026.pdf', 'sample', 'quality_test'],
    ['bulk swatch card.pdf', 'sample', 'bulk_swatch'],
    ['Amended_LC.pdf', 'lc', null],
    ['MT700 draft.txt', 'lc', null],
    ['PI-00042-v2.pdf', 'pi', null],
    ['Proforma März.pdf', 'pi', null],
    ['TechPack.pdf', 'other', 'tech_pack'],
    ['PO 4500123.pdf', 'other', 'purchase_order'],
    ['packing-list.xlsx', 'other', 'packing_list'],
    ['RE: shade of lab dip.eml', 'email', null],
    ['helicopter.pdf', 'other', null],
    ['policy.pdf', 'other', null],
    ['PO-1182/Lab dips/IMG_0042.jpg', 'sample', 'lab_dip'],
    ['LC papers/PI-00042.pdf', 'pi', null],
    ['Tests/White/scan.pdf', 'sample', 'quality_test'],
    ['PO-1182/scan.pdf', 'other', null],
  ])('%s is %s, %s', (name, category, subcategory) => {
    expect(guessOf(name, null)).toMatchObject({ category, subcategory });
  });

  it('is made from the type where the name says nothing', () => {
    expect(guessOf('IMG_0042.JPG', 'image/jpeg')).toMatchObject({ category: 'sample', subcategory: null });
    expect(guessOf('message', 'message/rfc822')).toMatchObject({ category: 'email' });
    expect(guessOf('scan.pdf', 'application/pdf')).toMatchObject({ category: 'other' });
  });

  it.each([
    ['lab dip white.pdf', 'white'],
    ['lab dip off-white.pdf', 'off'],
    ['11-0602 dip.pdf', 'off'],
    ['strike off rose dot.pdf', 'rose dot'],
    ['strike off rose.pdf', null],
    ['whiteboard.pdf', null],
    ['MT-2291.pdf', null],
    ['Off White/R2.jpg', 'off'],
    ['Dot/strike off rose.pdf', 'rose dot'],
  ])('%s is of the line %s', (name, id) => {
    expect(guessOf(name, null, lines).orderLineId).toBe(id);
  });

  it('finds the day that stands in the name, if it is one', () => {
    expect(guessOf('PI 2026-11-02.pdf', null).documentDate).toBe('2026-11-02');
    expect(guessOf('scan_20261102.pdf', null).documentDate).toBe('2026-11-02');
    expect(guessOf('LC 02.11.2026.pdf', null).documentDate).toBe('2026-11-02');
    expect(guessOf('LC 31.02.2026.pdf', null).documentDate).toBeNull();
    expect(guessOf('LC 0417202611021.pdf', null).documentDate).toBeNull();
  });
});
