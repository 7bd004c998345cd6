import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The bytes of a shipment's papers go when their rows do. */
export class ShipmentPaperFiles1795360720000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TRIGGER tr_shipment_papers_files AFTER DELETE ON shipment_papers FOR EACH ROW EXECUTE FUNCTION discard_files('file')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER tr_shipment_papers_files ON shipment_papers`);
  }
}
