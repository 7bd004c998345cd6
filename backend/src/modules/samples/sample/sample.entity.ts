import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { attachmentCheck, WithAttachment } from '../../../platform/storage/with-attachment';
import type { Day } from '../../../platform/values/day';
import { User } from '../../auth/users/user.entity';
import { OrderLine } from '../../orders/line/line.entity';
import { Order } from '../../orders/order/order.entity';
import { sqlList } from '../../orders/vocabulary';
import { DecidedBeforeSubmission, SampleAlreadySent, SampleDecided } from './sample.errors';
import { sampleLifecycle } from './sample.lifecycle';
import { SAMPLE_STATUSES, SAMPLE_TYPES, type SampleStatus, type SampleType } from '../vocabulary';

/** How a parcel went: to whom, by whom, under which number, on which day. */
export interface Parcel {
  submissionDate: Day;
  recipient?: string | null;
  courierName?: string | null;
  awbNumber?: string | null;
}

/** One round of a sample for the buyer's judgement: of a line, or of the order as a whole. */
@Entity('samples')
@Check('ck_samples_type', `type IN (${sqlList(SAMPLE_TYPES)})`)
@Check('ck_samples_status', `status IN (${sqlList(SAMPLE_STATUSES)})`)
@Check('ck_samples_version', 'version > 0')
@Check('ck_samples_submitted', `status = 'pending' OR submission_date IS NOT NULL`)
@Check('ck_samples_decided', `(status IN ('approved', 'rejected')) = (decided_on IS NOT NULL)`)
@Check('ck_samples_decided_on', 'decided_on >= submission_date')
@Check('ck_samples_rejection_reason', `(status = 'rejected') = (rejection_reason IS NOT NULL)`)
@Check('ck_samples_attachment', attachmentCheck('attachment'))
@Index('uq_samples_round', ['roundOfId', 'type', 'version'], { unique: true })
@Index('ix_samples_order_id', ['orderId', 'createdAt'])
@Index('ix_samples_order_line_id', ['orderLineId'])
@Index('ix_samples_created', { synchronize: false })
@Index('ix_samples_status_created', { synchronize: false })
@Index('ix_samples_type_created', { synchronize: false })
@Index('ix_samples_submission_date', { synchronize: false })
@Index('ix_samples_search', { synchronize: false })
export class Sample extends WithAttachment('attachment') {
  @ManyToOne(() => Order, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  order: Order;

  @Column('uuid')
  orderId: string;

  @ManyToOne(() => OrderLine, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  orderLine: OrderLine | null;

  @Column('uuid', { nullable: true })
  orderLineId: string | null;

  /** What rounds are counted for: the line, else the order. Stays when the line is gone for good. */
  @Column('uuid')
  roundOfId: string;

  @Column('varchar', { length: 20 })
  type: SampleType;

  /** The round, from 1: each attempt at the same type for the same line. Never given twice. */
  @Column('integer')
  version: number;

  @Column('varchar', { length: 20, default: 'pending' })
  status: SampleStatus;

  @Column('date', { nullable: true })
  submissionDate: Day | null;

  @Column('varchar', { length: 255, nullable: true })
  recipient: string | null;

  @Column('varchar', { length: 255, nullable: true })
  courierName: string | null;

  @Column('varchar', { length: 100, nullable: true })
  awbNumber: string | null;

  @Column('text', { nullable: true })
  notes: string | null;

  /** What the buyer said when approving. */
  @Column('text', { nullable: true })
  approvalNotes: string | null;

  @Column('text', { nullable: true })
  rejectionReason: string | null;

  @Column('date', { nullable: true })
  decidedOn: Day | null;

  @ManyToOne(() => User, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  decidedBy: User | null;

  @Column('uuid', { nullable: true })
  decidedById: string | null;

  /** @throws IllegalTransition 409 */
  submit({ submissionDate, ...parcel }: Parcel): void {
    this.status = sampleLifecycle.step(this.status, 'submitted');
    Object.assign(this, parcel, { submissionDate });
  }

  /** @throws IllegalTransition 409, DecidedBeforeSubmission 422 */
  approve(by: User, decidedOn: Day, notes: string | null): void {
    this.decide('approved', by, decidedOn);
    this.approvalNotes = notes;
  }

  /** @throws IllegalTransition 409, DecidedBeforeSubmission 422 */
  reject(by: User, decidedOn: Day, reason: string): void {
    this.decide('rejected', by, decidedOn);
    this.rejectionReason = reason;
  }

  /** Makes it a round of something else; only while it has not been sent. @throws SampleAlreadySent 409 */
  become(type: SampleType, line: OrderLine | null): void {
    if (this.status !== 'pending') throw new SampleAlreadySent();
    this.type = type;
    this.orderLine = line;
    this.orderLineId = line?.id ?? null;
    this.roundOfId = line?.id ?? this.orderId;
  }

  /** @throws SampleDecided 409 */
  refuseDeletionOnceDecided(): void {
    if (this.decidedOn) throw new SampleDecided();
  }

  /** @throws DecidedBeforeSubmission 422 when the day it was sent was moved past the decision */
  refuseSubmissionAfterDecision(): void {
    if (this.decidedOn && this.submissionDate && this.submissionDate > this.decidedOn)
      throw new DecidedBeforeSubmission('submissionDate', this.decidedOn);
  }

  private decide(status: 'approved' | 'rejected', by: User, decidedOn: Day): void {
    this.status = sampleLifecycle.step(this.status, status);
    if (this.submissionDate && decidedOn < this.submissionDate)
      throw new DecidedBeforeSubmission('decidedOn', this.submissionDate);
    this.decidedOn = decidedOn;
    this.decidedBy = by;
    this.decidedById = by.id;
  }
}
