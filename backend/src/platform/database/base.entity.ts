import { CreateDateColumn, DeleteDateColumn, PrimaryColumn, UpdateDateColumn, VersionColumn } from 'typeorm';
import { v7 } from 'uuid';

/** A new key: UUID v7, so that keys sort by age and index well. */
export const newId = (): string => v7();

/** What every editable row carries. `deletedAt` set means: in the trash, and invisible to every ordinary query. */
export abstract class BaseEntity {
  @PrimaryColumn('uuid')
  id: string = newId();

  /** To the millisecond, as a cursor carries it. */
  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz', precision: 3 })
  updatedAt: Date;

  /** Goes up by one with each change; the ETag of the resource. */
  @VersionColumn({ default: 1 })
  rowVersion: number;

  @DeleteDateColumn({ type: 'timestamptz' })
  deletedAt: Date | null;
}
