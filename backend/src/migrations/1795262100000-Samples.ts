import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists read newest first, also of one status or type; searches are substrings; trashed rows are in no list. */
const INDEXES = [
  `CREATE INDEX ix_samples_created ON samples (created_at DESC, id DESC) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_samples_status_created ON samples (status, created_at DESC, id DESC) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_samples_type_created ON samples (type, created_at DESC, id DESC) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_samples_submission_date ON samples (submission_date DESC NULLS LAST, id DESC) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_samples_search ON samples USING gin
     ((coalesce(recipient, '') || ' ' || coalesce(awb_number, '') || ' ' || coalesce(courier_name, '')) gin_trgm_ops)`,
];

export class Samples1795262100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "samples" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "attachment" character varying(300), "attachment_file_name" character varying(255), "attachment_content_type" character varying(100), "attachment_size" integer, "order_id" uuid NOT NULL, "order_line_id" uuid, "round_of_id" uuid NOT NULL, "type" character varying(20) NOT NULL, "version" integer NOT NULL, "status" character varying(20) NOT NULL DEFAULT 'pending', "submission_date" date, "recipient" character varying(255), "courier_name" character varying(255), "awb_number" character varying(100), "notes" text, "approval_notes" text, "rejection_reason" text, "decided_on" date, "decided_by_id" uuid, CONSTRAINT "ck_samples_attachment" CHECK (num_nulls(attachment, attachment_file_name, attachment_content_type, attachment_size) IN (0, 4)), CONSTRAINT "ck_samples_rejection_reason" CHECK ((status = 'rejected') = (rejection_reason IS NOT NULL)), CONSTRAINT "ck_samples_decided_on" CHECK (decided_on >= submission_date), CONSTRAINT "ck_samples_decided" CHECK ((status IN ('approved', 'rejected')) = (decided_on IS NOT NULL)), CONSTRAINT "ck_samples_submitted" CHECK (status = 'pending' OR submission_date IS NOT NULL), CONSTRAINT "ck_samples_version" CHECK (version > 0), CONSTRAINT "ck_samples_status" CHECK (status IN ('pending', 'submitted', 'approved', 'rejected')), CONSTRAINT "ck_samples_type" CHECK (type IN ('lab_dip', 'strike_off', 'bulk_swatch', 'pp_sample', 'hand_loom', 'presentation')), CONSTRAINT "pk_samples" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_samples_order_line_id" ON "samples"  ("order_line_id") `);
    await runner.query(`CREATE INDEX "ix_samples_order_id" ON "samples"  ("order_id", "created_at") `);
    await runner.query(`CREATE UNIQUE INDEX "uq_samples_round" ON "samples"  ("round_of_id", "type", "version") `);
    await runner.query(
      `ALTER TABLE "samples" ADD CONSTRAINT "fk_samples_order_id" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "samples" ADD CONSTRAINT "fk_samples_order_line_id" FOREIGN KEY ("order_line_id") REFERENCES "order_lines"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "samples" ADD CONSTRAINT "fk_samples_decided_by_id" FOREIGN KEY ("decided_by_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    // Written by hand: what entities cannot say.
    for (const statement of INDEXES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "samples" DROP CONSTRAINT "fk_samples_decided_by_id"`);
    await runner.query(`ALTER TABLE "samples" DROP CONSTRAINT "fk_samples_order_line_id"`);
    await runner.query(`ALTER TABLE "samples" DROP CONSTRAINT "fk_samples_order_id"`);
    await runner.query(`DROP INDEX "public"."uq_samples_round"`);
    await runner.query(`DROP INDEX "public"."ix_samples_order_id"`);
    await runner.query(`DROP INDEX "public"."ix_samples_order_line_id"`);
    await runner.query(`DROP TABLE "samples"`);
  }
}
