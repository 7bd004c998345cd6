import { Check, Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { newId } from '../../../platform/database/base.entity';
import { User } from '../../auth/users/user.entity';
import { OrderLine } from '../line/line.entity';
import { Order } from '../order/order.entity';
import { MAX_GATE_KEY } from '../gates/gate.vocabulary';
import { APPROVAL_STATUSES, sqlList, type ApprovalStatus, type GateKey } from '../vocabulary';

/**
 * Each decision on a gate, one row each, never changed: the database refuses UPDATE and DELETE. So nothing that is
 * deleted takes its decisions along, and there are no foreign keys. `occurredAt` is when it happened, `createdAt` when
 * it was recorded.
 */
@Entity('approval_history')
@Check('ck_approval_history_status', `status IN (${sqlList(APPROVAL_STATUSES)})`)
@Index('ix_approval_history_order', ['orderId', 'occurredAt'])
@Index('ix_approval_history_line', ['orderLineId', 'approvalType'])
export class ApprovalHistory {
  @PrimaryColumn('uuid')
  id: string = newId();

  @ManyToOne(() => Order, { nullable: false, createForeignKeyConstraints: false })
  @JoinColumn()
  order: Order;

  @Column('uuid')
  orderId: string;

  @ManyToOne(() => OrderLine, { nullable: true, createForeignKeyConstraints: false })
  @JoinColumn()
  orderLine: OrderLine | null;

  @Column('uuid', { nullable: true })
  orderLineId: string | null;

  @Column('varchar', { length: MAX_GATE_KEY })
  approvalType: GateKey;

  @Column('varchar', { length: 20 })
  status: ApprovalStatus;

  @ManyToOne(() => User, { nullable: true, createForeignKeyConstraints: false })
  @JoinColumn()
  changedBy: User | null;

  @Column('uuid', { nullable: true })
  changedById: string | null;

  @Column('text', { nullable: true })
  notes: string | null;

  /** Of an approval: what must still be seen to. */
  @Column('text', { nullable: true })
  condition: string | null;

  /** The entry that this one takes back: where the gate stands follows from neither. */
  @Column('uuid', { nullable: true })
  undoesId: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  occurredAt: Date;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt: Date;
}
