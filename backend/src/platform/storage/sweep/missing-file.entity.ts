import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A file that a row names and that the storage has not: noticed by a sweep, and until one finds it again. */
@Entity('missing_files')
@Index('uq_missing_files_key', ['key'], { unique: true })
@Index('ix_missing_files_noticed', ['noticedAt'])
export class MissingFile {
  @PrimaryColumn('uuid')
  id: string;

  /** In the storage. */
  @Column('varchar', { length: 300 })
  key: string;

  /** The table of its row. */
  @Column('varchar', { length: 63 })
  carrier: string;

  /** What people call it. */
  @Column('varchar', { length: 255, nullable: true })
  fileName: string | null;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  noticedAt: Date;
}
