import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that come in parts: what their bytes were found to be, once all of them had arrived. */
export class ResumableUploads1795390200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE document_uploads
        ADD resumable boolean NOT NULL DEFAULT false,
        ADD sha256 char(64),
        ADD file_type varchar(100),
        ADD CONSTRAINT ck_document_uploads_arrived CHECK
          (num_nulls(sha256, file_type) IN (0, 2) AND (resumable OR sha256 IS NULL))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE document_uploads DROP resumable, DROP sha256, DROP file_type`);
  }
}
