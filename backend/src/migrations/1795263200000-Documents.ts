import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One version of a document counts; the list of all files reads newest first; searches are substrings. */
const INDEXES = [
  `CREATE UNIQUE INDEX uq_order_documents_current ON order_documents (series_id) WHERE is_current`,
  `CREATE INDEX ix_order_documents_created ON order_documents (created_at DESC, id DESC) WHERE deleted_at IS NULL`,
  `CREATE INDEX ix_order_documents_search ON order_documents USING gin
     ((file_name || ' ' || coalesce(description, '')) gin_trgm_ops)`,
];

/**
 * The bytes of a row that is gone for good go too, whoever deleted it, an order's cascade included: a job for each of the
 * columns named, in the deleting transaction. What is in the trash is a row still, and keeps its file.
 */
const DISCARD_FILES = `
  CREATE FUNCTION discard_files() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO pgboss.job (name, data, retry_limit, retry_delay, retry_backoff, expire_in, policy)
    SELECT queue.name, jsonb_build_object('key', to_jsonb(OLD) ->> carried.name), queue.retry_limit, queue.retry_delay,
           queue.retry_backoff, queue.expire_seconds * interval '1 second', queue.policy
      FROM unnest(TG_ARGV) AS carried (name), pgboss.queue
     WHERE queue.name = 'discarded-files' AND to_jsonb(OLD) ->> carried.name IS NOT NULL;
    RETURN NULL;
  END $$`;

/** Table → its columns that hold the keys of files. */
const CARRIERS = {
  order_documents: ['file', 'thumbnail'],
  document_uploads: ['file'],
  samples: ['attachment'],
  shipments: ['documents'],
  proforma_invoices: ['pdf_file'],
  letters_of_credit: ['document'],
};

