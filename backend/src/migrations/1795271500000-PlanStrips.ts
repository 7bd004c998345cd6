import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The letters of a line's steps: a list of orders reads them instead of the steps. */
const DRAW = `CREATE FUNCTION plan_strip(steps jsonb, chain jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT left(coalesce(string_agg(CASE
      WHEN step.value -> 'slack' = 'null' THEN 'd'
      WHEN (step.value ->> 'slack')::int < 0 THEN 'l'
      WHEN chain @> jsonb_build_array(jsonb_build_object('key', step.value -> 'key')) THEN 'c'
      ELSE 'o' END, '' ORDER BY step.ordinality), ''), 200)
  FROM jsonb_array_elements(steps) WITH ORDINALITY step $$`;

const FOLLOW = `CREATE FUNCTION line_plans_strip() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN NEW.strip = plan_strip(NEW.steps, NEW.chain); RETURN NEW; END $$`;

export class PlanStrips1795271500000 implements MigrationInterface {
  name = 'PlanStrips1795271500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "line_plans" ADD "strip" character varying(200) NOT NULL DEFAULT ''`);
    await runner.query(DRAW);
    await runner.query(FOLLOW);
    await runner.query(`UPDATE line_plans SET strip = plan_strip(steps, chain)`);
    await runner.query(
      `CREATE TRIGGER line_plans_strip BEFORE INSERT OR UPDATE OF steps, chain ON line_plans
       FOR EACH ROW EXECUTE FUNCTION line_plans_strip()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER line_plans_strip ON line_plans`);
    await runner.query(`DROP FUNCTION line_plans_strip()`);
    await runner.query(`DROP FUNCTION plan_strip(jsonb, jsonb)`);
    await runner.query(`ALTER TABLE "line_plans" DROP COLUMN "strip"`);
  }
}
