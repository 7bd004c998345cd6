import { Check, Column, CreateDateColumn, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { newId } from '../../../platform/database/base.entity';
import { User } from '../../auth/users/user.entity';
import { Order } from '../order/order.entity';
import { sqlList } from '../vocabulary';
import { GUARDED_STEPS, type BlockingGate, type GuardedStep } from './interlocks';

/** Somebody went on although a gate said no: who, why, and which gates. Never changed, never removed. */
@Entity('gate_overrides')
@Check('ck_gate_overrides_step', `step IN (${sqlList(GUARDED_STEPS)})`)
@Index('ix_gate_overrides_order', ['orderId', 'createdAt'])
export class GateOverride {
  @PrimaryColumn('uuid')
  id: string = newId();

  /** No foreign key: it outlives its order. */
  @ManyToOne(() => Order, { createForeignKeyConstraints: false })
  @JoinColumn()
  order: Order;

  @Column('uuid')
  orderId: string;

  @Column('varchar', { length: 20 })
  step: GuardedStep;

  /** As they stood then. */
  @Column('jsonb')
  gates: BlockingGate[];

  @Column('text')
  reason: string;

  @ManyToOne(() => User, { nullable: true, createForeignKeyConstraints: false })
  @JoinColumn()
  overriddenBy: User | null;

  @Column('uuid', { nullable: true })
  overriddenById: string | null;

  @CreateDateColumn({ type: 'timestamptz', precision: 3 })
  createdAt: Date;
}
