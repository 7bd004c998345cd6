import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A chain of hashes shows what was changed or taken out, but not that entries were cut off its end. So the number of
 * entries and the last hash of each stream are kept beside it: by the owner's trigger on `domain_events`, and by no other
 * way. What one request did is found by its id.
 */
export class HistoryEnds1795270310000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "domain_event_ends" ("stream_id" uuid NOT NULL, "entries" bigint NOT NULL, "hash" text NOT NULL, CONSTRAINT "pk_domain_event_ends" PRIMARY KEY ("stream_id"))`,
    );
    await runner.query(
      `INSERT INTO domain_event_ends (stream_id, entries, hash)
         SELECT stream_id, count(*), (array_agg(hash ORDER BY sequence DESC))[1] FROM domain_events GROUP BY stream_id`,
    );
    await runner.query(`CREATE FUNCTION keep_domain_event_end() RETURNS trigger
   LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
   BEGIN
     INSERT INTO domain_event_ends AS e (stream_id, entries, hash) VALUES (NEW.stream_id, 1, NEW.hash)
       ON CONFLICT (stream_id) DO UPDATE SET entries = e.entries + 1, hash = NEW.hash;
     RETURN NULL;
   END $$`);
    await runner.query(`CREATE FUNCTION guard_domain_event_ends() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF TG_OP IN ('INSERT', 'UPDATE') AND pg_trigger_depth() > 1 THEN RETURN NEW; END IF;
     RAISE EXCEPTION 'domain_event_ends only follows domain_events';
   END $$`);
    await runner.query(`CREATE TRIGGER domain_event_ends_guard BEFORE INSERT OR UPDATE OR DELETE ON domain_event_ends
   FOR EACH ROW EXECUTE FUNCTION guard_domain_event_ends()`);
    await runner.query(`CREATE TRIGGER domain_event_ends_no_truncate BEFORE TRUNCATE ON domain_event_ends
   FOR EACH STATEMENT EXECUTE FUNCTION guard_domain_event_ends()`);
    await runner.query(`CREATE TRIGGER domain_events_end AFTER INSERT ON domain_events
   FOR EACH ROW EXECUTE FUNCTION keep_domain_event_end()`);
    await runner.query(
      `CREATE INDEX ix_domain_events_request ON domain_events (request_id) WHERE request_id IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ix_domain_events_request`);
    await runner.query(`DROP TRIGGER domain_events_end ON domain_events`);
    await runner.query(`DROP TABLE "domain_event_ends"`);
    await runner.query(`DROP FUNCTION guard_domain_event_ends()`);
    await runner.query(`DROP FUNCTION keep_domain_event_end()`);
  }
}
