/** As in the migration that made the table: blanks and punctuation stand between words. */
const PUNCTUATION = String.raw`!-\/:-@\[-\x60{-~·–—‘’“”…`;
const BETWEEN = new RegExp(`[\\s${PUNCTUATION}]+`, 'g');
const PART = new RegExp(`[^\\s${PUNCTUATION}]+`, 'g');
const LONGEST_WORD = 60;
const MOST_TERMS = 8;
const SHORT = 3;

/** What somebody typed between two blanks: whole (`po1182`), and in its parts (`po`, `1182`). */
export interface Term {
  whole: string;
  parts: string[];
}

/** Without accents and in lower case, as the words of the table are. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

/** @returns the terms of a query, the first eight; empty when it holds no letter and no digit */
export function termsOf(query: string): Term[] {
  return fold(query)
    .split(/\s+/)
    .map((token) => token.split(BETWEEN).filter(Boolean))
    .filter((parts) => parts.length > 0)
    .slice(0, MOST_TERMS)
    .map((parts) => ({
      whole: parts.join('').slice(0, LONGEST_WORD),
      parts: parts.map((part) => part.slice(0, LONGEST_WORD)),
    }));
}

/** The whole query as one number: `PO 1182` and `po-1182` are `po1182`. */
export const keyOf = (terms: readonly Term[]): string => terms.map(({ whole }) => whole).join('');

/**
 * What else an English word may stand as: `dips` as `dip`, `deliveries` as `delivery`, `washed` as `wash`. Words that the
 * typed one begins are found anyhow.
 */
export function formsOf(word: string): string[] {
  if (!/^[a-z]{4,}$/.test(word)) return [];
  const bare = (ending: string) => word.slice(0, -ending.length);
  const forms: string[] = [];
  if (word.endsWith('ies')) forms.push(`${bare('ies')}y`);
  else if (/[^aeiou]y$/.test(word)) forms.push(`${bare('y')}ies`);
  if (/(ch|sh|s|x|z)es$/.test(word)) forms.push(bare('es'));
  if (/[^isu]s$/.test(word)) forms.push(bare('s'));
  const [, stem] = /^(.*[aeiouy].*)(?:ing|ed)$/.exec(word) ?? [];
  if (stem) forms.push(stem, `${stem}e`, ...(/([^aeiouy])\1$/.test(stem) ? [stem.slice(0, -1)] : []));
  return forms.filter((form) => form.length >= SHORT);
}

const quoted = (lexeme: string): string => `'${lexeme.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;

/**
 * How much of the words was typed. In the index only the last may be a beginning, and none of a letter or two: all that
 * begins so would have to be read, of words that were typed to their end as well.
 */
export type Reach = 'start' | 'whole' | 'lastStart';

function oneOf({ whole, parts }: Term, mark: string, reach: Reach): string {
  const one = (word: string): string => {
    const open = reach === 'start' || (reach === 'lastStart' && word.length >= SHORT);
    return `${quoted(mark + word)}${open ? ':*' : ''}`;
  };
  const lexeme = (word: string): string => {
    const forms = formsOf(word);
    return forms.length ? `(${[one(word), ...forms.map((form) => quoted(mark + form))].join(' | ')})` : one(word);
  };
  const last = parts.length - 1;
  const asParts = parts.map((part, at) => (at === last ? lexeme(part) : quoted(mark + part))).join(' & ');
  return parts.length > 1 ? `(${lexeme(whole)} | (${asParts}))` : lexeme(whole);
}

/**
 * The terms as a tsquery over `search_entries.words` for things of one kind: each term stands in the thing's own text (`w`)
 * or in that of what it lies under (`c`), one of them at least in its own. So `anabia white` finds the white lines of
 * ANABIA, and not all that ANABIA has.
 * @param letter of the kind
 */
export function queryOf(terms: readonly Term[], letter: string, reach: Reach): string {
  const reachOf = (at: number) => (reach === 'lastStart' && at < terms.length - 1 ? 'whole' : reach);
  const own = terms.map((term, at) => oneOf(term, `w${letter}`, reachOf(at)));
  if (terms.length === 1) return own.join('');
  const anywhere = terms.map((term, at) => `(${own[at]} | ${oneOf(term, `c${letter}`, reachOf(at))})`);
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
