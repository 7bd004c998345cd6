import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds what was deleted, and what took an event back. */
export class TrashAndUndo1795263620000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX ix_domain_events_deleted ON domain_events (recorded_at DESC, id DESC) WHERE name ~ '\\.(deleted|removed)$'`,
    );
    await runner.query(
      `CREATE INDEX ix_domain_events_undoes ON domain_events ((data ->> 'undoes')) WHERE data ->> 'undoes' IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ix_domain_events_undoes`);
    await runner.query(`DROP INDEX ix_domain_events_deleted`);
  }
}
