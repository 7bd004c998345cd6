import { fold, formsOf, termsOf } from './search-terms';

describe('what is asked', () => {
  it.each([
    ['PO-1182', [{ whole: 'po1182', parts: ['po', '1182'] }]],
    [
      '  Crème  brûlée ',
      [
        { whole: 'creme', parts: ['creme'] },
        { whole: 'brulee', parts: ['brulee'] },
      ],
    ],
    ['(DC/7741)', [{ whole: 'dc7741', parts: ['dc', '7741'] }]],
    ['– … ""', []],
  ])('%s becomes its terms', (query, terms) => expect(termsOf(query)).toEqual(terms));

  it('is cut to eight terms of sixty letters', () => {
    expect(termsOf('a b c d e f g h i j')).toHaveLength(8);
    expect(termsOf('x'.repeat(300))[0]?.whole).toHaveLength(60);
  });

  it('folds capitals and accents, and leaves Bangla as it is', () => expect(fold('ÉTÉ বাংলা')).toBe('ete বাংলা'));
});

describe('forms', () => {
  it.each([
    ['dips', 'dip'],
    ['swatches', 'swatch'],
    ['sizes', 'size'],
    ['deliveries', 'delivery'],
    ['delivery', 'deliveries'],
    ['washed', 'wash'],
    ['dyeing', 'dye'],
    ['dyed', 'dye'],
    ['knitting', 'knit'],
  ])('%s is %s', (typed, form) => expect(formsOf(typed)).toContain(form));

  it.each(['dress', 'status', 'string', 'pos', 'c12s', 'po1182', 'white'])('%s has none', (typed) =>
    expect(formsOf(typed)).toEqual([]),
  );
});
