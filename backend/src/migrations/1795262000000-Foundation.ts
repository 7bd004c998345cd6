import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists read newest first, by person and by ETD; searches are substrings; trashed rows are in no list. */
const INDEXES = [
  `CREATE INDEX ix_orders_created ON orders (created_at DESC, id DESC) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_orders_merchandiser_created ON orders (merchandiser_id, created_at DESC, id DESC) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_orders_etd ON orders (earliest_etd, id) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_orders_merchandiser_etd ON orders (merchandiser_id, earliest_etd, id) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_orders_search ON orders USING gin (search_text gin_trgm_ops)`,
  `CREATE UNIQUE INDEX uq_order_lines_colour_cad ON order_lines
     (style_id, coalesce(color_code, ''), coalesce(color_name, ''), coalesce(cad_code, ''), coalesce(cad_name, ''))
     WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_domain_events_stream ON domain_events (stream_id, sequence)`,
  `CREATE INDEX ix_domain_events_subject ON domain_events (subject_id, subject_version)`,
  `CREATE INDEX ix_domain_events_order ON domain_events (order_id, sequence DESC)`,
];

/**
 * History is append-only and chained: each event carries the hash of the one before it in its stream, taken under a lock
 * of the stream, so that neither a row nor their order can be changed unseen.
 */
const HISTORY = [
  `CREATE SEQUENCE domain_events_sequence`,
  `CREATE FUNCTION chain_domain_event() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     PERFORM pg_advisory_xact_lock(hashtextextended(NEW.stream_id::text, 0));
     NEW.sequence := nextval('domain_events_sequence');
     SELECT hash INTO NEW.previous_hash FROM domain_events
       WHERE stream_id = NEW.stream_id ORDER BY sequence DESC LIMIT 1;
     NEW.hash := encode(sha256(convert_to(concat_ws('|', coalesce(NEW.previous_hash, ''), NEW.id, NEW.stream_id, NEW.name,
       NEW.subject_type, NEW.subject_id, coalesce(NEW.actor_id::text, ''), NEW.data::text,
       to_char(NEW.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')), 'UTF8')), 'hex');
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER domain_events_chain BEFORE INSERT ON domain_events FOR EACH ROW EXECUTE FUNCTION chain_domain_event()`,
  `CREATE FUNCTION refuse_history_change() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN RAISE EXCEPTION 'domain_events is append-only'; END $$`,
  `CREATE TRIGGER domain_events_append_only BEFORE UPDATE OR DELETE ON domain_events
   FOR EACH ROW EXECUTE FUNCTION refuse_history_change()`,
  `CREATE TRIGGER domain_events_no_truncate BEFORE TRUNCATE ON domain_events
   FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change()`,
];

