import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stands between the parts of `PO-1182` and `lab_dip.pdf`; `search/words.ts` has the same. */
const PUNCTUATION = String.raw`!-/:-@\[-\x60{-~·–—‘’“”…`;

/**
 * How a text becomes words, alike for what is stored and for what is asked: without accents, in lower case, each
 * blank-separated token whole without its punctuation (`po1182`) and in its parts (`po`, `1182`). Regular expressions over
 * the whole text, not a row each for its tokens: that took twenty times as long.
 */
const WORDS = [
  String.raw`CREATE FUNCTION search_fold(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT lower(CASE WHEN octet_length(value) = char_length(value) AND char_length(value) < 100 THEN value
      ELSE regexp_replace(regexp_replace(normalize(value, NFKD), '[\u0300-\u036F]', '', 'g'), '(\S{60})\S+', '\1', 'g') END) $$`,
  String.raw`CREATE FUNCTION search_key(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT regexp_replace(search_fold(value), '[\s${PUNCTUATION}]+', '', 'g') $$`,
  `CREATE FUNCTION search_letter(kind text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE kind WHEN 'sample' THEN 'a' WHEN 'proforma_invoice' THEN 'i' WHEN 'letter_of_credit' THEN 'b'
                     WHEN 'shipment' THEN 'h' ELSE left(kind, 1) END $$`,
  // Two letters before each word say where it is from: w its own or c what it lies under, then its kind; m is whose order.
  String.raw`CREATE FUNCTION search_marked(mark text, folded text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT array_remove(
      string_to_array(mark || regexp_replace(folded, '[\s${PUNCTUATION}]+', ' ' || mark, 'g') || ' ' ||
        mark || regexp_replace(regexp_replace(folded, '[${PUNCTUATION}]+', '', 'g'), '\s+', ' ' || mark, 'g'), ' '), mark) $$`,
  `CREATE FUNCTION search_lexemes(kind text, number text, own text, context text, merchandiser_id uuid) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT array_to_tsvector(
      search_marked('w' || search_letter(kind), search_fold(own)) || search_marked('c' || search_letter(kind), search_fold(context)) ||
      array_remove(ARRAY['w' || search_letter(kind) || nullif(number, ''), 'm' || merchandiser_id::text], NULL)) $$`,
];

const OF_ORDER = `concat_ws(' ', o.order_number, o.customer_name, o.buyer_name, o.fabric_type)`;
const SAMPLE_NAMES = `CASE s.type WHEN 'lab_dip' THEN 'Lab dip' WHEN 'strike_off' THEN 'Strike-off' WHEN 'bulk_swatch' THEN 'Bulk swatch'
  WHEN 'pp_sample' THEN 'PP sample' WHEN 'hand_loom' THEN 'Handloom' ELSE 'Presentation' END`;

