import type { MigrationInterface, QueryRunner } from 'typeorm';

const draw = (refused: string) => `CREATE OR REPLACE FUNCTION plan_strip(steps jsonb, chain jsonb) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT left(coalesce(string_agg(CASE
      WHEN step.value -> 'slack' = 'null' THEN 'd'
      ${refused}
      WHEN (step.value ->> 'slack')::int < 0 THEN 'l'
      WHEN chain @> jsonb_build_array(jsonb_build_object('key', step.value -> 'key')) THEN 'c'
      ELSE 'o' END, '' ORDER BY step.ordinality), ''), 200)
  FROM jsonb_array_elements(steps) WITH ORDINALITY step $$`;

/** A step that was refused has a letter of its own in the strip of its line. */
export class RefusedSteps1795360200000 implements MigrationInterface {
  name = 'RefusedSteps1795360200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(draw(`WHEN step.value -> 'refused' = 'true' THEN 'r'`));
    await runner.query(`
      UPDATE line_plans p SET steps = (
        SELECT jsonb_agg(CASE WHEN m.id IS NULL THEN step.value ELSE step.value || '{"refused": true}' END ORDER BY step.ordinality)
        FROM jsonb_array_elements(p.steps) WITH ORDINALITY step
        LEFT JOIN line_milestones m ON m.order_line_id = p.order_line_id AND m.milestone = step.value ->> 'key'
          AND m.state = 'rejected' AND m.deleted_at IS NULL)
      WHERE jsonb_array_length(p.steps) > 0 AND p.order_line_id IN (
        SELECT order_line_id FROM line_milestones WHERE state = 'rejected' AND deleted_at IS NULL)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(draw(''));
    await runner.query(`UPDATE line_plans SET strip = plan_strip(steps, chain) WHERE strip LIKE '%r%'`);
  }
}
