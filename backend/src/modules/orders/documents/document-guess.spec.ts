import { guessOf, kindOfContent, type NamedLine } from './document-guess';

const line = (id: string, names: Partial<NamedLine>): NamedLine => ({
  id,
  styleNumber: 'MT-2291',
  colorName: null,
  colorCode: null,
  cadName: null,
  cadCode: null,
  part: 1,
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

describe('what is in a file', () => {
  const pdf = (text: string) => kindOfContent({ text }, 'application/pdf');

  it.each([
    ['ANABIA LTD\n\nPROFORMA  INVOICE\nNo. PI-42 Payment: irrevocable letter of credit at sight', 'pi', null],
    ['Pro-forma Invoice 7', 'pi', null],
    [
      '27: Sequence of Total 1/1 40A: Form of Documentary Credit IRREVOCABLE 20: 0417 45A: as per proforma invoice 42',
      'lc',
      null,
    ],
    [':27:1/1 :40A:IRREVOCABLE :20:EXLC0417 :31C:261121', 'lc', null],
    ['HSBC London. Irrevocable Documentary Credit No. 0417', 'lc', null],
    ['Intertek TEST REPORT 2611', 'sample', 'quality_test'],
    ['PACKING LIST of 120 cartons', 'other', 'packing_list'],
    ['Technical package MT-2291', 'other', 'tech_pack'],
    ['Purchase Order PO-1182. Send a proforma invoice within 3 days.', 'other', 'purchase_order'],
  ])('%s', (text, category, subcategory) => expect(pdf(text)).toEqual({ category, subcategory }));

  it('says nothing where no heading does, or only far down the page', () => {
    expect(pdf('Dear Rina, please find the swatches.')).toBeNull();
    expect(pdf(`${'Terms and conditions of sale. '.repeat(20)} proforma invoice`)).toBeNull();
    expect(pdf('')).toBeNull();
  });

  it('takes a large PNG for an artwork, and a photograph for none', () => {
    const size = { width: 7559, height: 3780 };
    expect(kindOfContent(size, 'image/png')).toEqual({ category: 'other', subcategory: 'artwork' });
    expect(kindOfContent(size, 'image/jpeg')).toBeNull();
    expect(kindOfContent({ width: 2560, height: 1440 }, 'image/png')).toBeNull();
  });

  it('counts after the name of the file, and before that of a folder', () => {
    const content = { text: 'PROFORMA INVOICE' };
    const kindOf = (path: string) => guessOf(path, 'application/pdf', [], content).category;
    expect(kindOf('scan.pdf')).toBe('pi');
    expect(kindOf('Lab dips/scan.pdf')).toBe('pi');
    expect(kindOf('LC 0417.pdf')).toBe('lc');
  });
});

describe('parts of a line that was split', () => {
  const parts = [line('white 2', { colorName: 'White', part: 2 }), line('white', { colorName: 'White' })];

  it('are called the same: the first is meant', () => {
    expect(guessOf('White.pdf', null, parts).orderLineId).toBe('white');
    expect(guessOf('White.pdf', null, [...parts, line('other', { colorName: 'White' })]).orderLineId).toBeNull();
  });
});
