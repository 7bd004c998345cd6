import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { BaseEntity } from '../../../platform/database/base.entity';
import type { Day } from '../../../platform/values/day';
import { User } from '../../auth/users/user.entity';
import { sqlList } from '../../orders/vocabulary';
import type { WorkbookDecisions, WorkbookDryRun } from '../workbook/dry-run.types';
import { IMPORT_STATUSES, importLifecycle, type ImportStatus } from './import.lifecycle';

/** An order that the import made. */
export interface ImportedOrder {
  id: string;
  orderNumber: string;
  lines: number;
}

/** A workbook that somebody dropped, with what they decided about it, until it becomes orders. Only they see it. */
@Entity('imports')
@Check('ck_imports_status', `status IN (${sqlList(IMPORT_STATUSES)})`)
@Check('ck_imports_committed', `(status = 'committed') = (committed_at IS NOT NULL)`)
@Check('ck_imports_file', `(status = 'draft') = (file IS NOT NULL)`)
@Index('ix_imports_creator', { synchronize: false })
export class WorkbookImport extends BaseEntity {
  @ManyToOne(() => User, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  createdBy: User;

  @Column('uuid')
  createdById: string;

  @Column('varchar', { length: 255 })
  fileName: string;

  /** In bytes. */
  @Column('integer')
  fileSize: number;

  /** Of the bytes, in hex. */
  @Column('varchar', { length: 64 })
  fileSha256: string;

  /** Kept while it is a draft, so that a corrected run reads the very same file; read only where it is asked for. */
  @Column('bytea', { nullable: true, select: false })
  file: Buffer | null;

  /** The house's day when it was dropped; stands in for the sheet's date in every run, so that they all agree. */
  @Column('date')
  startedOn: Day;

  @Column('jsonb', { default: () => "'{}'" })
  decisions: WorkbookDecisions;

  /** The last run, as it was shown. `json`: nobody searches it. Read only where it is asked for. */
  @Column('json', { nullable: true, select: false })
  dryRun: WorkbookDryRun | null;

  @Column('varchar', { length: 20, default: 'draft' })
  status: ImportStatus;

  /** What it became. */
  @Column('jsonb', { default: () => "'[]'" })
  orders: ImportedOrder[];

  @Column('timestamptz', { nullable: true })
  committedAt: Date | null;

  /** @throws IllegalTransition 409 */
  commit(dryRun: WorkbookDryRun, orders: ImportedOrder[]): void {
    this.status = importLifecycle.step(this.status, 'committed');
    Object.assign(this, { dryRun, orders, committedAt: new Date(), file: null });
  }

  /** @throws IllegalTransition 409 */
  discard(): void {
    this.status = importLifecycle.step(this.status, 'discarded');
    Object.assign(this, { dryRun: null, file: null });
  }
}
