import type { ListQuery } from '../../../platform/listing/list-definition';
import { EXPORT_NAMES, type SheetKind } from './export.vocabulary';

/** What a file says of itself. */
export interface About {
  kind: SheetKind;
  /** As `filterWords` tells it. */
  filter: string;
  takenAt: Date;
  takenBy: string;
  zone: string;
}

/** `22 Nov 2026, 00:10 (Asia/Dhaka)` */
export function momentWords(moment: Date, zone: string): string {
  const at = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' });
  return `${at.format(moment)} (${zone})`;
}

/** A line for each thing that a reader of the file asks: what, of which, when, by whom, how much. */
export function aboutLines({ kind, filter, takenAt, takenBy, zone }: About, rows: number): string[] {
  return [
    `Provabook: ${EXPORT_NAMES[kind]}`,
    `Filter: ${filter}`,
    `Taken: ${momentWords(takenAt, zone)} by ${takenBy}`,
    `Rows: ${rows.toLocaleString('en')}`,
  ];
}

/** `provabook-orders-20261122-0010.csv`, by the clock of the house. */
export function fileNameOf({ kind, takenAt, zone }: About, ending: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(takenAt);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  const stamp = `${of('year')}${of('month')}${of('day')}-${of('hour')}${of('minute')}`;
  return `provabook-${kind.replaceAll('_', '-')}-${stamp}.${ending}`;
}

/** `etdFrom` → `ETD from`, `merchandiserId` → `merchandiser` */
const nameWords = (name: string): string =>
  name
    .replace(/Id$/, '')
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replaceAll('_', ' ')
    .replace(/\b(etd|eta|lc|pi)\b/g, (letters) => letters.toUpperCase());

/** `newest first`, `by ETD, downwards`, `by order number` */
function orderWords({ name, descending }: ListQuery['ordering'][number]): string {
  if (name === 'createdAt') return descending ? 'newest first' : 'oldest first';
  return `by ${nameWords(name)}${descending ? ', downwards' : ''}`;
}

/**
 * What was asked of the list, in words: `status in development, bulk; search anabia; by ETD, downwards`.
 * @param names of the people that a filter means, by their ids
 */
export function filterWords({ filters, search, ordering }: ListQuery, names: ReadonlyMap<string, string>): string {
  const asked = Object.entries(filters).map(
    ([name, values]) =>
      `${nameWords(name)} ${values.map((value) => names.get(value) ?? value.replaceAll('_', ' ')).join(', ')}`,
  );
  if (search.length) asked.push(`search ${search.join(' ')}`);
  return [...(asked.length ? asked : ['everything that you may see']), ...ordering.map(orderWords)].join('; ');
}
