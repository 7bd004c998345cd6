import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How each person hears of each kind of notice: who has said nothing hears as before, in the app. */
export class NoticeWays1795390510000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE notification_preferences ADD ways jsonb NOT NULL DEFAULT '{}'`);
    await runner.query(`ALTER TABLE notification_preferences ADD CONSTRAINT ck_notification_preferences_ways
      CHECK (jsonb_typeof(ways) = 'object')`);
    await runner.query(`ALTER TABLE notifications ADD in_digest boolean NOT NULL DEFAULT FALSE`);
    await runner.query(`CREATE INDEX ix_notifications_digest ON notifications (user_id, created_at) WHERE in_digest`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE notifications DROP COLUMN in_digest`);
    await runner.query(`ALTER TABLE notification_preferences DROP COLUMN ways`);
  }
}
