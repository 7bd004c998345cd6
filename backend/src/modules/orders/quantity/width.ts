import Decimal from 'decimal.js';

/** A width as a mill or a buyer writes it, in metres of the open fabric. */
export interface FabricWidth {
  /** What was written: `57/58 in`. */
  text: string;
  /** Of a range, the narrower: what can be cut. */
  narrow: Decimal;
  /** Of a range, the wider: the full width. */
  wide: Decimal;
  /** Written as a tube: the open width above is twice what was written. */
  isTube: boolean;
}

/** Exact: an inch is 0.0254 m. */
const METRES: Record<string, string> = { in: '0.0254', cm: '0.01', mm: '0.001', m: '1' };

const UNIT_WORDS: readonly [written: RegExp, unit: string][] = [
  [/^(in|inch|inches|"|''|″|”)$/, 'in'],
  [/^(cm|cms|centimet(?:re|er)s?)$/, 'cm'],
  [/^(mm|millimet(?:re|er)s?)$/, 'mm'],
  [/^(m|met(?:re|er)s?)$/, 'm'],
];

const NUMBER = String.raw`\d{1,4}(?:\.\d{1,3})?`;
const WIDTH = new RegExp(
  `^(${NUMBER})(?: ?[/-] ?(${NUMBER}))? ?([a-z]+|"|''|″|”)((?: (?:open|tube|tubular|width|full|cuttable|usable|finished))*)$`,
);

/** No machine knits or weaves wider. */
const WIDEST_METRES = 10;

/**
 * Reads a width: `60 in`, `58"`, `150 cm`, `1.5 m`, `57/58 in` (57 can be cut, 58 is the full width), `44 in tube` (88 in
 * when it is opened). @returns null where no width can be read; a number without its unit is none
 */
export function readWidth(text: string): FabricWidth | null {
  const found = WIDTH.exec(plain(text));
  if (!found) return null;
  const [, first = '', second = first, word = '', kind = ''] = found;
  const unit = UNIT_WORDS.find(([written]) => written.test(word))?.[1];
  const metres = unit && METRES[unit];
  if (!metres) return null;
  const isTube = /\btub/.test(kind);
  const [narrow, wide] = [first, second]
    .map((number) => new Decimal(number).times(metres).times(isTube ? 2 : 1))
    .sort((a, b) => a.cmp(b)) as [Decimal, Decimal];
  return narrow.gt(0) && wide.lte(WIDEST_METRES) ? { text: text.trim(), narrow, wide, isTube } : null;
}

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[()]/g, '')
    .replace(/(\d),(\d)/g, '$1.$2')
    .replace(/\s+/g, ' ')
    .replace(/[–—]/g, '-')
    .replace(/^(tube|tubular) (.*)$/, '$2 $1');
