import type { MigrationInterface, QueryRunner } from 'typeorm';

/** History over all orders reads newest first. */
export class Activity1795262320000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX ix_domain_events_sequence ON domain_events (sequence DESC, id DESC)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ix_domain_events_sequence`);
  }
}
