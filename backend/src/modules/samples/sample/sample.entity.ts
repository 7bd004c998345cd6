import { Check, Column, Entity, Index, JoinColumn, ManyToOne, VirtualColumn } from 'typeorm';
import { attachmentCheck, WithAttachment } from '../../../platform/storage/with-attachment';
import type { Day } from '../../../platform/values/day';
import { User } from '../../auth/users/user.entity';
import { OrderLine } from '../../orders/line/line.entity';
import { Order } from '../../orders/order/order.entity';
import { sqlList } from '../../orders/vocabulary';
import { OPTIONS, READINGS, TRACK, type OptionRow, type ReadingRow, type Track } from '../round-rows';
import { Parcel } from '../parcel/parcel.entity';
import { SAMPLE_STATUSES, SAMPLE_TYPES, type SampleStatus, type SampleType } from '../vocabulary';
import {
  DecidedBeforeReceipt,
  DecidedBeforeSubmission,
  InParcel,
  NewerRoundExists,
  ReceivedBeforeSubmission,
  RoundNotRefused,
  SampleAlreadyReceived,
  SampleAlreadySent,
  SampleDecided,
  SampleNotWithBuyer,
} from './sample.errors';
import { sampleLifecycle } from './sample.lifecycle';

/** How a sample went: to whom, by whom, under which number, on which day, in which parcel. */
export interface Sending {
  submissionDate: Day;
  recipient?: string | null;
  courierName?: string | null;
  awbNumber?: string | null;
  parcelId?: string | null;
}

/** What its parcel says for all that it carries. */
const OF_PARCEL = ['submissionDate', 'recipient', 'courierName', 'awbNumber'] as const satisfies (keyof Sending)[];

