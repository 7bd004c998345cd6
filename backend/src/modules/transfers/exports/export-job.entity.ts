import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { attachmentCheck, WithAttachment } from '../../../platform/storage/with-attachment';
import { User } from '../../auth/users/user.entity';
import { Order } from '../../orders/order/order.entity';
import { sqlList } from '../../orders/vocabulary';
import { EXPORT_STATUSES, exportLifecycle, type ExportStatus } from './export.lifecycle';
import { EXPORT_FORMATS, EXPORT_KINDS, type ExportFormat, type ExportKind } from './export.vocabulary';

/** A file that somebody asked for, made by the worker. Only they see it, and only for some days. */
@Entity('export_jobs')
@Index('ix_export_jobs_file_key', { synchronize: false })
@Check('ck_export_jobs_kind', `kind IN (${sqlList(EXPORT_KINDS)})`)
@Check('ck_export_jobs_format', `format IN (${sqlList(EXPORT_FORMATS)})`)
@Check('ck_export_jobs_status', `status IN (${sqlList(EXPORT_STATUSES)})`)
@Check('ck_export_jobs_order', `(kind = 'purchase_order') = (order_id IS NOT NULL)`)
@Check('ck_export_jobs_file', attachmentCheck('file'))
@Check('ck_export_jobs_done', `(status = 'done') = (file IS NOT NULL)`)
@Index('ix_export_jobs_creator', { synchronize: false })
@Index('ix_export_jobs_order', ['orderId'])
@Index('ix_export_jobs_expires', ['expiresAt'])
export class ExportJob extends WithAttachment('file', { madeHere: true }) {
  @ManyToOne(() => User, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  createdBy: User;

  @Column('uuid')
  createdById: string;

  @Column('varchar', { length: 30 })
  kind: ExportKind;

  @Column('varchar', { length: 10 })
  format: ExportFormat;

  /** What was asked of the list, as in an address: `status=running&search=anabia`. */
  @Column('varchar', { length: 2000, default: '' })
  filter: string;

  /** The same in words; of one order its number. */
  @Column('varchar', { length: 2000 })
  about: string;

  @ManyToOne(() => Order, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn()
  order: Order | null;

  @Column('uuid', { nullable: true })
  orderId: string | null;

  @Column('varchar', { length: 20, default: 'queued' })
  status: ExportStatus;

  /** How many rows it will have; known once it was begun. */
  @Column('integer', { nullable: true })
  totalRows: number | null;

  @Column('integer', { default: 0 })
  doneRows: number;

  /** Why there is no file, as a sentence. */
  @Column('varchar', { length: 500, nullable: true })
  failure: string | null;

  /** How often it was begun: what a worker writes holds only while this is its own number. */
  @Column('integer', { default: 0 })
  attempt: number;

  /** Whoever works on it says so anew every few seconds; past this instant another may begin. */
  @Column('timestamptz', { nullable: true })
  leaseUntil: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt: Date | null;

  @Column('timestamptz')
  expiresAt: Date;

  /** @throws IllegalTransition 409 */
  cancel(): void {
    this.status = exportLifecycle.step(this.status, 'cancelled');
    Object.assign(this, { finishedAt: new Date(), leaseUntil: null });
  }
}
