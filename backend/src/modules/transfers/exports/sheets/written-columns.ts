import { type Reader, readPrepared } from '../../../../platform/database/prepared-read';
import { FORMULA_SIGNS } from '../../../../platform/values/csv-cell';
import type { CellKind, CsvRows, Heading } from '../sheet';
import { CAME_FIELDS, CAME_MIXED, cameOf, type Came } from './came';

/** A column whose cells Postgres writes: a hundred thousand orders have nine million. */
export interface WrittenColumn extends Heading {
  /** For a workbook. */
  sql: string;
  /** As it stands in CSV. */
  csv: string;
}

const SIGNS = [...FORMULA_SIGNS].map((sign) => sign.codePointAt(0)).join(', ');

/** Text of CSV that no spreadsheet reckons with: marked with $3 where `writtenCsv` is to put a ' before it. */
export const guarded = (sql: string): string =>
  `CASE WHEN ascii(${sql}) IN (${SIGNS}) THEN $3::text || ' ' || ${sql} ELSE ${sql} END`;

/** Written alike in both: none of it begins as a formula does. */
const ours =
  (kind: CellKind) =>
  (text: string, width: number, sql: string): WrittenColumn => ({ text, kind, width, sql, csv: sql });
export const words = ours('text');
export const number = ours('number');
export const step = ours('step');
export const day = (heading: string, sql: string): WrittenColumn => ours('day')(heading, 12, sql);
export const text = (heading: string, width: number, sql: string): WrittenColumn => ({
  ...words(heading, width, sql),
  csv: guarded(sql),
});
/** The first of the columns that tell what came: where it came in other units, `writtenCsv` puts in all of them. */
export const came = (heading: string, width: number, sql: string): WrittenColumn => ({
  ...number(heading, width, sql),
  csv: `CASE WHEN ${CAME_MIXED} THEN $3::text || l.id ELSE (${sql})::text END`,
});

/** Rows for a workbook: behind their cells the quantity and what came in other units, for `cameMixed`. @param from with `CAME_OF_LINE` */
export const recordsSql = (columns: readonly WrittenColumn[], from: string): string =>
  `SELECT ${columns.map(({ sql }, at) => `${sql} AS c${at}`).join(', ')}, l.quantity AS ordered, ${CAME_FIELDS.mixed} AS mixed ${from}`;

/**
 * Many rows as one text of CSV. A row as Postgres writes it is one of CSV in parentheses, but that `\` stands twice; what is
 * between two rows is looked for once in all of the text, where each row by itself would cost a sixth of the whole.
 * @param from with `CAME_OF_LINE`; $3: a mark that stands nowhere else   @param sums of the quantity and the unit of lines
 */
export const csvSql = (columns: readonly WrittenColumn[], from: string, sums: readonly string[] = []): string => `
  SELECT replace(replace(string_agg(cells, $3::text), ')' || $3 || '(', E'\\r\\n'), '\\\\', '\\') AS text, count(*)::int AS rows,
         ${[...sums, 'json_object_agg(id, mixed) FILTER (WHERE mixed IS NOT NULL) AS mixed'].join(', ')}
    FROM (SELECT ROW(${columns.map(({ csv }) => csv).join(', ')})::text AS cells, l.id, l.quantity, l.unit,
                 CASE WHEN ${CAME_MIXED} THEN json_build_object('quantity', l.quantity::text, 'mixed', (${CAME_FIELDS.mixed})::text) END AS mixed
                 ${from}) found`;

/** What `csvSql` finds. */
interface FoundCsv {
  /** In the parentheses of its first and its last row. */
  text: string | null;
  rows: number;
  /** Of lines that came in other units, by their ids. */
  mixed: Record<string, Mixed> | null;
}

interface Mixed {
  quantity: string | null;
  mixed: string | null;
}

export const cameMixed = (line: Mixed): Came =>
  cameOf({ ...line, delivered: null, deliveredPercent: null, difference: null });

/**
 * A batch of rows as CSV, and what else `csvSql` found of it.
 * @param name one for each text of SQL   @param cells of the columns from that of `came` on
 */
export async function readCsv<Sums extends object>(
  reader: Reader,
  [name, sql]: readonly [name: string, sql: string],
  values: readonly [ids: readonly string[], asked: unknown, mark: string],
  cells: (came: Came) => (string | null)[],
): Promise<CsvRows & Sums> {
  const [found] = (await readPrepared<FoundCsv & Sums>(reader, name, sql, values)) as [FoundCsv & Sums];
  const { text: records, mixed, ...counted } = found;
  found.text = null; // pg holds its rows long after they were read
  return { ...counted, text: records === null ? '' : writtenCsv(records, mixed, values[2], cells) } as CsvRows & Sums;
}

/** Puts in what Postgres only marked: what came in other units, and a ' before what begins as a formula does. Its space had such a cell quoted. */
function writtenCsv(
  records: string,
  mixed: FoundCsv['mixed'],
  mark: string,
  cells: (came: Came) => (string | null)[],
): string {
  const rows = `${records.slice(1, -1)}\r\n`.replaceAll(`${mark} `, "'");
  if (!mixed) return rows;
  const others = ','.repeat(cells(NOTHING_CAME).length - 1);
  return rows.replace(new RegExp(`${mark}([0-9a-f-]{36})${others}`, 'g'), (_, id: string) =>
    cells(cameMixed(mixed[id] ?? { quantity: null, mixed: null }))
      .map((cell) => cell ?? '')
      .join(','),
  );
}

const NOTHING_CAME: Came = { delivered: null, deliveredPercent: null, difference: null };
