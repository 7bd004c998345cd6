import type { MigrationInterface, QueryRunner } from 'typeorm';

const WHOSE = `coalesce(o.merchandiser_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid)`;

const COUNTED = [
  { figure: 'samples', table: 'samples' },
  { figure: 'invoices', table: 'proforma_invoices' },
  { figure: 'credits', table: 'letters_of_credit' },
];

const MORE = COUNTED.map(
  ({ figure, table }) => `
  UNION ALL
  SELECT o.id, ${WHOSE}, '${figure}', 'all', count(*), NULL FROM orders o JOIN ${table} x ON x.order_id = o.id
  WHERE o.deleted_at IS NULL AND x.deleted_at IS NULL GROUP BY o.id`,
).join('');

/**
 * How many samples, PIs and LCs there are, kept with the other figures of an order: their lists tell the whole number, and are
 * read from their end where that is nearer. The triggers of their tables note all that moves these.
 */
export class KeptTotals1795390400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE OR REPLACE VIEW figure_sources AS ${await this.sources(runner)} ${MORE}`);
    await runner.query('SELECT figures_recount_all()');
  }

  /** What was there before are all arms but these. */
  async down(runner: QueryRunner): Promise<void> {
    const arms = (await this.sources(runner)).split(/UNION ALL(?=\s+SELECT o\.id)/);
    await runner.query(`CREATE OR REPLACE VIEW figure_sources AS ${arms.slice(0, -COUNTED.length).join('UNION ALL')}`);
    await runner.query('SELECT figures_recount_all()');
  }

  private async sources(runner: QueryRunner): Promise<string> {
    const [view] = (await runner.query(`SELECT pg_get_viewdef('figure_sources') AS sources`)) as { sources: string }[];
    return (view?.sources ?? '').replace(/;\s*$/, '');
  }
}
