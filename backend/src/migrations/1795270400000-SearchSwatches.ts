import type { MigrationInterface, QueryRunner } from 'typeorm';

const NAME = `CASE s.type WHEN 'lab_dip' THEN 'Lab dip' WHEN 'strike_off' THEN 'Strike-off' WHEN 'bulk_swatch' THEN 'Bulk swatch'
  WHEN 'pp_sample' THEN 'PP sample' WHEN 'hand_loom' THEN 'Handloom' ELSE 'Presentation' END`;
const SAID = `s.courier_name, s.awb_number, s.recipient, s.rejection_reason, s.approval_notes, s.approval_condition, s.notes, swatches.notes, p.notes`;

/** A sample is found by what is written on its swatches and about its parcel, too. */
const SAMPLES = `CREATE VIEW search_samples AS
  SELECT 'sample' AS kind, s.id AS record_id, o.id AS order_id, o.merchandiser_id, s.created_at, s.awb_number AS number,
    concat_ws(' · ', ${NAME} || ' R' || s.version, l.color_name) AS title, concat_ws(' · ', ${SAID}) AS detail,
    concat_ws(' ', ${NAME}, ${SAID}, p.courier_name, p.awb_number) AS own,
    concat_ws(' ', l.color_name, l.color_code, l.cad_name, l.cad_code, o.order_number, o.customer_name, o.buyer_name, o.fabric_type) AS context
  FROM samples s JOIN orders o ON o.id = s.order_id
  LEFT JOIN order_lines l ON l.id = s.order_line_id
  LEFT JOIN parcels p ON p.id = s.parcel_id AND p.deleted_at IS NULL
  LEFT JOIN LATERAL (
    SELECT string_agg(concat_ws(' · ', w.notes, w.remarks), ' · ' ORDER BY w.label) AS notes
    FROM sample_options w WHERE w.sample_id = s.id AND w.deleted_at IS NULL) swatches ON TRUE
  WHERE s.deleted_at IS NULL AND o.deleted_at IS NULL`;

/** What the view said of samples is left out by the planner: its kind is a constant. */
const SOURCES = [
  `ALTER VIEW search_sources RENAME TO search_sources_but_samples`,
  `CREATE VIEW search_sources AS
    SELECT * FROM search_sources_but_samples WHERE kind <> 'sample' UNION ALL SELECT * FROM search_samples`,
];

const TRIGGERS = [
  `CREATE FUNCTION search_follow_swatches() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE records uuid[];
  BEGIN
    IF TG_TABLE_NAME = 'parcels' THEN records := ARRAY(SELECT s.id FROM samples s JOIN changed c ON c.id = s.parcel_id);
    ELSE records := ARRAY(SELECT DISTINCT c.sample_id FROM changed c); END IF;
    IF records <> '{}' THEN PERFORM search_enter('sample', records); END IF;
    RETURN NULL;
  END $$`,
  ...[
    ['sample_options', 'INSERT'],
    ['sample_options', 'UPDATE'],
    ['sample_options', 'DELETE'],
    ['parcels', 'UPDATE'],
  ].map(
    ([table, deed]) => `CREATE TRIGGER ${table}_search_${deed?.toLowerCase()} AFTER ${deed} ON ${table}
      REFERENCING ${deed === 'DELETE' ? 'OLD' : 'NEW'} TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION search_follow_swatches()`,
  ),
];

/** Those that the view says more of than before. */
const ENTER_AGAIN = `SELECT search_enter('sample', ARRAY(
  SELECT id FROM samples WHERE deleted_at IS NULL AND (approval_condition IS NOT NULL OR parcel_id IS NOT NULL)
  UNION SELECT sample_id FROM sample_options WHERE deleted_at IS NULL))`;

export class SearchSwatches1795270400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [SAMPLES, ...SOURCES, ...TRIGGERS, ENTER_AGAIN]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const trigger of ['insert', 'update', 'delete'])
      await runner.query(`DROP TRIGGER sample_options_search_${trigger} ON sample_options`);
    await runner.query(`DROP TRIGGER parcels_search_update ON parcels`);
    await runner.query(`DROP FUNCTION search_follow_swatches()`);
    await runner.query(`DROP VIEW search_sources`);
    await runner.query(`DROP VIEW search_samples`);
    await runner.query(`ALTER VIEW search_sources_but_samples RENAME TO search_sources`);
  }
}
