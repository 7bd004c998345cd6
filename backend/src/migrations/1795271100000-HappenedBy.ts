import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A step that happened by an event is open again when that is taken back; one that a person wrote is not. */
export class HappenedBy1795271100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "line_milestones" ADD "happened_by" character varying(60)`);
    // What the house itself wrote last of a step says by which event.
    await runner.query(
      `UPDATE line_milestones m SET happened_by = e.data ->> 'because'
       FROM (SELECT DISTINCT ON (subject_id) subject_id, actor_id, data FROM domain_events
             WHERE name = 'milestone.written' AND data -> 'after' ? 'actualOn' ORDER BY subject_id, sequence DESC) e
       WHERE e.subject_id = m.id AND e.actor_id IS NULL AND m.actual_on IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "line_milestones" DROP COLUMN "happened_by"`);
  }
}