/** One round of a sample for the buyer's judgement: of a line, or of the order as a whole. */
@Entity('samples')
@Index('ix_samples_attachment_key', { synchronize: false })
@Check('ck_samples_type', `type IN (${sqlList(SAMPLE_TYPES)})`)
@Check('ck_samples_status', `status IN (${sqlList(SAMPLE_STATUSES)})`)
@Check('ck_samples_version', 'version > 0')
@Check('ck_samples_submitted', `status = 'pending' OR submission_date IS NOT NULL`)
@Check('ck_samples_decided', `(status IN ('approved', 'rejected')) = (decided_on IS NOT NULL)`)
@Check('ck_samples_decided_on', 'decided_on >= submission_date')
@Check('ck_samples_received_on', 'received_on >= submission_date AND received_on <= coalesce(decided_on, received_on)')
@Check('ck_samples_approval_condition', `approval_condition IS NULL OR status = 'approved'`)
@Check('ck_samples_rejection_reason', `(status = 'rejected') = (rejection_reason IS NOT NULL)`)
@Check('ck_samples_attachment', attachmentCheck('attachment'))
@Index('uq_samples_round', ['roundOfId', 'type', 'version'], { unique: true })
@Index('ix_samples_order_id', ['orderId', 'createdAt'])
@Index('ix_samples_order_line_id', ['orderLineId'])
@Index('ix_samples_parcel_id', ['parcelId'])
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

  /** With how many others it went; null when it went alone. */
  @ManyToOne(() => Parcel, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  parcel: Parcel | null;

  @Column('uuid', { nullable: true })
  parcelId: string | null;

  /** The day the buyer got it. */
  @Column('date', { nullable: true })
  receivedOn: Day | null;

  @Column('text', { nullable: true })
  notes: string | null;

  /** What the buyer said when approving. */
  @Column('text', { nullable: true })
  approvalNotes: string | null;

  /** What must still come true for the approval to hold: "if bulk is bluer". */
  @Column('text', { nullable: true })
  approvalCondition: string | null;

  @Column('text', { nullable: true })
  rejectionReason: string | null;

  @Column('date', { nullable: true })
  decidedOn: Day | null;

  @ManyToOne(() => User, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  decidedBy: User | null;

  @Column('uuid', { nullable: true })
  decidedById: string | null;

  /** Its options, read with it and written by themselves. */
  @VirtualColumn({ type: 'jsonb', query: OPTIONS })
  options: OptionRow[];

  /** What was measured, light by light. */
  @VirtualColumn({ type: 'jsonb', query: READINGS })
  readings: ReadingRow[];

  /** Where all rounds of its type for its line stand together. */
  @VirtualColumn({ type: 'jsonb', query: TRACK })
  track: Track;

  /** @throws IllegalTransition 409 */
  submit({ submissionDate, ...parcel }: Sending): void {
    this.status = sampleLifecycle.step(this.status, 'submitted');
    Object.assign(this, parcel, { submissionDate });
  }

  /** It was recorded by mistake that it was sent. @throws SampleNotWithBuyer 409, SampleAlreadyReceived 409 */
  takeSendingBack(): void {
    if (this.status !== 'submitted') throw new SampleNotWithBuyer(this.status);
    if (this.receivedOn) throw new SampleAlreadyReceived(this.receivedOn);
    this.status = 'pending';
    Object.assign(this, { submissionDate: null, courierName: null, awbNumber: null, parcelId: null });
  }

  /** The buyer got it. @throws SampleNotWithBuyer 409, SampleAlreadyReceived 409, ReceivedBeforeSubmission 422 */
  receive(on: Day): void {
    if (this.status !== 'submitted') throw new SampleNotWithBuyer(this.status);
    if (this.receivedOn) throw new SampleAlreadyReceived(this.receivedOn);
    this.receivedOn = on;
    this.refuseImpossibleDays();
  }

  /** @throws IllegalTransition 409, DecidedBeforeSubmission 422, DecidedBeforeReceipt 422 */
  approve(by: User, decidedOn: Day, notes: string | null, condition: string | null = null): void {
    this.decide('approved', by, decidedOn);
    this.approvalNotes = notes;
    this.approvalCondition = condition;
  }

  /** @throws IllegalTransition 409, DecidedBeforeSubmission 422, DecidedBeforeReceipt 422 */
  reject(by: User, decidedOn: Day, reason: string): void {
    this.decide('rejected', by, decidedOn);
    this.rejectionReason = reason;
  }

  /** That the buyer decided was recorded by mistake; not once another round followed. @throws NewerRoundExists 409 */
  takeDecisionBack(): void {
    if (this.track.latestVersion > this.version) throw new NewerRoundExists(this.track.latestVersion);
    this.status = 'submitted';
    Object.assign(this, { decidedOn: null, decidedBy: null, decidedById: null });
    Object.assign(this, { approvalNotes: null, approvalCondition: null, rejectionReason: null });
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

  /** Only a round that was refused, and that has none after it, is followed by another. @throws RoundNotRefused 409, NewerRoundExists 409 */
  refuseNextRound(): void {
    if (this.status !== 'rejected') throw new RoundNotRefused();
    if (this.track.latestVersion > this.version) throw new NewerRoundExists(this.track.latestVersion);
  }

  /**
   * Sent, received, decided, in this order.
   * @throws DecidedBeforeSubmission 422, ReceivedBeforeSubmission 422, DecidedBeforeReceipt 422, SampleNotWithBuyer 409
   */
  refuseImpossibleDays(): void {
    const { submissionDate: sent, receivedOn: received, decidedOn: decided } = this;
    if (received && this.status === 'pending') throw new SampleNotWithBuyer('pending');
    if (decided && sent && sent > decided) throw new DecidedBeforeSubmission('submissionDate', decided);
    if (received && sent && received < sent) throw new ReceivedBeforeSubmission(sent);
    if (received && decided && received > decided) throw new DecidedBeforeReceipt('receivedOn', decided);
  }

  /** What is the parcel's is changed on the parcel. @throws InParcel 409 */
  refuseOwnWayOutOfParcel(changes: Partial<Sample>): void {
    if (this.parcelId && OF_PARCEL.some((field) => field in changes && changes[field] !== this[field]))
      throw new InParcel();
  }

  private decide(status: 'approved' | 'rejected', by: User, decidedOn: Day): void {
    this.status = sampleLifecycle.step(this.status, status);
    if (this.submissionDate && decidedOn < this.submissionDate)
      throw new DecidedBeforeSubmission('decidedOn', this.submissionDate);
    if (this.receivedOn && decidedOn < this.receivedOn) throw new DecidedBeforeReceipt('decidedOn', this.receivedOn);
    this.decidedOn = decidedOn;
    this.decidedBy = by;
    this.decidedById = by.id;
  }
}
