import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An order that goes for good takes its notices along: found by this index, not by reading them all. */
export class NotificationOrder1795262910000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX "ix_notifications_order_id" ON "notifications" ("order_id")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "ix_notifications_order_id"`);
  }
}
