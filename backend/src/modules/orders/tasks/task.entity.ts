import { Check, Column, Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import type { Day } from '../../../platform/values/day';
import { User } from '../../auth/users/user.entity';
import { OrderLine } from '../line/line.entity';
import { OfOrder } from '../line/of-line.entity';
import { sqlList } from '../vocabulary';
import { GateNotWaitedFor } from './task.errors';
import { TASK_PRIORITIES, TASK_STATUSES, taskLifecycle, type TaskPriority, type TaskStatus } from './task.lifecycle';

/**
 * Something that somebody is to do for an order or one of its lines. Giving it to a person gives them the task and
 * nothing else: not the order, and none of its other tasks change.
 */
@Entity('order_tasks')
@Check('ck_order_tasks_status', `status IN (${sqlList(TASK_STATUSES)})`)
@Check('ck_order_tasks_priority', `priority IN (${sqlList(TASK_PRIORITIES)})`)
@Check(
  'ck_order_tasks_priority_rank',
  `priority_rank = CASE priority ${TASK_PRIORITIES.map((each, rank) => `WHEN '${each}' THEN ${rank}`).join(' ')} END`,
)
@Check('ck_order_tasks_completed', `(status = 'completed') = (completed_at IS NOT NULL)`)
@Check('ck_order_tasks_gate', 'closes_with_gate IS NULL OR order_line_id IS NOT NULL')
@Index('ix_order_tasks_order', ['orderId', 'createdAt'])
@Index('ix_order_tasks_assigned_to', ['assignedToId', 'status', 'dueDate'])
@Index('ix_order_tasks_assigned_by', ['assignedById', 'status'])
@Index('ix_order_tasks_due', { synchronize: false })
@Index('ix_order_tasks_waiting', { synchronize: false })
export class OrderTask extends OfOrder {
  @Column('varchar', { length: 255 })
  title: string;

  @Column('text', { nullable: true })
  description: string | null;

  @ManyToOne(() => User, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  assignedTo: User | null;

  @Column('uuid', { nullable: true })
  assignedToId: string | null;

  /** Who made it; stays, however often it is handed on. */
  @ManyToOne(() => User, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn()
  assignedBy: User | null;

  @Column('uuid', { nullable: true })
  assignedById: string | null;

  @Column('varchar', { length: 20, default: 'pending' })
  status: TaskStatus;

  @Column('varchar', { length: 10, default: 'medium' })
  priority: TaskPriority;

  /** The priority as a number, for ordering. */
  @Column('smallint', { default: 1 })
  priorityRank: number;

  @Column('date', { nullable: true })
  dueDate: Day | null;

  @Column('timestamptz', { nullable: true })
  completedAt: Date | null;

  /** A gate of its line: when that is approved, the task is done. */
  @Column('varchar', { length: 120, nullable: true })
  closesWithGate: string | null;

  @Column('jsonb', { default: () => "'{}'" })
  metadata: Record<string, unknown>;

  prioritise(priority: TaskPriority): void {
    this.priority = priority;
    this.priorityRank = TASK_PRIORITIES.indexOf(priority);
  }

  /** Relation and id together: a loaded relation outweighs the id when it is saved. */
  giveTo(person: User | null): void {
    this.assignedTo = person;
    this.assignedToId = person?.id ?? null;
  }

  /** What it is for, and the gate that it waits for. @throws GateNotWaitedFor 422 */
  belongTo(line: OrderLine | null, closesWithGate: string | null): void {
    if (closesWithGate && !line) throw new GateNotWaitedFor('no line');
    this.orderLine = line;
    this.orderLineId = line?.id ?? null;
    this.closesWithGate = closesWithGate;
  }

  /** @throws IllegalTransition 409 */
  moveTo(status: TaskStatus, at = new Date()): void {
    this.status = taskLifecycle.step(this.status, status);
    this.completedAt = status === 'completed' ? at : null;
  }

  /** To where it stood before a move that was a slip, so the lifecycle is not asked. */
  takeBack(status: TaskStatus, completedAt: Date | null): void {
    this.status = status;
    this.completedAt = status === 'completed' ? completedAt : null;
  }
}