/** What is found, and by which words. A thing whose order is in the trash is not there. */
const SOURCES = `CREATE VIEW search_sources AS
  SELECT 'order' AS kind, o.id AS record_id, o.id AS order_id, o.merchandiser_id, o.created_at, o.order_number AS number,
    o.order_number::text AS title, concat_ws(' · ', nullif(o.buyer_name, o.customer_name), o.customer_name, o.fabric_type) AS detail,
    concat_ws(' ', o.order_number, o.customer_name, o.buyer_name, o.season, o.fabric_type, o.fabric_composition, o.mill_name,
      o.base_style_number, o.style_number, o.cad) AS own,
    '' AS context
  FROM orders o WHERE o.deleted_at IS NULL
  UNION ALL
  SELECT 'style', s.id, o.id, o.merchandiser_id, s.created_at, s.style_number, s.style_number::text,
    concat_ws(' · ', s.description, s.fabric_type), concat_ws(' ', s.style_number, s.description), ${OF_ORDER}
  FROM order_styles s JOIN orders o ON o.id = s.order_id WHERE s.deleted_at IS NULL AND o.deleted_at IS NULL
  UNION ALL
  SELECT 'line', l.id, o.id, o.merchandiser_id, l.created_at, coalesce(l.color_name, l.color_code, l.cad_name, l.cad_code),
    concat_ws(' · ', l.color_name, l.color_code, l.cad_name, l.cad_code), s.style_number::text,
    concat_ws(' ', l.color_name, l.color_code, l.cad_name, l.cad_code),
    concat_ws(' ', s.style_number, s.description, ${OF_ORDER})
  FROM order_lines l JOIN order_styles s ON s.id = l.style_id JOIN orders o ON o.id = l.order_id
  WHERE l.deleted_at IS NULL AND o.deleted_at IS NULL AND coalesce(l.color_name, l.color_code, l.cad_name, l.cad_code) IS NOT NULL
  UNION ALL
  SELECT 'sample', s.id, o.id, o.merchandiser_id, s.created_at, s.awb_number,
    concat_ws(' · ', ${SAMPLE_NAMES} || ' R' || s.version, l.color_name),
    concat_ws(' · ', s.courier_name, s.awb_number, s.recipient, s.rejection_reason, s.approval_notes, s.notes),
    concat_ws(' ', ${SAMPLE_NAMES}, s.courier_name, s.awb_number, s.recipient, s.rejection_reason, s.approval_notes, s.notes),
    concat_ws(' ', l.color_name, l.color_code, l.cad_name, l.cad_code, ${OF_ORDER})
  FROM samples s JOIN orders o ON o.id = s.order_id LEFT JOIN order_lines l ON l.id = s.order_line_id
  WHERE s.deleted_at IS NULL AND o.deleted_at IS NULL
  UNION ALL
  SELECT 'proforma_invoice', p.id, o.id, o.merchandiser_id, p.created_at, p.pi_number, p.pi_number::text, '',
    p.pi_number, ${OF_ORDER}
  FROM proforma_invoices p JOIN orders o ON o.id = p.order_id WHERE p.deleted_at IS NULL AND o.deleted_at IS NULL
  UNION ALL
  SELECT 'letter_of_credit', c.id, o.id, o.merchandiser_id, c.created_at, c.lc_number, c.lc_number::text,
    coalesce(c.issuing_bank, ''), concat_ws(' ', c.lc_number, c.issuing_bank), ${OF_ORDER}
  FROM letters_of_credit c JOIN orders o ON o.id = c.order_id WHERE c.deleted_at IS NULL AND o.deleted_at IS NULL
  UNION ALL
  SELECT 'shipment', s.id, o.id, o.merchandiser_id, s.created_at, s.awb_number, s.awb_number::text, s.carrier_name::text,
    concat_ws(' ', s.awb_number, s.carrier_name), ${OF_ORDER}
  FROM shipments s JOIN orders o ON o.id = s.order_id WHERE s.deleted_at IS NULL AND o.deleted_at IS NULL
  UNION ALL
  SELECT 'document', d.id, o.id, o.merchandiser_id, d.created_at, d.file_name, d.file_name::text, coalesce(d.description, ''),
    concat_ws(' ', d.file_name, d.description), ${OF_ORDER}
  FROM order_documents d JOIN orders o ON o.id = d.order_id WHERE d.is_current AND d.deleted_at IS NULL AND o.deleted_at IS NULL
  UNION ALL
  SELECT 'comment', c.id, o.id, o.merchandiser_id, c.created_at, NULL, left(c.body, 200), coalesce(u.full_name, ''), c.body, ${OF_ORDER}
  FROM order_comments c JOIN orders o ON o.id = c.order_id LEFT JOIN user_profiles u ON u.id = c.author_id
  WHERE c.deleted_at IS NULL AND o.deleted_at IS NULL`;

/** What is as before is not written. A word is learnt once; two people at once may learn it twice, which harms nobody and locks nothing. */
const ENTER = [
  `CREATE FUNCTION search_enter(kind_ text, records uuid[]) RETURNS bigint LANGUAGE plpgsql AS $$
  DECLARE changed bigint;
  BEGIN
    WITH fresh AS MATERIALIZED (
      SELECT kind, record_id, order_id, merchandiser_id, created_at, search_key(number) AS number, title,
             left(detail, 300) AS detail, search_lexemes(kind, search_key(number), own, context, merchandiser_id) AS words
      FROM search_sources WHERE kind = kind_ AND record_id = ANY (records)
    ), gone AS (
      DELETE FROM search_entries e
      WHERE e.kind = kind_ AND e.record_id = ANY (records) AND NOT EXISTS (SELECT FROM fresh f WHERE f.record_id = e.record_id)
      RETURNING 1
    ), entered AS (
      INSERT INTO search_entries AS e (kind, record_id, order_id, merchandiser_id, created_at, number, title, detail, words)
      SELECT kind, record_id, order_id, merchandiser_id, created_at, number, title, detail, words FROM fresh
      ON CONFLICT (kind, record_id) DO UPDATE
        SET order_id = excluded.order_id, merchandiser_id = excluded.merchandiser_id, number = excluded.number,
            title = excluded.title, detail = excluded.detail, words = excluded.words
        WHERE (e.order_id, e.merchandiser_id, e.title, e.detail, e.words)
          IS DISTINCT FROM (excluded.order_id, excluded.merchandiser_id, excluded.title, excluded.detail, excluded.words)
      RETURNING e.words
    ), learnt AS (
      INSERT INTO search_vocabulary (word)
      SELECT DISTINCT substr(lexeme, 3) FROM entered CROSS JOIN unnest(tsvector_to_array(entered.words)) lexeme
      WHERE lexeme LIKE 'w%' AND NOT EXISTS (SELECT FROM search_vocabulary v WHERE v.word = substr(lexeme, 3))
    )
    SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM entered) INTO changed;
    RETURN changed;
  END $$`,
  `CREATE FUNCTION search_enter_orders(orders_ uuid[]) RETURNS void LANGUAGE plpgsql AS $$
  DECLARE part record;
  BEGIN
    FOR part IN
      SELECT kind, array_agg(record_id) AS records
      FROM (SELECT kind, record_id FROM search_sources WHERE order_id = ANY (orders_)
            UNION SELECT kind, record_id FROM search_entries WHERE order_id = ANY (orders_)) under
      GROUP BY kind
    LOOP PERFORM search_enter(part.kind, part.records); END LOOP;
  END $$`,
  // What an order, a style or a line is called is context to what lies under it.
  `CREATE FUNCTION search_follow() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE kind_ text := TG_ARGV[0]; records uuid[] := ARRAY(SELECT id FROM changed); orders_ uuid[];
  BEGIN
    IF records = '{}' THEN RETURN NULL; END IF;
    IF search_enter(kind_, records) > 0 AND TG_OP = 'UPDATE' AND kind_ IN ('order', 'style', 'line') THEN
      SELECT CASE WHEN kind_ = 'order' THEN records ELSE array_agg(DISTINCT row.value) END INTO orders_
      FROM (SELECT (to_jsonb(c) ->> 'order_id')::uuid AS value FROM changed c) row;
      PERFORM search_enter_orders(orders_);
    END IF;
    RETURN NULL;
  END $$`,
];

