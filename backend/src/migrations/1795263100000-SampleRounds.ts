import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Parcels are listed newest first or by the day they went; searches are substrings. */
const INDEXES = [
  `CREATE INDEX ix_parcels_created ON parcels (created_at DESC, id DESC) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_parcels_sent_on ON parcels (sent_on DESC, id DESC) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_parcels_search ON parcels USING gin
     ((coalesce(recipient, '') || ' ' || coalesce(awb_number, '') || ' ' || courier_name) gin_trgm_ops)`,
];

export class SampleRounds1795263100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "parcels" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "courier_name" character varying(255) NOT NULL, "awb_number" character varying(100), "recipient" character varying(255), "sent_on" date NOT NULL, "received_on" date, "notes" text, "created_by_id" uuid, CONSTRAINT "ck_parcels_received_on" CHECK (received_on >= sent_on), CONSTRAINT "pk_parcels" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "sample_options" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "sample_id" uuid NOT NULL, "label" character varying(1) NOT NULL, "notes" text, "remarks" text, "verdict" character varying(20), CONSTRAINT "ck_sample_options_verdict" CHECK (verdict IN ('approved', 'rejected', 'not_chosen')), CONSTRAINT "ck_sample_options_label" CHECK (label IN ('A', 'B', 'C', 'D', 'E', 'F')), CONSTRAINT "pk_sample_options" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_sample_options_approved" ON "sample_options"  ("sample_id") WHERE verdict = 'approved' AND deleted_at IS NULL`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_sample_options_label" ON "sample_options"  ("sample_id", "label") WHERE deleted_at IS NULL`,
    );
    await runner.query(
      `CREATE TABLE "colour_standards" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "sample_id" uuid NOT NULL, "illuminant" character varying(4) NOT NULL, "observer" character varying(2) NOT NULL, "l" numeric(7,4) NOT NULL, "a" numeric(7,4) NOT NULL, "b" numeric(7,4) NOT NULL, "formula" character varying(10) NOT NULL, "cmc_lightness" numeric(3,1), "cmc_chroma" numeric(3,1), "tolerance_limit" numeric(4,2) NOT NULL, CONSTRAINT "ck_colour_standards_positive" CHECK (cmc_lightness > 0 AND cmc_chroma > 0 AND tolerance_limit > 0), CONSTRAINT "ck_colour_standards_weights" CHECK (num_nulls(cmc_lightness, cmc_chroma) = CASE formula WHEN 'cmc' THEN 0 ELSE 2 END), CONSTRAINT "ck_colour_standards_formula" CHECK (formula IN ('cmc', 'ciede2000')), CONSTRAINT "ck_colour_standards_l" CHECK (l BETWEEN 0 AND 100), CONSTRAINT "ck_colour_standards_observer" CHECK (observer IN ('10', '2')), CONSTRAINT "ck_colour_standards_illuminant" CHECK (illuminant IN ('D65', 'TL84', 'A')), CONSTRAINT "pk_colour_standards" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_colour_standards_light" ON "colour_standards"  ("sample_id", "illuminant", "observer") WHERE deleted_at IS NULL`,
    );
    await runner.query(
      `CREATE TABLE "colour_measurements" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "standard_id" uuid NOT NULL, "option_id" uuid NOT NULL, "l" numeric(7,4) NOT NULL, "a" numeric(7,4) NOT NULL, "b" numeric(7,4) NOT NULL, CONSTRAINT "ck_colour_measurements_l" CHECK (l BETWEEN 0 AND 100), CONSTRAINT "pk_colour_measurements" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_colour_measurements_option_id" ON "colour_measurements"  ("option_id") `);
    await runner.query(
      `CREATE UNIQUE INDEX "uq_colour_measurements_option" ON "colour_measurements"  ("standard_id", "option_id") `,
    );
    await runner.query(`ALTER TABLE "samples" ADD "parcel_id" uuid`);
    await runner.query(`ALTER TABLE "samples" ADD "received_on" date`);
    await runner.query(`ALTER TABLE "samples" ADD "approval_condition" text`);
    await runner.query(`CREATE INDEX "ix_samples_parcel_id" ON "samples"  ("parcel_id") `);
    await runner.query(
      `ALTER TABLE "samples" ADD CONSTRAINT "ck_samples_approval_condition" CHECK (approval_condition IS NULL OR status = 'approved')`,
    );
    await runner.query(
      `ALTER TABLE "samples" ADD CONSTRAINT "ck_samples_received_on" CHECK (received_on >= submission_date AND received_on <= coalesce(decided_on, received_on))`,
    );
    await runner.query(
      `ALTER TABLE "parcels" ADD CONSTRAINT "fk_parcels_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "samples" ADD CONSTRAINT "fk_samples_parcel_id" FOREIGN KEY ("parcel_id") REFERENCES "parcels"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "sample_options" ADD CONSTRAINT "fk_sample_options_sample_id" FOREIGN KEY ("sample_id") REFERENCES "samples"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "colour_standards" ADD CONSTRAINT "fk_colour_standards_sample_id" FOREIGN KEY ("sample_id") REFERENCES "samples"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "colour_measurements" ADD CONSTRAINT "fk_colour_measurements_standard_id" FOREIGN KEY ("standard_id") REFERENCES "colour_standards"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "colour_measurements" ADD CONSTRAINT "fk_colour_measurements_option_id" FOREIGN KEY ("option_id") REFERENCES "sample_options"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    // Written by hand: what entities cannot say.
    for (const statement of INDEXES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "colour_measurements" DROP CONSTRAINT "fk_colour_measurements_option_id"`);
    await runner.query(`ALTER TABLE "colour_measurements" DROP CONSTRAINT "fk_colour_measurements_standard_id"`);
    await runner.query(`ALTER TABLE "colour_standards" DROP CONSTRAINT "fk_colour_standards_sample_id"`);
    await runner.query(`ALTER TABLE "sample_options" DROP CONSTRAINT "fk_sample_options_sample_id"`);
    await runner.query(`ALTER TABLE "samples" DROP CONSTRAINT "fk_samples_parcel_id"`);
    await runner.query(`ALTER TABLE "parcels" DROP CONSTRAINT "fk_parcels_created_by_id"`);
    await runner.query(`ALTER TABLE "samples" DROP CONSTRAINT "ck_samples_received_on"`);
    await runner.query(`ALTER TABLE "samples" DROP CONSTRAINT "ck_samples_approval_condition"`);
    await runner.query(`DROP INDEX "public"."ix_samples_parcel_id"`);
    await runner.query(`ALTER TABLE "samples" DROP COLUMN "approval_condition"`);
    await runner.query(`ALTER TABLE "samples" DROP COLUMN "received_on"`);
    await runner.query(`ALTER TABLE "samples" DROP COLUMN "parcel_id"`);
    await runner.query(`DROP INDEX "public"."uq_colour_measurements_option"`);
    await runner.query(`DROP INDEX "public"."ix_colour_measurements_option_id"`);
    await runner.query(`DROP TABLE "colour_measurements"`);
    await runner.query(`DROP INDEX "public"."uq_colour_standards_light"`);
    await runner.query(`DROP TABLE "colour_standards"`);
    await runner.query(`DROP INDEX "public"."uq_sample_options_label"`);
    await runner.query(`DROP INDEX "public"."uq_sample_options_approved"`);
    await runner.query(`DROP TABLE "sample_options"`);
    await runner.query(`DROP TABLE "parcels"`);
  }
}
