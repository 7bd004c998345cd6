import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The words of the first migration, for the way back. */
const CHAIN_OVER_LESS = `CREATE OR REPLACE FUNCTION chain_domain_event() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     PERFORM pg_advisory_xact_lock(hashtextextended(NEW.stream_id::text, 0));
     NEW.sequence := nextval('domain_events_sequence');
     SELECT hash INTO NEW.previous_hash FROM domain_events
       WHERE stream_id = NEW.stream_id ORDER BY sequence DESC LIMIT 1;
     NEW.hash := encode(sha256(convert_to(concat_ws('|', coalesce(NEW.previous_hash, ''), NEW.id, NEW.stream_id, NEW.name,
       NEW.subject_type, NEW.subject_id, coalesce(NEW.actor_id::text, ''), NEW.data::text,
       to_char(NEW.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')), 'UTF8')), 'hex');
     RETURN NEW;
   END $$`;

/**
 * The chain covers every column from now on: also when an event was recorded, of which line, and in which request.
 * Decisions on gates become append-only as events are, and outlive what they were about.
 */
export class HistoryGuard1795263600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE OR REPLACE FUNCTION chain_domain_event() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     PERFORM pg_advisory_xact_lock(hashtextextended(NEW.stream_id::text, 0));
     NEW.sequence := nextval('domain_events_sequence');
     SELECT hash INTO NEW.previous_hash FROM domain_events
       WHERE stream_id = NEW.stream_id ORDER BY sequence DESC LIMIT 1;
     NEW.hash := '2:' || encode(sha256(convert_to(jsonb_build_array(NEW.previous_hash, NEW.id, NEW.sequence, NEW.stream_id,
       NEW.name, NEW.subject_type, NEW.subject_id, NEW.subject_version, NEW.order_id, NEW.order_line_id, NEW.actor_id,
       NEW.data, to_char(NEW.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
       to_char(NEW.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), NEW.request_id)::text, 'UTF8')), 'hex');
     RETURN NEW;
   END $$`);
    await runner.query(`CREATE OR REPLACE FUNCTION refuse_history_change() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$`);
    for (const column of ['order_id', 'order_line_id', 'changed_by_id'])
      await runner.query(`ALTER TABLE "approval_history" DROP CONSTRAINT IF EXISTS "fk_approval_history_${column}"`);
    await runner.query(`CREATE TRIGGER approval_history_append_only BEFORE UPDATE OR DELETE ON approval_history
   FOR EACH ROW EXECUTE FUNCTION refuse_history_change()`);
    await runner.query(`CREATE TRIGGER approval_history_no_truncate BEFORE TRUNCATE ON approval_history
   FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER approval_history_no_truncate ON approval_history`);
    await runner.query(`DROP TRIGGER approval_history_append_only ON approval_history`);
    await runner.query(
      `ALTER TABLE "approval_history" ADD CONSTRAINT "fk_approval_history_changed_by_id" FOREIGN KEY ("changed_by_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "approval_history" ADD CONSTRAINT "fk_approval_history_order_line_id" FOREIGN KEY ("order_line_id") REFERENCES "order_lines"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "approval_history" ADD CONSTRAINT "fk_approval_history_order_id" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(`CREATE OR REPLACE FUNCTION refuse_history_change() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN RAISE EXCEPTION 'domain_events is append-only'; END $$`);
    await runner.query(CHAIN_OVER_LESS);
  }
}
