import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long steps took on finished lines, and what is forecast by the slower of those times. */
export class StepDurations1795271120000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "step_durations" ("id" uuid NOT NULL, "step" character varying(120) NOT NULL, "mill_name" character varying(255), "samples" integer NOT NULL, "p50" integer NOT NULL, "p80" integer NOT NULL, "counted_on" date NOT NULL, CONSTRAINT "ck_step_durations_samples" CHECK (samples > 0 AND p50 >= 0 AND p80 >= p50), CONSTRAINT "pk_step_durations" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX uq_step_durations_step_mill ON step_durations (step, lower(coalesce(mill_name, '')))`,
    );
    await runner.query(`ALTER TABLE "line_plans" ADD "p80_on" date`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "line_plans" DROP COLUMN "p80_on"`);
    await runner.query(`DROP TABLE "step_durations"`);
  }
}
