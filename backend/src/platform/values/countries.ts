import { COUNTRIES } from './bic';

const region = new Intl.DisplayNames(['en'], { type: 'region' });

const WITH_ARTICLE: ReadonlySet<string> = new Set(['AE', 'GB', 'NL', 'PH', 'US']);

/** As a sentence has it: `Bangladesh` of `BD`, `the United Kingdom` of `GB`. ISO 3166-1. */
export const countryName = (code: string): string =>
  `${WITH_ARTICLE.has(code) ? 'the ' : ''}${region.of(code) ?? code}`;

const bare = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/&/g, ' AND ')
    .replace(/[^A-Z]+/g, ' ')
    .trim();

/** As banks write them besides; the second is no country's, but would be taken for one. */
const OTHERWISE: readonly (readonly [string, string | null])[] = [
  ['NEW JERSEY', null],
  ['UK', 'GB'],
  ['U K', 'GB'],
  ['GREAT BRITAIN', 'GB'],
  ['ENGLAND', 'GB'],
  ['SCOTLAND', 'GB'],
  ['USA', 'US'],
  ['U S A', 'US'],
  ['HONG KONG', 'HK'],
  ['MACAU', 'MO'],
  ['UAE', 'AE'],
  ['U A E', 'AE'],
  ['HOLLAND', 'NL'],
  ['TURKEY', 'TR'],
  ['KOREA', 'KR'],
  ['VIET NAM', 'VN'],
  ['CZECH REPUBLIC', 'CZ'],
  ['RUSSIAN FEDERATION', 'RU'],
];

/** The longest first: Guinea-Bissau before Guinea. */
const NAMES: readonly (readonly [string, string | null])[] = [
  ...OTHERWISE,
  ...[...COUNTRIES].map((code) => [bare(region.of(code) ?? code), code] as const),
].sort(([one], [other]) => other.length - one.length);

/** The country that an address ends in, or that a text names: `BD` of `ANY BANK IN BANGLADESH`. Null: none. */
export function countryNamedIn(text: string): string | null {
  let left = ` ${bare(text)} `;
  let found: { code: string; at: number } | null = null;
  for (const [name, code] of NAMES) {
    const at = left.lastIndexOf(` ${name} `);
    if (at < 0) continue;
    if (code && at > (found?.at ?? -1)) found = { code, at };
    left = left.replaceAll(` ${name} `, ` ${'.'.repeat(name.length)} `);
  }
  return found?.code ?? null;
}