const TABLES: Readonly<Record<string, string>> = {
  order: 'orders',
  style: 'order_styles',
  line: 'order_lines',
  sample: 'samples',
  proforma_invoice: 'proforma_invoices',
  letter_of_credit: 'letters_of_credit',
  shipment: 'shipments',
  document: 'order_documents',
  comment: 'order_comments',
};

/** Once a statement, however many rows it wrote. */
const triggersOf = (kind: string, table: string): string[] =>
  (['INSERT', 'UPDATE', 'DELETE'] as const).map(
    (deed) => `CREATE TRIGGER ${table}_search_${deed.toLowerCase()} AFTER ${deed} ON ${table}
      REFERENCING ${deed === 'DELETE' ? 'OLD' : 'NEW'} TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION search_follow('${kind}')`,
  );

const FILL = [
  `INSERT INTO search_entries (kind, record_id, order_id, merchandiser_id, created_at, number, title, detail, words)
    SELECT kind, record_id, order_id, merchandiser_id, created_at, search_key(number), title, left(detail, 300),
           search_lexemes(kind, search_key(number), own, context, merchandiser_id) FROM search_sources`,
  `INSERT INTO search_vocabulary (word)
    SELECT DISTINCT substr(lexeme, 3) FROM search_entries CROSS JOIN unnest(tsvector_to_array(words)) lexeme WHERE lexeme LIKE 'w%'`,
];

/** Made when the tables are full: so they are made fastest. A short pending list keeps a search from reading a long one. */
const INDEXES = [
  `CREATE INDEX ix_search_entries_words ON search_entries USING gin (words) WITH (gin_pending_list_limit = 256)`,
  `CREATE INDEX ix_search_entries_kind ON search_entries (kind, created_at DESC)`,
  `CREATE INDEX ix_search_entries_merchandiser ON search_entries (merchandiser_id, kind, created_at DESC)`,
  `CREATE INDEX ix_search_entries_order ON search_entries (order_id)`,
  `CREATE INDEX ix_search_vocabulary_word ON search_vocabulary (word)`,
  `CREATE INDEX ix_search_vocabulary_similar ON search_vocabulary USING gin (word gin_trgm_ops) WITH (gin_pending_list_limit = 256)`,
];

/** What can be found, one row a thing, and every word that any of them ever had. Triggers alone write them (docs/adr/0009-search-entries.md). */
const ENTRIES = [
  `CREATE TABLE search_entries (
    kind varchar(20) NOT NULL, record_id uuid NOT NULL, order_id uuid NOT NULL, merchandiser_id uuid,
    created_at timestamptz NOT NULL, number text, title text NOT NULL, detail text NOT NULL, words tsvector NOT NULL)`,
  `CREATE TABLE search_vocabulary (word text NOT NULL)`,
];

const KEYS = [
  `ALTER TABLE search_entries ADD CONSTRAINT pk_search_entries PRIMARY KEY (kind, record_id)`,
  `ALTER TABLE search_entries ADD CONSTRAINT fk_search_entries_order_id
    FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE`,
];

export class Search1795263700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const triggers = Object.entries(TABLES).flatMap(([kind, table]) => triggersOf(kind, table));
    for (const statement of [...WORDS, ...ENTRIES, SOURCES, ...FILL, ...KEYS, ...INDEXES, ...ENTER, ...triggers])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.values(TABLES))
      for (const deed of ['insert', 'update', 'delete'])
        await runner.query(`DROP TRIGGER ${table}_search_${deed} ON ${table}`);
    await runner.query(`DROP FUNCTION search_follow(), search_enter_orders(uuid[]), search_enter(text, uuid[])`);
    await runner.query(`DROP VIEW search_sources`);
    await runner.query(`DROP TABLE search_entries, search_vocabulary`);
    await runner.query(
      `DROP FUNCTION search_lexemes(text, text, text, text, uuid), search_marked(text, text), search_key(text), search_letter(text), search_fold(text)`,
    );
  }
}
