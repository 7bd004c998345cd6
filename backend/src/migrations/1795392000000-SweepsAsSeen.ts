import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A sweep that somebody releases deletes what they have seen, and no more. */
export class SweepsAsSeen1795392000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE storage_sweeps DROP COLUMN even_many,
         ADD unused_before timestamptz(3), ADD most_unused integer,
         ADD CONSTRAINT ck_storage_sweeps_seen CHECK ((unused_before IS NULL) = (most_unused IS NULL))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE storage_sweeps DROP CONSTRAINT ck_storage_sweeps_seen, DROP COLUMN most_unused, DROP COLUMN unused_before,
         ADD even_many boolean NOT NULL DEFAULT false`,
    );
  }
}
