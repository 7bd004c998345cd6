import { termsOf } from '../../platform/listing/search-terms';
import { keyOf, marksIn, queryOf, slipsOf } from './words';

const marked = (text: string, query: string, meant: string[] = []) =>
  marksIn(text, termsOf(query), new Set(meant)).map(({ from, to }) => text.slice(from, to));

describe('what is asked', () => {
  it('is one number, however it is written', () => {
    expect(['PO-1182', 'po 1182', 'PO1182'].map((query) => keyOf(termsOf(query)))).toEqual([
      'po1182',
      'po1182',
      'po1182',
    ]);
  });
});

describe('the query of the index', () => {
  it('takes a number whole or in its parts', () =>
    expect(queryOf(termsOf('PO-11'), 'o', 'start')).toBe(`('wopo11':* | ('wopo' & 'wo11':*))`));

  it('wants each term somewhere, and one of them in the thing itself', () =>
    expect(queryOf(termsOf('anabia white'), 'l', 'whole')).toBe(
      `('wlanabia' | 'clanabia') & ('wlwhite' | 'clwhite') & ('wlanabia' | 'wlwhite')`,
    ));

  it('asks the index for whole words, but for the end of the last one, and for that where only a letter or two were typed', () => {
    expect(queryOf(termsOf('po'), 'o', 'lastStart')).toBe(`'wopo'`);
    expect(queryOf(termsOf('pos'), 'o', 'lastStart')).toBe(`'wopos':*`);
    expect(queryOf(termsOf('anabia whi'), 'l', 'lastStart')).toBe(
      `('wlanabia' | 'clanabia') & ('wlwhi':* | 'clwhi':*) & ('wlanabia' | 'wlwhi':*)`,
    );
  });

  it('takes a word in its other forms, but begins no other word with them', () => {
    expect(queryOf(termsOf('dips'), 'a', 'start')).toBe(`('wadips':* | 'wadip')`);
    expect(queryOf(termsOf('lab-dips'), 'a', 'whole')).toBe(
      `(('walabdips' | 'walabdip') | ('walab' & ('wadips' | 'wadip')))`,
    );
  });

  it('lets nothing that was typed be read as its own signs', () =>
    expect(queryOf(termsOf(`a'b\\c:*|!d`), 'o', 'whole')).toBe(`('woabcd' | ('woa' & 'wob' & 'woc' & 'wod'))`));
});

describe('slips', () => {
  it.each([
    ['po1128', 'po1182', 'two swapped'],
    ['po182', 'po1182', 'one left out'],
    ['po11182', 'po1182', 'one too many'],
    ['po1172', 'po1182', 'another digit'],
    ['nayv', 'navy', 'two letters swapped'],
    ['po1o', 'po10', 'the letter o for a nought'],
  ])('%s may be %s: %s', (typed, meant) => expect(slipsOf(typed)).toContain(meant));

  it('are not looked for in a letter or two, nor in whole sentences', () => {
    expect(slipsOf('po')).toEqual([]);
    expect(slipsOf('x'.repeat(25))).toEqual([]);
  });
});

describe('marks', () => {
  it.each([
    ['PO-1182', 'po1182', ['PO-1182']],
    ['PO-1182', 'po 11', ['PO', '11']],
    ['PO-1182', '1182', ['1182']],
    ['Forza Uomo · Single jersey', 'jers', ['jers']],
    ['(157-12345675), late', '157-12345675', ['157-12345675']],
    ['Crème', 'creme', ['Crème']],
    ['Lab dip R1 · Cobalt', 'dips', ['dip']],
    ['Black', 'white', []],
  ])('in %s for %s', (text, query, words) => expect(marked(text, query)).toEqual(words));

  it('a word that was meant is marked whole', () => {
    expect(marked('Black · C1', 'blakc', ['black'])).toEqual(['Black']);
    expect(marked('PO-1182', 'PO-1128', ['po1182'])).toEqual(['PO-1182']);
  });
});
