import type { ClientBase } from 'pg';
import { inLanes } from './lanes';

/** Kinds of what can be found, in parts of about the same number of rows. */
const PARTS = [
  ['sample', 'line', 'comment'],
  ['order', 'style', 'proforma_invoice', 'letter_of_credit', 'shipment', 'document'],
];

/** Stands for the mark of a kind, in words that are marked for each kind later. */
const MARK = String.raw`E'\x01'`;

/** The words of each order's context are worked out once, not for each of the dozen things that stand in it. */
const CONTEXTS = `
  CREATE UNLOGGED TABLE contexts AS
    SELECT context, array_to_string(search_marked(${MARK}, search_fold(context)), ' ') AS marked
      FROM (SELECT DISTINCT context FROM search_sources WHERE kind IN ('style', 'line')) of_orders`;

const ENTRIES = `
  INSERT INTO search_entries (kind, record_id, order_id, merchandiser_id, created_at, number, title, detail, words)
  SELECT kind, record_id, order_id, merchandiser_id, created_at, key, title, left(detail, 300),
    CASE WHEN c.marked IS NULL THEN search_lexemes(kind, key, own, context, merchandiser_id) ELSE
      search_lexemes(kind, key, own, '', merchandiser_id) || array_to_tsvector(string_to_array(replace(c.marked, ${MARK}, 'c' || search_letter(kind)), ' ')) END
    FROM search_sources CROSS JOIN LATERAL (SELECT search_key(number) AS key OFFSET 0) keyed LEFT JOIN contexts c USING (context)
   WHERE kind = ANY ($1)`;

const VOCABULARY = `
  INSERT INTO search_vocabulary (word) SELECT DISTINCT substr(lexeme, 3)
    FROM search_entries CROSS JOIN unnest(tsvector_to_array(words)) lexeme WHERE lexeme LIKE 'w%'`;

/** Enters what the triggers would have entered, all at once. @returns how many things can be found */
export async function fillSearch(lanes: readonly ClientBase[]): Promise<number> {
  const [first] = lanes;
  await first?.query(CONTEXTS);
  await first?.query('ANALYZE contexts');
  let found = 0;
  await inLanes(
    lanes,
    PARTS.map((kinds) => async (client) => {
      const { rowCount } = await client.query(ENTRIES, [kinds]);
      found += Number(rowCount);
    }),
  );
  await first?.query(VOCABULARY);
  return found;
}
