import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A parcel in the trash knows what was in it, so that it comes back with that. */
export class ParcelTrash1795270100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE parcels ADD trashed_sample_ids uuid[] NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE parcels DROP COLUMN trashed_sample_ids`);
  }
}
