import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The same colour and CAD more than once in a style: a line that was split has parts. */
const COLOUR_AND_CAD = `(style_id, coalesce(color_code, ''), coalesce(color_name, ''), coalesce(cad_code, ''), coalesce(cad_name, '')`;

export class LineParts1795271600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "order_lines" ADD "part" integer NOT NULL DEFAULT '1'`);
    await runner.query(`ALTER TABLE "order_lines" ADD CONSTRAINT "ck_order_lines_part" CHECK (part > 0)`);
    await runner.query(`DROP INDEX uq_order_lines_colour_cad`);
    await runner.query(
      `CREATE UNIQUE INDEX uq_order_lines_colour_cad ON order_lines ${COLOUR_AND_CAD}, part) WHERE deleted_at IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX uq_order_lines_colour_cad`);
    await runner.query(
      `CREATE UNIQUE INDEX uq_order_lines_colour_cad ON order_lines ${COLOUR_AND_CAD}) WHERE deleted_at IS NULL`,
    );
    await runner.query(`ALTER TABLE "order_lines" DROP CONSTRAINT "ck_order_lines_part"`);
    await runner.query(`ALTER TABLE "order_lines" DROP COLUMN "part"`);
  }
}