export class Foundation1795262000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "number_counters" ("series" text NOT NULL, "value" bigint NOT NULL, CONSTRAINT "pk_number_counters" PRIMARY KEY ("series"))`,
    );
    await runner.query(
      `CREATE TABLE "domain_events" ("id" uuid NOT NULL, "sequence" bigint NOT NULL, "stream_id" uuid NOT NULL, "name" text NOT NULL, "subject_type" text NOT NULL, "subject_id" uuid NOT NULL, "subject_version" integer, "order_id" uuid, "order_line_id" uuid, "actor_id" uuid, "data" jsonb NOT NULL DEFAULT '{}', "occurred_at" TIMESTAMP WITH TIME ZONE NOT NULL, "recorded_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(), "request_id" text, "previous_hash" text, "hash" text NOT NULL, CONSTRAINT "pk_domain_events" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "event_deliveries" ("event_id" uuid NOT NULL, "handler" text NOT NULL, "delivered_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "pk_event_deliveries" PRIMARY KEY ("event_id", "handler"))`,
    );
    await runner.query(
      `CREATE TABLE "idempotency_keys" ("user_id" uuid NOT NULL, "key" text NOT NULL, "request_hash" text NOT NULL, "status" integer, "body" json, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "pk_idempotency_keys" PRIMARY KEY ("user_id", "key"))`,
    );
    await runner.query(`CREATE INDEX "ix_idempotency_keys_created_at" ON "idempotency_keys"  ("created_at") `);
    await runner.query(
      `CREATE TABLE "user_profiles" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "email" character varying(254) NOT NULL, "full_name" character varying(255) NOT NULL, "role" character varying(20) NOT NULL DEFAULT 'merchandiser', "phone" character varying(20), "department" character varying(100), "is_active" boolean NOT NULL DEFAULT true, "is_staff" boolean NOT NULL DEFAULT false, "is_superuser" boolean NOT NULL DEFAULT false, "metadata" jsonb NOT NULL DEFAULT '{}', "password_hash" character varying(255) NOT NULL, "last_login_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "ck_user_profiles_role" CHECK (role IN ('admin', 'manager', 'merchandiser')), CONSTRAINT "pk_user_profiles" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "uq_user_profiles_email" ON "user_profiles"  ("email") `);
    await runner.query(
      `CREATE TABLE "sessions" ("id" uuid NOT NULL, "user_id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "revoked_at" TIMESTAMP WITH TIME ZONE, "user_agent" character varying(300), CONSTRAINT "pk_sessions" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_sessions_user_id" ON "sessions"  ("user_id") `);
    await runner.query(
      `CREATE TABLE "refresh_tokens" ("id" uuid NOT NULL, "session_id" uuid NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "used_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "pk_refresh_tokens" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_refresh_tokens_session_id" ON "refresh_tokens"  ("session_id") `);
    await runner.query(
      `CREATE TABLE "orders" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "uid" uuid NOT NULL, "order_number" character varying(50) NOT NULL, "customer_name" character varying(255) NOT NULL, "buyer_name" character varying(255), "season" character varying(60), "base_style_number" character varying(100), "style_number" character varying(100), "cad" character varying(255), "fabric_type" character varying(255) NOT NULL, "fabric_specifications" text, "fabric_composition" character varying(255), "gsm" numeric(10,2), "finish_type" character varying(100), "construction" character varying(100), "mill_name" character varying(255), "mill_price" numeric(14,4), "prova_price" numeric(14,4), "currency" character varying(3) NOT NULL DEFAULT 'USD', "quantity" numeric(14,3), "unit" character varying(20), "color_quantity_breakdown" jsonb NOT NULL DEFAULT '[]', "colorways" jsonb NOT NULL DEFAULT '[]', "approval_status" jsonb NOT NULL DEFAULT '{}', "metadata" jsonb NOT NULL DEFAULT '{}', "etd" date, "eta" date, "earliest_etd" date, "order_date" date, "expected_delivery_date" date, "actual_delivery_date" date, "status" character varying(20) NOT NULL DEFAULT 'upcoming', "category" character varying(20) NOT NULL DEFAULT 'upcoming', "order_type" character varying(10) NOT NULL DEFAULT 'foreign', "current_stage" character varying(50) NOT NULL DEFAULT 'Design', "finished_fabric_quantity" numeric(14,3), "finished_fabric_unit" character varying(20), "process_loss_percent" numeric(5,2), "mixed_fabric_type" character varying(100), "mixed_fabric_percent" numeric(5,2), "notes" text, "merchandiser_id" uuid, "created_by_id" uuid, "search_text" text NOT NULL DEFAULT '', CONSTRAINT "ck_orders_mixed_fabric" CHECK (mixed_fabric_percent >= 0 AND mixed_fabric_percent < 100), CONSTRAINT "ck_orders_process_loss" CHECK (process_loss_percent >= 0 AND process_loss_percent < 100), CONSTRAINT "ck_orders_eta" CHECK (eta >= etd), CONSTRAINT "ck_orders_currency" CHECK (currency ~ '^[A-Z]{3}$'), CONSTRAINT "ck_orders_unit" CHECK (unit IN ('kg', 'g', 'lbs', 'meters', 'yards', 'pieces', 'rolls')), CONSTRAINT "ck_orders_quantity" CHECK (quantity > 0), CONSTRAINT "ck_orders_order_type" CHECK (order_type IN ('foreign', 'local')), CONSTRAINT "ck_orders_category" CHECK (category IN ('upcoming', 'running', 'archived')), CONSTRAINT "ck_orders_status" CHECK (status IN ('upcoming', 'in_development', 'running', 'bulk', 'completed', 'archived')), CONSTRAINT "pk_orders" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "uq_orders_uid" ON "orders"  ("uid") `);
    await runner.query(`CREATE INDEX "ix_orders_order_number" ON "orders"  ("order_number") `);
    await runner.query(
      `CREATE TABLE "order_styles" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "order_id" uuid NOT NULL, "sequence_number" integer NOT NULL DEFAULT '0', "style_number" character varying(150) NOT NULL, "description" text, "fabric_type" character varying(255), "fabric_specifications" text, "fabric_composition" character varying(255), "gsm" numeric(10,2), "finish_type" character varying(100), "construction" text, "cuttable_width" character varying(100), "finishing_width" character varying(100), "etd" date, "eta" date, "submission_date" date, "notes" text, CONSTRAINT "pk_order_styles" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_order_styles_order_id" ON "order_styles"  ("order_id", "sequence_number") `);
    await runner.query(
      `CREATE TABLE "order_lines" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "order_id" uuid NOT NULL, "style_id" uuid NOT NULL, "sequence_number" integer NOT NULL DEFAULT '0', "color_code" character varying(100), "color_name" character varying(255), "cad_code" character varying(100), "cad_name" character varying(255), "quantity" numeric(14,3), "unit" character varying(20) NOT NULL DEFAULT 'yards', "mill_name" character varying(255), "mill_price" numeric(14,4), "prova_price" numeric(14,4), "commission" numeric(14,4), "currency" character varying(3) NOT NULL DEFAULT 'USD', "etd" date, "eta" date, "submission_date" date, "approval_date" date, "approval_status" jsonb NOT NULL DEFAULT '{}', "status" character varying(20) NOT NULL DEFAULT 'upcoming', "notes" text, "swatch_received_date" date, "swatch_sent_date" date, "finished_fabric_quantity" numeric(14,3), "finished_fabric_unit" character varying(20), "process_loss_percent" numeric(5,2), "mixed_fabric_type" character varying(100), "mixed_fabric_percent" numeric(5,2), "yarn_required" numeric(14,3), "sewing_line" character varying(40), CONSTRAINT "ck_order_lines_mixed_fabric" CHECK (mixed_fabric_percent >= 0 AND mixed_fabric_percent < 100), CONSTRAINT "ck_order_lines_process_loss" CHECK (process_loss_percent >= 0 AND process_loss_percent < 100), CONSTRAINT "ck_order_lines_eta" CHECK (eta >= etd), CONSTRAINT "ck_order_lines_status" CHECK (status IN ('upcoming', 'in_development', 'running', 'bulk', 'completed', 'archived')), CONSTRAINT "ck_order_lines_currency" CHECK (currency ~ '^[A-Z]{3}$'), CONSTRAINT "ck_order_lines_unit" CHECK (unit IN ('kg', 'g', 'lbs', 'meters', 'yards', 'pieces', 'rolls')), CONSTRAINT "ck_order_lines_quantity" CHECK (quantity > 0), CONSTRAINT "pk_order_lines" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_order_lines_style_id" ON "order_lines"  ("style_id") `);
    await runner.query(`CREATE INDEX "ix_order_lines_order_id" ON "order_lines"  ("order_id", "sequence_number") `);
    await runner.query(
      `CREATE TABLE "approval_history" ("id" uuid NOT NULL, "order_id" uuid NOT NULL, "order_line_id" uuid, "approval_type" character varying(40) NOT NULL, "status" character varying(20) NOT NULL, "changed_by_id" uuid, "notes" text, "occurred_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "ck_approval_history_status" CHECK (status IN ('submission', 'resubmission', 'approved', 'rejected', 'cleared')), CONSTRAINT "pk_approval_history" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_approval_history_line" ON "approval_history"  ("order_line_id", "approval_type") `,
    );
    await runner.query(`CREATE INDEX "ix_approval_history_order" ON "approval_history"  ("order_id", "occurred_at") `);
    await runner.query(
      `ALTER TABLE "sessions" ADD CONSTRAINT "fk_sessions_user_id" FOREIGN KEY ("user_id") REFERENCES "user_profiles"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "refresh_tokens" ADD CONSTRAINT "fk_refresh_tokens_session_id" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "orders" ADD CONSTRAINT "fk_orders_merchandiser_id" FOREIGN KEY ("merchandiser_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "orders" ADD CONSTRAINT "fk_orders_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "order_styles" ADD CONSTRAINT "fk_order_styles_order_id" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "order_lines" ADD CONSTRAINT "fk_order_lines_order_id" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "order_lines" ADD CONSTRAINT "fk_order_lines_style_id" FOREIGN KEY ("style_id") REFERENCES "order_styles"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "approval_history" ADD CONSTRAINT "fk_approval_history_order_id" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "approval_history" ADD CONSTRAINT "fk_approval_history_order_line_id" FOREIGN KEY ("order_line_id") REFERENCES "order_lines"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "approval_history" ADD CONSTRAINT "fk_approval_history_changed_by_id" FOREIGN KEY ("changed_by_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    // Written by hand: what entities cannot say.
    await runner.query(`CREATE EXTENSION IF NOT EXISTS pg_trgm`);
    for (const statement of [...INDEXES, ...HISTORY]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER domain_events_append_only ON domain_events`);
    await runner.query(`DROP TRIGGER domain_events_no_truncate ON domain_events`);
    await runner.query(`DROP TRIGGER domain_events_chain ON domain_events`);
    await runner.query(`DROP FUNCTION refuse_history_change()`);
    await runner.query(`DROP FUNCTION chain_domain_event()`);
    await runner.query(`DROP SEQUENCE domain_events_sequence`);
    await runner.query(`ALTER TABLE "approval_history" DROP CONSTRAINT "fk_approval_history_changed_by_id"`);
    await runner.query(`ALTER TABLE "approval_history" DROP CONSTRAINT "fk_approval_history_order_line_id"`);
    await runner.query(`ALTER TABLE "approval_history" DROP CONSTRAINT "fk_approval_history_order_id"`);
    await runner.query(`ALTER TABLE "order_lines" DROP CONSTRAINT "fk_order_lines_style_id"`);
    await runner.query(`ALTER TABLE "order_lines" DROP CONSTRAINT "fk_order_lines_order_id"`);
    await runner.query(`ALTER TABLE "order_styles" DROP CONSTRAINT "fk_order_styles_order_id"`);
    await runner.query(`ALTER TABLE "orders" DROP CONSTRAINT "fk_orders_created_by_id"`);
    await runner.query(`ALTER TABLE "orders" DROP CONSTRAINT "fk_orders_merchandiser_id"`);
    await runner.query(`ALTER TABLE "refresh_tokens" DROP CONSTRAINT "fk_refresh_tokens_session_id"`);
    await runner.query(`ALTER TABLE "sessions" DROP CONSTRAINT "fk_sessions_user_id"`);
    await runner.query(`DROP INDEX "public"."ix_approval_history_order"`);
    await runner.query(`DROP INDEX "public"."ix_approval_history_line"`);
    await runner.query(`DROP TABLE "approval_history"`);
    await runner.query(`DROP INDEX "public"."ix_order_lines_order_id"`);
    await runner.query(`DROP INDEX "public"."ix_order_lines_style_id"`);
    await runner.query(`DROP TABLE "order_lines"`);
    await runner.query(`DROP INDEX "public"."ix_order_styles_order_id"`);
    await runner.query(`DROP TABLE "order_styles"`);
    await runner.query(`DROP INDEX "public"."ix_orders_order_number"`);
    await runner.query(`DROP INDEX "public"."uq_orders_uid"`);
    await runner.query(`DROP TABLE "orders"`);
    await runner.query(`DROP INDEX "public"."ix_refresh_tokens_session_id"`);
    await runner.query(`DROP TABLE "refresh_tokens"`);
    await runner.query(`DROP INDEX "public"."ix_sessions_user_id"`);
    await runner.query(`DROP TABLE "sessions"`);
    await runner.query(`DROP INDEX "public"."uq_user_profiles_email"`);
    await runner.query(`DROP TABLE "user_profiles"`);
    await runner.query(`DROP INDEX "public"."ix_idempotency_keys_created_at"`);
    await runner.query(`DROP TABLE "idempotency_keys"`);
    await runner.query(`DROP TABLE "event_deliveries"`);
    await runner.query(`DROP TABLE "domain_events"`);
    await runner.query(`DROP TABLE "number_counters"`);
  }
}
