import type { MigrationInterface, QueryRunner } from 'typeorm';

/** PDFs that are there already get their small pictures too. */
export class PdfThumbnails1795270500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
DO $$ BEGIN
  IF to_regclass('pgboss.queue') IS NULL THEN RETURN; END IF; -- a new house: nobody has sent anything
  UPDATE order_documents SET thumbnail_state = 'pending'
   WHERE file_type = 'application/pdf' AND thumbnail_state = 'none';
  INSERT INTO pgboss.job (name, data, retry_limit, retry_delay, retry_backoff, expire_in, policy)
  SELECT queue.name, jsonb_build_object('documentId', document.id), queue.retry_limit, queue.retry_delay,
         queue.retry_backoff, queue.expire_seconds * interval '1 second', queue.policy
    FROM order_documents document, pgboss.queue
   WHERE queue.name = 'document-thumbnails' AND document.thumbnail_state = 'pending';
END $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
UPDATE order_documents SET thumbnail_state = 'none', thumbnail = NULL WHERE file_type = 'application/pdf'`);
  }
}
