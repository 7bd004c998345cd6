import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  UpdateDateColumn,
} from 'typeorm';
import { newId } from '../../platform/database/base.entity';
import { User } from '../auth/users/user.entity';
import { Order } from '../orders/order/order.entity';
import { sqlList } from '../orders/vocabulary';

export const SEVERITIES = ['info', 'warning', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** One person is told of one thing, once. Only that person ever sees, reads or clears it. */
@Entity('notifications')
@Check('ck_notifications_severity', `severity IN (${sqlList(SEVERITIES)})`)
@Index('ix_notifications_order_id', ['orderId'])
@Index('uq_notifications_event', ['userId', 'eventId'], { unique: true })
@Index('ix_notifications_user', { synchronize: false })
@Index('ix_notifications_unread', { synchronize: false })
@Index('ix_notifications_digest', ['userId', 'createdAt'], { where: 'in_digest' })
export class Notification {
  @PrimaryColumn('uuid')
  id: string = newId();

  /** To the millisecond, as a cursor carries it. */
  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz', precision: 3 })
  updatedAt: Date;

  @ManyToOne(() => User, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  user: User;

  @Column('uuid')
  userId: string;

  @Column('varchar', { length: 255 })
  title: string;

  @Column('text')
  message: string;

  /** What kind of notice: the name of the event that it tells of, e.g. `sample.rejected`, but for those that have one of their own. */
  @Column('varchar', { length: 50 })
  notificationType: string;

  /** What it is about: the subject of the event. */
  @Column('uuid', { nullable: true })
  relatedId: string | null;

  @Column('varchar', { length: 50, nullable: true })
  relatedType: string | null;

  /** The order under which that is found. */
  @ManyToOne(() => Order, { nullable: true, onDelete: 'CASCADE' })
  @JoinColumn()
  order: Order | null;

  @Column('uuid', { nullable: true })
  orderId: string | null;

  @Column('boolean', { default: false })
  isRead: boolean;

  /** Told in the mail of the day as well. */
  @Column('boolean', { default: false })
  inDigest: boolean;

  @Column('varchar', { length: 10, default: 'info' })
  severity: Severity;

  /** With the person: nobody hears of an event twice. Null: not from an event. */
  @Column('uuid', { nullable: true })
  eventId: string | null;
}
