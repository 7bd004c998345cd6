import type { MigrationInterface, QueryRunner } from 'typeorm';

/** In which container the packages of a row go. */
export class PackagesInContainers1795370710000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "shipment_packages" ADD "container_id" uuid`);
    await runner.query(`CREATE INDEX "ix_shipment_packages_container" ON "shipment_packages" ("container_id")`);
    await runner.query(
      `ALTER TABLE "shipment_packages" ADD CONSTRAINT "fk_shipment_packages_container_id" FOREIGN KEY ("container_id") REFERENCES "shipment_containers"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "shipment_packages" DROP COLUMN "container_id"`);
  }
}
