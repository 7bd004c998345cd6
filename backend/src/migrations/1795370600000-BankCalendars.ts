import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Banks have calendars of their own, by name or by country. */
export class BankCalendars1795370600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "working_calendars" ADD "country" character varying(2)`);
    await runner.query(`ALTER TABLE "working_calendars" DROP CONSTRAINT "ck_working_calendars_party"`);
    await runner.query(
      `ALTER TABLE "working_calendars" ADD CONSTRAINT "ck_working_calendars_party" CHECK (party_name IS NULL OR holder IN ('mill', 'buyer', 'bank'))`,
    );
    await runner.query(
      `ALTER TABLE "working_calendars" ADD CONSTRAINT "ck_working_calendars_country" CHECK (country IS NULL OR (holder = 'bank' AND party_name IS NULL))`,
    );
    await runner.query(`DROP INDEX uq_working_calendars_party`);
    await runner.query(
      `CREATE UNIQUE INDEX uq_working_calendars_party ON working_calendars (holder, lower(coalesce(party_name, '')), coalesce(country, '')) WHERE deleted_at IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DELETE FROM working_calendars WHERE holder = 'bank' AND (party_name IS NOT NULL OR country IS NOT NULL)`,
    );
    await runner.query(`DROP INDEX uq_working_calendars_party`);
    await runner.query(
      `CREATE UNIQUE INDEX uq_working_calendars_party ON working_calendars (holder, lower(coalesce(party_name, ''))) WHERE deleted_at IS NULL`,
    );
    await runner.query(`ALTER TABLE "working_calendars" DROP CONSTRAINT "ck_working_calendars_country"`);
    await runner.query(`ALTER TABLE "working_calendars" DROP CONSTRAINT "ck_working_calendars_party"`);
    await runner.query(
      `ALTER TABLE "working_calendars" ADD CONSTRAINT "ck_working_calendars_party" CHECK (party_name IS NULL OR holder IN ('mill', 'buyer'))`,
    );
    await runner.query(`ALTER TABLE "working_calendars" DROP COLUMN "country"`);
  }
}
