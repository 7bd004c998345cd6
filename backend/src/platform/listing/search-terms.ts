/** As in the function of the database that cuts texts into words (`search_marked`): blanks and punctuation stand between them. */
const PUNCTUATION = String.raw`!-\/:-@\[-\x60{-~·–—‘’“”…`;
const BETWEEN = new RegExp(`[\\s${PUNCTUATION}]+`, 'g');
export const PART = new RegExp(`[^\\s${PUNCTUATION}]+`, 'g');
const LONGEST_WORD = 60;
const MOST_TERMS = 8;
/** A shorter word is no beginning of another: all that begins so would have to be read. */
export const SHORT = 3;

/** What somebody typed between two blanks: whole (`po1182`), and in its parts (`po`, `1182`). */
export interface Term {
  whole: string;
  parts: string[];
}

/** Without accents and in lower case, as the words of the database are. */
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

/** A term as a tsquery over words that were cut like it. @param mark what stands before each of them */
export function lexemesOf({ whole, parts }: Term, mark: string, reach: Reach): string {
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
