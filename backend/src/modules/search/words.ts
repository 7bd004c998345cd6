import { fold, formsOf, lexemesOf, PART, SHORT, type Reach, type Term } from '../../platform/listing/search-terms';

/** The whole query as one number: `PO 1182` and `po-1182` are `po1182`. */
export const keyOf = (terms: readonly Term[]): string => terms.map(({ whole }) => whole).join('');

/**
 * The terms as a tsquery over `search_entries.words` for things of one kind: each term stands in the thing's own text (`w`)
 * or in that of what it lies under (`c`), one of them at least in its own. So `anabia white` finds the white lines of
 * ANABIA, and not all that ANABIA has.
 * @param letter of the kind
 */
export function queryOf(terms: readonly Term[], letter: string, reach: Reach): string {
  const reachOf = (at: number) => (reach === 'lastStart' && at < terms.length - 1 ? 'whole' : reach);
  const own = terms.map((term, at) => lexemesOf(term, `w${letter}`, reachOf(at)));
  if (terms.length === 1) return own.join('');
  const anywhere = terms.map((term, at) => `(${own[at]} | ${lexemesOf(term, `c${letter}`, reachOf(at))})`);
  return `${anywhere.join(' & ')} & (${own.join(' | ')})`;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const isDigit = (letter: string | undefined): boolean => letter !== undefined && DIGITS.includes(letter);

/**
 * What may have been meant by a word with one slip in it: a letter or digit too many, too few, another one, or two
 * swapped. Numbers lie too close together for trigrams to tell them apart; these are looked up one by one.
 */
export function slipsOf(word: string): string[] {
  if (word.length < SHORT || word.length > 24) return [];
  const slips = new Set<string>();
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    const [left, here] = [before.at(-1), after[0]];
    if (here !== undefined) slips.add(before + after.slice(1));
    if (after.length > 1) slips.add(before + after[1] + here + after.slice(2));
    const nextToDigit = isDigit(left) || isDigit(here);
    const nextToLetter = (left !== undefined && !isDigit(left)) || (here !== undefined && !isDigit(here));
    for (const letter of `${nextToDigit ? DIGITS : ''}${nextToLetter ? LETTERS : ''}`)
      slips.add(before + letter + after);
    if (here === undefined) continue;
    for (const letter of isDigit(here) ? DIGITS : LETTERS + DIGITS) slips.add(before + letter + after.slice(1));
  }
  slips.delete(word);
  return [...slips];
}

/** A stretch of a text: `from` is its first character, `to` the first after it. */
export interface Mark {
  from: number;
  to: number;
}

/**
 * Where a text holds what was asked, to be shown in it: words that begin with a term or with one of its parts, tokens
 * that do when their punctuation is left out, and words that were taken for what was meant (`meant`).
 */
export function marksIn(text: string, terms: readonly Term[], meant: ReadonlySet<string>): Mark[] {
  const starts = terms.flatMap(({ whole, parts }) => [whole, ...parts, ...parts.flatMap(formsOf)]);
  return [...text.matchAll(/\S+/g)].flatMap(({ 0: token, index }) => {
    const parts = [...token.matchAll(PART)];
    const whole = parts.map(([part]) => fold(part)).join('');
    const [first] = parts;
    const asWhole = terms.some(
      ({ whole: typed }) => typed.length > (first?.[0].length ?? 0) && whole.startsWith(typed),
    );
    if (parts.length > 1 && (asWhole || meant.has(whole))) return [inside(token, index)];
    return parts.flatMap(({ 0: part, index: at }) => {
      const word = fold(part);
      const typed = Math.max(0, ...starts.filter((start) => word.startsWith(start)).map(({ length }) => length));
      const length = meant.has(word) ? part.length : Math.min(typed, part.length);
      return length ? [{ from: index + at, to: index + at + length }] : [];
    });
  });
}

/** A token without the punctuation around it. */
function inside(token: string, index: number): Mark {
  const parts = [...token.matchAll(PART)];
  const last = parts.at(-1);
  return { from: index + (parts[0]?.index ?? 0), to: index + (last ? last.index + last[0].length : token.length) };
}