export class Documents1795263200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "document_uploads" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "order_id" uuid NOT NULL, "created_by_id" uuid NOT NULL, "file" character varying(300), "file_name" character varying(255) NOT NULL, "file_size" integer NOT NULL, CONSTRAINT "pk_document_uploads" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_document_uploads_created_by_id" ON "document_uploads"  ("created_by_id") `);
    await runner.query(`CREATE INDEX "ix_document_uploads_order_id" ON "document_uploads"  ("order_id") `);
    await runner.query(`CREATE INDEX "ix_document_uploads_created_at" ON "document_uploads"  ("created_at") `);
    await runner.query(
      `CREATE TABLE "order_documents" ("id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), "row_version" integer NOT NULL DEFAULT '1', "deleted_at" TIMESTAMP WITH TIME ZONE, "order_id" uuid NOT NULL, "order_line_id" uuid, "sample_id" uuid, "file" character varying(300) NOT NULL, "file_name" character varying(255) NOT NULL, "file_type" character varying(100) NOT NULL, "file_size" integer NOT NULL, "sha256" character(64) NOT NULL, "category" character varying(50) NOT NULL, "subcategory" character varying(50), "description" text, "document_date" date, "uploaded_by_id" uuid, "series_id" uuid NOT NULL, "version" integer NOT NULL, "replaces_id" uuid, "is_current" boolean NOT NULL, "thumbnail" character varying(300), "thumbnail_state" character varying(10) NOT NULL, CONSTRAINT "ck_order_documents_thumbnail" CHECK ((thumbnail_state = 'ready') = (thumbnail IS NOT NULL)), CONSTRAINT "ck_order_documents_thumbnail_state" CHECK (thumbnail_state IN ('pending', 'ready', 'none', 'failed')), CONSTRAINT "ck_order_documents_sha256" CHECK (sha256 ~ '^[0-9a-f]{64}$'), CONSTRAINT "ck_order_documents_size" CHECK (file_size >= 0), CONSTRAINT "ck_order_documents_current" CHECK (NOT (is_current AND deleted_at IS NOT NULL)), CONSTRAINT "ck_order_documents_version" CHECK (version > 0 AND (version = 1) = (series_id = id)), CONSTRAINT "ck_order_documents_subcategory" CHECK (subcategory IN ('lab_dip', 'strike_off', 'quality_test', 'bulk_swatch', 'pp_sample', 'hand_loom', 'tech_pack', 'artwork', 'purchase_order', 'packing_list')), CONSTRAINT "ck_order_documents_category" CHECK (category IN ('sample', 'lc', 'pi', 'email', 'other')), CONSTRAINT "pk_order_documents" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_order_documents_uploaded_by_id" ON "order_documents"  ("uploaded_by_id") `);
    await runner.query(`CREATE INDEX "ix_order_documents_replaces_id" ON "order_documents"  ("replaces_id") `);
    await runner.query(`CREATE INDEX "ix_order_documents_sample_id" ON "order_documents"  ("sample_id") `);
    await runner.query(`CREATE INDEX "ix_order_documents_order_line_id" ON "order_documents"  ("order_line_id") `);
    await runner.query(
      `CREATE INDEX "ix_order_documents_order_id_sha256" ON "order_documents"  ("order_id", "sha256") `,
    );
    await runner.query(
      `CREATE INDEX "ix_order_documents_order_id_created" ON "order_documents"  ("order_id", "created_at") `,
    );
    await runner.query(
      `CREATE INDEX "ix_order_documents_order_id_category" ON "order_documents"  ("order_id", "category") `,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_order_documents_version" ON "order_documents"  ("series_id", "version") `,
    );
    await runner.query(`CREATE UNIQUE INDEX "uq_order_documents_file" ON "order_documents"  ("file") `);
    await runner.query(
      `ALTER TABLE "document_uploads" ADD CONSTRAINT "fk_document_uploads_order_id" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "document_uploads" ADD CONSTRAINT "fk_document_uploads_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "user_profiles"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "order_documents" ADD CONSTRAINT "fk_order_documents_order_id" FOREIGN KEY ("order_id") REFERENCES "orders"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "order_documents" ADD CONSTRAINT "fk_order_documents_order_line_id" FOREIGN KEY ("order_line_id") REFERENCES "order_lines"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "order_documents" ADD CONSTRAINT "fk_order_documents_sample_id" FOREIGN KEY ("sample_id") REFERENCES "samples"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "order_documents" ADD CONSTRAINT "fk_order_documents_uploaded_by_id" FOREIGN KEY ("uploaded_by_id") REFERENCES "user_profiles"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "order_documents" ADD CONSTRAINT "fk_order_documents_replaces_id" FOREIGN KEY ("replaces_id") REFERENCES "order_documents"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    // Written by hand: what entities cannot say.
    for (const statement of [...INDEXES, DISCARD_FILES]) await runner.query(statement);
    for (const [table, columns] of Object.entries(CARRIERS))
      await runner.query(
        `CREATE TRIGGER tr_${table}_files AFTER DELETE ON ${table} FOR EACH ROW
           EXECUTE FUNCTION discard_files(${columns.map((column) => `'${column}'`).join(', ')})`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(CARRIERS)) await runner.query(`DROP TRIGGER tr_${table}_files ON ${table}`);
    await runner.query(`DROP FUNCTION discard_files`);
    await runner.query(`ALTER TABLE "order_documents" DROP CONSTRAINT "fk_order_documents_replaces_id"`);
    await runner.query(`ALTER TABLE "order_documents" DROP CONSTRAINT "fk_order_documents_uploaded_by_id"`);
    await runner.query(`ALTER TABLE "order_documents" DROP CONSTRAINT "fk_order_documents_sample_id"`);
    await runner.query(`ALTER TABLE "order_documents" DROP CONSTRAINT "fk_order_documents_order_line_id"`);
    await runner.query(`ALTER TABLE "order_documents" DROP CONSTRAINT "fk_order_documents_order_id"`);
    await runner.query(`ALTER TABLE "document_uploads" DROP CONSTRAINT "fk_document_uploads_created_by_id"`);
    await runner.query(`ALTER TABLE "document_uploads" DROP CONSTRAINT "fk_document_uploads_order_id"`);
    await runner.query(`DROP INDEX "public"."uq_order_documents_file"`);
    await runner.query(`DROP INDEX "public"."uq_order_documents_version"`);
    await runner.query(`DROP INDEX "public"."ix_order_documents_order_id_category"`);
    await runner.query(`DROP INDEX "public"."ix_order_documents_order_id_created"`);
    await runner.query(`DROP INDEX "public"."ix_order_documents_order_id_sha256"`);
    await runner.query(`DROP INDEX "public"."ix_order_documents_order_line_id"`);
    await runner.query(`DROP INDEX "public"."ix_order_documents_sample_id"`);
    await runner.query(`DROP INDEX "public"."ix_order_documents_replaces_id"`);
    await runner.query(`DROP INDEX "public"."ix_order_documents_uploaded_by_id"`);
    await runner.query(`DROP TABLE "order_documents"`);
    await runner.query(`DROP INDEX "public"."ix_document_uploads_created_at"`);
    await runner.query(`DROP INDEX "public"."ix_document_uploads_order_id"`);
    await runner.query(`DROP INDEX "public"."ix_document_uploads_created_by_id"`);
    await runner.query(`DROP TABLE "document_uploads"`);
  }
}
