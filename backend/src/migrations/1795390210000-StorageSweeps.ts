import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where keys of files stand: read in the order of their bytes, side by side with what the storage lists. */
const KEYS: readonly (readonly [table: string, column: string])[] = [
  ['order_documents', 'file'],
  ['order_documents', 'thumbnail'],
  ['document_uploads', 'file'],
  ['samples', 'attachment'],
  ['sample_options', 'picture'],
  ['shipments', 'documents'],
  ['shipment_papers', 'file'],
  ['proforma_invoices', 'pdf_file'],
  ['letters_of_credit', 'document'],
  ['export_jobs', 'file'],
];

/** Files that no row names go, and rows whose files are gone are told. */
export class StorageSweeps1795390210000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE storage_sweeps (
        id uuid NOT NULL CONSTRAINT pk_storage_sweeps PRIMARY KEY,
        started_at timestamptz(3) NOT NULL DEFAULT now(),
        touched_at timestamptz(3) NOT NULL DEFAULT now(),
        finished_at timestamptz(3),
        asked_by_id uuid,
        state varchar(10) NOT NULL DEFAULT 'counting',
        deletes boolean NOT NULL,
        even_many boolean NOT NULL DEFAULT false,
        after varchar(1024) NOT NULL DEFAULT '',
        listed integer NOT NULL DEFAULT 0,
        listed_bytes bigint NOT NULL DEFAULT 0,
        unknown integer NOT NULL DEFAULT 0,
        unused integer NOT NULL DEFAULT 0,
        unused_bytes bigint NOT NULL DEFAULT 0,
        missing integer NOT NULL DEFAULT 0,
        deleted integer NOT NULL DEFAULT 0,
        CONSTRAINT ck_storage_sweeps_state CHECK (state IN ('counting', 'deleting', 'done', 'held', 'failed')),
        CONSTRAINT ck_storage_sweeps_finished CHECK ((state IN ('counting', 'deleting')) = (finished_at IS NULL))
      )`);
    await runner.query(`CREATE INDEX ix_storage_sweeps_started ON storage_sweeps (started_at)`);
    await runner.query(
      `CREATE UNIQUE INDEX uq_storage_sweeps_running ON storage_sweeps ((true)) WHERE finished_at IS NULL`,
    );
    await runner.query(`
      CREATE TABLE missing_files (
        id uuid NOT NULL CONSTRAINT pk_missing_files PRIMARY KEY,
        key varchar(300) NOT NULL,
        carrier varchar(63) NOT NULL,
        file_name varchar(255),
        noticed_at timestamptz(3) NOT NULL DEFAULT now()
      )`);
    await runner.query(`CREATE UNIQUE INDEX uq_missing_files_key ON missing_files (key)`);
    await runner.query(`CREATE INDEX ix_missing_files_noticed ON missing_files (noticed_at)`);
    for (const [table, column] of KEYS)
      await runner.query(
        `CREATE INDEX ix_${table}_${column}_key ON ${table} (${column} COLLATE "C") WHERE ${column} IS NOT NULL`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, column] of KEYS) await runner.query(`DROP INDEX ix_${table}_${column}_key`);
    await runner.query(`DROP TABLE missing_files`);
    await runner.query(`DROP TABLE storage_sweeps`);
  }
}
