import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { BaseEntity } from '../../../platform/database/base.entity';
import type { EventSubject } from '../../../platform/events/domain-event';
import { User } from '../../auth/users/user.entity';
import { Order } from '../order/order.entity';
import { sqlList } from '../vocabulary';
import { DELETION_STATUSES, deletionLifecycle, type DeletionStatus } from './deletion-request.lifecycle';

/**
 * Somebody who may not delete an order asks who made it. It outlives its order, whose number and customer it therefore
 * keeps as text. One is pending per order at most (`uq_deletion_requests_pending`).
 */
@Entity('deletion_requests')
@Check('ck_deletion_requests_status', `status IN (${sqlList(DELETION_STATUSES)})`)
@Check('ck_deletion_requests_answered', `(status = 'pending') = (responded_at IS NULL)`)
@Index('ix_deletion_requests_order_id', ['orderId'])
@Index('ix_deletion_requests_requester_id', ['requesterId'])
@Index('ix_deletion_requests_approver_id', ['approverId'])
@Index('ix_deletion_requests_created', { synchronize: false })
@Index('uq_deletion_requests_pending', { synchronize: false })
export class DeletionRequest extends BaseEntity {
  /** Null once the order was purged. */
  @ManyToOne(() => Order, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  order: Order | null;

  @Column('uuid', { nullable: true })
  orderId: string | null;

  @Column('varchar', { length: 50 })
  orderNumber: string;

  @Column('varchar', { length: 255 })
  customerName: string;

  @ManyToOne(() => User, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  requester: User | null;

  @Column('uuid', { nullable: true })
  requesterId: string | null;

  /** Who made the order. Where they left, or nobody is known, managers and admins answer. */
  @ManyToOne(() => User, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  approver: User | null;

  @Column('uuid', { nullable: true })
  approverId: string | null;

  @Column('varchar', { length: 20, default: 'pending' })
  status: DeletionStatus;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text', { nullable: true })
  responseNote: string | null;

  @ManyToOne(() => User, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  respondedBy: User | null;

  @Column('uuid', { nullable: true })
  respondedById: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  respondedAt: Date | null;

  /** @throws IllegalTransition 409 when it was answered or withdrawn already */
  settle(status: Exclude<DeletionStatus, 'pending'>, by: User, note: string | null): void {
    this.status = deletionLifecycle.step(this.status, status);
    this.respondedBy = by;
    this.respondedById = by.id;
    this.respondedAt = new Date();
    this.responseNote = note;
  }
}

/** Its events belong to the history of the order that it is about. */
export const subject = ({ id, rowVersion, orderId }: DeletionRequest): EventSubject => ({ id, rowVersion, orderId });

/** What every event of a request tells, so that a reader needs no other row. */
export const about = ({ orderNumber, requesterId, approverId }: DeletionRequest) => ({
  orderNumber,
  requesterId,
  approverId,
});

export const personOf = (actor: Pick<User, 'id' | 'fullName'>): User =>
  Object.assign(new User(), { id: actor.id, fullName: actor.fullName });
