import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CalendarLinks1795370300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "calendar_links" ("id" uuid NOT NULL, "user_id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "pk_calendar_links" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE UNIQUE INDEX "uq_calendar_links_user_id" ON "calendar_links" ("user_id")`);
    await runner.query(
      `ALTER TABLE "calendar_links" ADD CONSTRAINT "fk_calendar_links_user_id" FOREIGN KEY ("user_id") REFERENCES "user_profiles"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "calendar_links" DROP CONSTRAINT "fk_calendar_links_user_id"`);
    await runner.query(`DROP INDEX "uq_calendar_links_user_id"`);
    await runner.query(`DROP TABLE "calendar_links"`);
  }
}
