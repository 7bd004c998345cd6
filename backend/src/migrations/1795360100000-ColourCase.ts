import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLOUR_AND_CAD = ['color_code', 'color_name', 'cad_code', 'cad_name'];
const asWritten = COLOUR_AND_CAD.map((column) => `coalesce(${column}, '')`).join(', ');
const inAnyCase = COLOUR_AND_CAD.map((column) => `lower(coalesce(${column}, ''))`).join(', ');

const unique = (key: string) =>
  `CREATE UNIQUE INDEX uq_order_lines_colour_cad ON order_lines (style_id, ${key}, part) WHERE deleted_at IS NULL`;

/** `Red` and `red` are one colour of a style. Lines that were two by their case alone become parts of it. */
export class ColourCase1795360100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE order_lines SET part = numbered.last + numbered.next
      FROM (
        SELECT id, last, row_number() OVER (PARTITION BY style_id, ${inAnyCase} ORDER BY sequence_number, id) AS next
        FROM (
          SELECT *, max(part) OVER (PARTITION BY style_id, ${inAnyCase}) AS last,
            row_number() OVER (PARTITION BY style_id, ${inAnyCase}, part ORDER BY sequence_number, id) AS place
          FROM order_lines WHERE deleted_at IS NULL
        ) lines WHERE place > 1
      ) numbered
      WHERE numbered.id = order_lines.id`);
    await runner.query(`DROP INDEX uq_order_lines_colour_cad`);
    await runner.query(unique(inAnyCase));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX uq_order_lines_colour_cad`);
    await runner.query(unique(asWritten));
  }
}
