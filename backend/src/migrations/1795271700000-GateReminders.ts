import type { MigrationInterface, QueryRunner } from 'typeorm';

export class GateReminders1795271700000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "line_gates" ADD "reminded_on" date`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "line_gates" DROP COLUMN "reminded_on"`);
  }
}
