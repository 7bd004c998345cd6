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

/**
 * What a file is, by its name first, the folders it lay in then, the nearest before the others, and its type last: a picture
 * in a buying house is mostly of a swatch.
 * @param path its name, after those of its folders where it came in some: `Lab dips/White R2.jpg`
 * @param lines of its order, of which one may be named; where two are, neither is
 */
export function guessOf(path: string, contentType: string | null, lines: readonly NamedLine[] = []): Guess {
  const [fileName = '', ...folders] = path.split('/').reverse();
  const words = spell(fileName);
  const named = folders.reduce((known, folder) => known ?? kindIn(spell(folder).replace(ORDER, '')), kindIn(words));
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
      marks:
        Math.max(has(line.colorName), has(line.colorCode)) * 4 +
        Math.sign(has(line.cadName) + has(line.cadCode)) * 2 +
        Math.sign(has(line.styleNumber)),
    }))
    .filter(({ marks }) => marks > 0);
  const most = Math.max(...marked.map(({ marks }) => marks));
  const best = marked.filter(({ marks }) => marks === most);
  return best.length === 1 ? (best[0]?.id ?? null) : null;
}

/** `2026-11-02`, `20261102` or, day first as the trade writes it, `02.11.2026`. */
function dayIn(fileName: string): Day | null {
  const [, year, month, day] = /(?<!\d)(20\d\d)[-_.]?([01]\d)[-_.]?([0-3]\d)(?!\d)/.exec(fileName) ?? [];
  const [, lastDay, lastMonth, lastYear] = /(?<!\d)([0-3]\d)[-_.]([01]\d)[-_.](20\d\d)(?!\d)/.exec(fileName) ?? [];
  const found = year ? `${year}-${month}-${day}` : `${lastYear}-${lastMonth}-${lastDay}`;
  return isDay(found) ? found : null;
}
