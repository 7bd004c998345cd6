import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An option of a round has a picture of its own, and a comment may be pinned to a place of a picture. */
export class PicturesAndPins1795270110000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE sample_options ADD picture varchar(300), ADD picture_file_name varchar(255),
         ADD picture_content_type varchar(100), ADD picture_size integer,
         ADD CONSTRAINT ck_sample_options_picture
           CHECK (num_nulls(picture, picture_file_name, picture_content_type, picture_size) IN (0, 4))`,
    );
    await runner.query(
      `CREATE TRIGGER tr_sample_options_files AFTER DELETE ON sample_options FOR EACH ROW EXECUTE FUNCTION discard_files('picture')`,
    );
    await runner.query(
      `ALTER TABLE order_comments ADD pin_picture_id uuid, ADD pin_option varchar(1), ADD pin_x smallint, ADD pin_y smallint,
         ADD CONSTRAINT ck_order_comments_pin CHECK (num_nulls(pin_picture_id, pin_x, pin_y) IN (0, 3)
           AND (pin_picture_id IS NULL OR sample_id IS NOT NULL)),
         ADD CONSTRAINT ck_order_comments_pin_place CHECK (pin_x BETWEEN 0 AND 1000 AND pin_y BETWEEN 0 AND 1000),
         ADD CONSTRAINT ck_order_comments_pin_option CHECK (pin_option IS NULL OR pin_picture_id IS NOT NULL)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE order_comments DROP COLUMN pin_picture_id, DROP COLUMN pin_option, DROP COLUMN pin_x, DROP COLUMN pin_y`,
    );
    await runner.query(`DROP TRIGGER tr_sample_options_files ON sample_options`);
    await runner.query(
      `ALTER TABLE sample_options DROP COLUMN picture, DROP COLUMN picture_file_name, DROP COLUMN picture_content_type,
         DROP COLUMN picture_size`,
    );
  }
}
