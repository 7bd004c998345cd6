import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * All words of an entry of the history, and by `@` and `#` who did it and to which order: neither sign is part of a word.
 * An id is one word. With the schema before names, for a trigger may run without a search path.
 */
const WORDS = String.raw`CREATE FUNCTION event_words(name text, subject_type text, data jsonb, actor_id uuid, order_id uuid) RETURNS tsvector
   LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
   DECLARE
     told text := regexp_replace(regexp_replace(data::text, '\\[\\nrtbf]', ' ', 'g'),
       '([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})', '\1\2\3\4\5', 'g');
   BEGIN
     RETURN array_to_tsvector(array_remove(
       public.search_marked('', left(public.search_fold(concat_ws(' ', name, subject_type, told)), 100000)) ||
         ARRAY['@' || actor_id, '#' || order_id], NULL));
   END $$`;

/**
 * The audit is searched by words, which lie beside what was recorded and are no part of what is chained by hashes. Entries
 * that are there are written anew by the table itself: no row is updated, which the history refuses.
 */
export class EventWords1795391200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WORDS);
    await runner.query(
      `ALTER TABLE "domain_events" ADD "words" tsvector NOT NULL
         GENERATED ALWAYS AS (event_words(name, subject_type, data, actor_id, order_id)) STORED`,
    );
    await runner.query(`ALTER TABLE "domain_events" ALTER "words" DROP EXPRESSION`);
    await runner.query(`CREATE FUNCTION keep_event_words() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     NEW.words := event_words(NEW.name, NEW.subject_type, NEW.data, NEW.actor_id, NEW.order_id);
     RETURN NEW;
   END $$`);
    await runner.query(`CREATE TRIGGER domain_events_words BEFORE INSERT ON domain_events
   FOR EACH ROW EXECUTE FUNCTION keep_event_words()`);
    await runner.query(
      `CREATE INDEX ix_domain_events_words ON domain_events USING gin (words) WITH (gin_pending_list_limit = 256)`,
    );
    await runner.query(`ANALYZE domain_events`); // which words are frequent
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER domain_events_words ON domain_events`);
    await runner.query(`DROP FUNCTION keep_event_words()`);
    await runner.query(`ALTER TABLE "domain_events" DROP COLUMN "words"`);
    await runner.query(`DROP FUNCTION event_words(text, text, jsonb, uuid, uuid)`);
  }
}
