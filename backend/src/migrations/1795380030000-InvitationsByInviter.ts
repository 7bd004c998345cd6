import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every foreign key has an index that begins with it. */
export class InvitationsByInviter1795380030000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX "ix_invitations_invited_by_id" ON "invitations"  ("invited_by_id") `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."ix_invitations_invited_by_id"`);
  }
}
