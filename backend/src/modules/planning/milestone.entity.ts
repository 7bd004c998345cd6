import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import { BaseEntity } from '../../platform/database/base.entity';
import type { Day } from '../../platform/values/day';
import { OrderLine } from '../orders/line/line.entity';
import { Order } from '../orders/order/order.entity';
import { sqlList } from '../orders/vocabulary';
import { MILESTONES, MILESTONE_STATES, type MilestoneKey, type MilestoneState } from './milestone.vocabulary';

/** One step of one line: when it is planned, when it happened, and what was said of it. A row each, never a column. */
@Entity('line_milestones')
@Check('ck_line_milestones_milestone', `milestone IN (${sqlList(MILESTONES)})`)
@Check('ck_line_milestones_state', `state IN (${sqlList(MILESTONE_STATES)})`)
@Check('ck_line_milestones_not_applicable', `state <> 'not_applicable' OR (planned_on IS NULL AND actual_on IS NULL)`)
@Check('ck_line_milestones_done', `(state = 'done') = (actual_on IS NOT NULL)`)
@Index('uq_line_milestones_line_milestone', { synchronize: false })
@Index('ix_line_milestones_order', ['orderId'])
export class LineMilestone extends BaseEntity {
  @ManyToOne(() => Order, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  order: Order;

  @Column('uuid')
  orderId: string;

  @ManyToOne(() => OrderLine, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn()
  orderLine: OrderLine;

  @Column('uuid')
  orderLineId: string;

  @Column('varchar', { length: 40 })
  milestone: MilestoneKey;

  @Column('varchar', { length: 20, default: 'open' })
  state: MilestoneState;

  @Column('date', { nullable: true })
  plannedOn: Day | null;

  /** Set exactly when the step is done. */
  @Column('date', { nullable: true })
  actualOn: Day | null;

  @Column('text', { nullable: true })
  note: string | null;

  /** Writes what is given, and draws the state from it. @param written fields left out stay as they are */
  write(written: {
    plannedOn?: Day | null;
    actualOn?: Day | null;
    note?: string | null;
    state?: MilestoneState;
  }): void {
    if (written.plannedOn !== undefined) this.plannedOn = written.plannedOn;
    if (written.note !== undefined) this.note = written.note;
    if (written.actualOn !== undefined) this.actualOn = written.actualOn;
    if (written.state === 'not_applicable') this.plannedOn = this.actualOn = null;
    if (written.state === 'open' || written.state === 'rejected') this.actualOn = null;
    if (this.actualOn) this.state = 'done';
    else if (written.state && written.state !== 'done') this.state = written.state;
    else if (this.state === 'done' || written.plannedOn) this.state = 'open';
  }
}
