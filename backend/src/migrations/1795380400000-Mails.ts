import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Mails1795380400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
CREATE TABLE mails (
  id uuid NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  row_version integer NOT NULL DEFAULT 1,
  deleted_at timestamptz,
  kind varchar(30) NOT NULL,
  message_id varchar(200) NOT NULL,
  to_name varchar(255) NOT NULL,
  to_address varchar(254) NOT NULL,
  subject varchar(300) NOT NULL,
  text text,
  html text,
  files jsonb NOT NULL DEFAULT '[]',
  state varchar(10) NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  fault varchar(300),
  sent_at timestamptz(3),
  CONSTRAINT pk_mails PRIMARY KEY (id),
  CONSTRAINT ck_mails_state CHECK (state IN ('queued', 'sent', 'failed')),
  CONSTRAINT ck_mails_kind CHECK (kind IN ('account', 'digest', 'notice', 'proforma_invoice'))
)`);
    await runner.query(`CREATE UNIQUE INDEX uq_mails_message_id ON mails (message_id)`);
    await runner.query(`CREATE INDEX ix_mails_created ON mails (created_at DESC, id DESC)`);
    await runner.query(`ALTER TABLE user_profiles ADD language varchar(2) NOT NULL DEFAULT 'en'`);
    await runner.query(
      `ALTER TABLE user_profiles ADD CONSTRAINT ck_user_profiles_language CHECK (language IN ('en', 'bn'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE user_profiles DROP COLUMN language`);
    await runner.query(`DROP TABLE mails`);
  }
}
