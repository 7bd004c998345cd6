import { isDay, type Day } from '../../../platform/values/day';
import type { DocumentCategory, DocumentSubcategory } from './document.vocabulary';

/** What a file seems to be, for a person to confirm. */
export interface Guess {
  category: DocumentCategory;
  subcategory: DocumentSubcategory | null;
  orderLineId: string | null;
  documentDate: Day | null;
}

/** How people name a line in the names of files. */
export interface NamedLine {
  id: string;
  styleNumber: string;
  colorName: string | null;
  colorCode: string | null;
  cadName: string | null;
  cadCode: string | null;
  /** From 1: more where a line was split. */
  part: number;
}

type Kind = Pick<Guess, 'category' | 'subcategory'>;

const kind = (category: DocumentCategory, subcategory: DocumentSubcategory | null = null): Kind => ({
  category,
  subcategory,
});

/** The first that fits counts: what is closer stands before what is wider. */
const WORDS: readonly (readonly [RegExp, Kind])[] = [
  [/^(?:re|fwd?)\b|\be ?mail\b|\b(?:eml|msg)$/, kind('email')],
  [/\b(?:lab ?dips?|ld)\b/, kind('sample', 'lab_dip')],
  [/\bstrike ?offs?\b/, kind('sample', 'strike_off')],
  [/\bhand ?looms?\b/, kind('sample', 'hand_loom')],
  [/\bpp\b|\bpre ?production\b/, kind('sample', 'pp_sample')],
  [/\b(?:test|tests|intertek|sgs|bureau veritas)\b/, kind('sample', 'quality_test')],
  [/\bbulk\b/, kind('sample', 'bulk_swatch')],
  [/\b(?:lc|l c|letter of credit|swift|mt ?70[07])\b/, kind('lc')],
  [/\b(?:pi|p i|pro ?forma)\b/, kind('pi')],
  [/\btech ?packs?\b/, kind('other', 'tech_pack')],
  [/\bpacking list\b/, kind('other', 'packing_list')],
  [/\b(?:artworks?|repeat|screens?)\b/, kind('other', 'artwork')],
  [/\b(?:po|purchase order)\b/, kind('other', 'purchase_order')],
  [/\b(?:swatch|sample|shade)\b/, kind('sample')],
];

/** What was found in a file: the words of its first page, the pixels of its picture. */
export interface Content {
  text?: string | null;
  width?: number | null;
  height?: number | null;
}

/** A heading stands in so many of the first letters of a page; what is said later is said of another paper. */
const HEADING = 400;

/** A bank's message: its fields, with colons as SWIFT prints them or as `40A FORM OF …`. */
const MT700 = /\bmt ?70[07]\b|\bform of documentary credit\b|\bissue of a documentary credit\b|:40a:|:31c:/i;

const HEADINGS: readonly (readonly [RegExp, Kind])[] = [
  [/\bpro[ -]?forma invoice\b/i, kind('pi')],
  [/\b(?:irrevocable )?documentary credit\b|\birrevocable letter of credit\b/i, kind('lc')],
  [/\btest report\b/i, kind('sample', 'quality_test')],
  [/\bpacking list\b/i, kind('other', 'packing_list')],
  [/\btech(?:nical)?[ -]?pack(?:age)?\b/i, kind('other', 'tech_pack')],
  [/\bpurchase order\b/i, kind('other', 'purchase_order')],
];

/** Pixels of the longer side from which a PNG is drawn for print: cameras write JPEG, and few screens are as wide. */
const DRAWN_FOR_PRINT = 3000;

/** What a file is by what is in it; null where that says nothing. */
export function kindOfContent({ text, width, height }: Content, contentType: string | null): Kind | null {
  if (contentType === 'image/png' && Math.max(width ?? 0, height ?? 0) >= DRAWN_FOR_PRINT)
    return kind('other', 'artwork');
  const page = text?.replace(/\s+/g, ' ').trim() ?? '';
  if (MT700.test(page)) return kind('lc');
  const heading = page.slice(0, HEADING);
  const found = HEADINGS.flatMap(([words, of]) => {
    const at = heading.search(words);
    return at < 0 ? [] : [{ at, of }];
  });
  return found.sort((a, b) => a.at - b.at)[0]?.of ?? null;
}

/**
 * What a file is, by its name first, what is in it then, the folders it lay in, the nearest before the others, and its type
 * last: a picture in a buying house is mostly of a swatch.
 * @param path its name, after those of its folders where it came in some: `Lab dips/White R2.jpg`
 * @param lines of its order, of which one may be named; where two are, neither is
 */
export function guessOf(
  path: string,
  contentType: string | null,
  lines: readonly NamedLine[] = [],
  content: Content = {},
): Guess {
  const [fileName = '', ...folders] = path.split('/').reverse();
  const words = spell(fileName);
  const found = kindIn(words) ?? kindOfContent(content, contentType) ?? undefined;
  const named = folders.reduce((known, folder) => known ?? kindIn(spell(folder).replace(ORDER, '')), found);
  return {
    ...(named ?? byType(contentType)),
    orderLineId: lineIn(words, lines) ?? lineIn(spell(path), lines),
    documentDate: dayIn(fileName),
  };
}

/** A folder of this name holds all of an order, not what the buyer wrote when placing it. */
const ORDER = /\bpo \d+\b/;

const kindIn = (words: string): Kind | undefined => WORDS.find(([word]) => word.test(words))?.[1];

function byType(contentType: string | null): Kind {
  if (contentType === 'message/rfc822' || contentType === 'application/vnd.ms-outlook') return kind('email');
  return kind(contentType?.startsWith('image/') ? 'sample' : 'other');
}

/** `LabDip_White-R2.pdf` → `lab dip white r2 pdf`: one space between words, letters and digits kept together. */
const spell = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function lineIn(words: string, lines: readonly NamedLine[]): string | null {
  /** How long a name is that is there, since Off White is no White; 0 for none. */
  const has = (name: string | null) => {
    const spelt = name ? spell(name) : '';
    return spelt.length > 1 && ` ${words} `.includes(` ${spelt} `) ? spelt.length : 0;
  };
  const marked = lines
    .map((line) => ({
      id: line.id,
      part: line.part,
      marks:
        Math.max(has(line.colorName), has(line.colorCode)) * 4 +
        Math.sign(has(line.cadName) + has(line.cadCode)) * 2 +
        Math.sign(has(line.styleNumber)),
    }))
    .filter(({ marks }) => marks > 0);
  const most = Math.max(...marked.map(({ marks }) => marks));
  const [best, ...others] = marked.filter(({ marks }) => marks === most).sort((a, b) => a.part - b.part);
  // Parts of a line that was split are called the same: what is named is the first.
  return others.every(({ part }) => part > 1) ? (best?.id ?? null) : null;
}

/** `2026-11-02`, `20261102` or, day first as the trade writes it, `02.11.2026`. */
function dayIn(fileName: string): Day | null {
  const [, year, month, day] = /(?<!\d)(20\d\d)[-_.]?([01]\d)[-_.]?([0-3]\d)(?!\d)/.exec(fileName) ?? [];
  const [, lastDay, lastMonth, lastYear] = /(?<!\d)([0-3]\d)[-_.]([01]\d)[-_.](20\d\d)(?!\d)/.exec(fileName) ?? [];
  const found = year ? `${year}-${month}-${day}` : `${lastYear}-${lastMonth}-${lastDay}`;
  return isDay(found) ? found : null;
}
