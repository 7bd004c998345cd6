import type { MigrationInterface, QueryRunner } from 'typeorm';

const BOOKS = [
  ['proforma_invoices', 'order_id', 'orders'],
  ['letters_of_credit', 'order_id', 'orders'],
  ['receivables', 'order_id', 'orders'],
  ['receivables', 'shipment_id', 'shipments'],
  ['payments', 'order_id', 'orders'],
  ['payment_matches', 'receivable_id', 'receivables'],
  ['back_to_back_credits', 'letter_of_credit_id', 'letters_of_credit'],
] as const;

/** What the house keeps books of is not deleted with what it is of: the database refuses. */
export class BooksHold1795380500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.hold(runner, 'RESTRICT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.hold(runner, 'CASCADE');
  }

  private async hold(runner: QueryRunner, onDelete: 'RESTRICT' | 'CASCADE'): Promise<void> {
    for (const [table, column, of] of BOOKS) {
      const name = `fk_${table}_${column}`;
      await runner.query(`ALTER TABLE "${table}" DROP CONSTRAINT "${name}"`);
      await runner.query(
        `ALTER TABLE "${table}" ADD CONSTRAINT "${name}" FOREIGN KEY ("${column}") REFERENCES "${of}"("id") ON DELETE ${onDelete} ON UPDATE NO ACTION`,
      );
    }
  }
}
