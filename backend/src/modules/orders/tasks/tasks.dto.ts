import { OmitType, PartialType } from '@nestjs/swagger';
import {
  DayField,
  Flag,
  Id,
  Instant,
  JsonObject,
  Nested,
  OneOf,
  SomeOf,
  Text,
  Whole,
} from '../../../platform/http/fields';
import type { Actor } from '../../auth/access/actor';
import { GATE_KEY, MAX_GATE_KEY } from '../gates/gate.vocabulary';
import { lineLabel } from '../line/lines.dto';
import { PersonDto } from '../order/orders.dto';
import { mayChange, mayMoveTo, seesOrderOf } from './task.access';
import type { OrderTask } from './task.entity';
import { TASK_PRIORITIES, TASK_STATUSES, taskLifecycle, type TaskPriority, type TaskStatus } from './task.lifecycle';

const may = { optional: true, nullable: true } as const;

/** What a person may write on a task; status moves by its own routes. */
export class CreateTaskDto {
  @Id() orderId: string;
  @Id({ ...may, description: 'The line it is for; none: for the order as a whole.' }) orderLineId?: string | null;
  @Text({ max: 255, example: 'Chase the mill for the second lab dip' }) title: string;
  @Text({ ...may, max: 5000, example: 'They promised it for Monday.' }) description?: string | null;
  @Id({ ...may, description: 'Who is to do it: you, unless told; null: nobody yet.' }) assignedToId?: string | null;
  @OneOf(TASK_PRIORITIES, { optional: true, name: 'TaskPriority', example: 'high' }) priority?: TaskPriority;
  @DayField({ ...may, description: 'The day by which it is to be done.', example: '2026-11-24' })
  dueDate?: string | null;
  @Text({
    ...may,
    max: MAX_GATE_KEY,
    pattern: GATE_KEY,
    hint: 'Write the gate as its key, such as labDip.',
    description: 'A gate of its line: when that is approved, the task is done.',
    example: 'labDip',
  })
  closesWithGate?: string | null;
  @JsonObject({ optional: true, example: {} }) metadata?: Record<string, unknown>;
}

export class UpdateTaskDto extends PartialType(OmitType(CreateTaskDto, ['orderId']), { skipNullProperties: false }) {}

export class CancelTaskDto {
  @Text({ ...may, max: 2000, example: 'The buyer took the old standard back.' }) reason?: string | null;
}

/** Of an order that is not theirs a person learns its number, and no more. */
export class TaskDto {
  @Id() id: string;
  @Id({ nullable: true, description: 'Null where the order is not yours to see.' }) orderId: string | null;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Text({ max: 255, nullable: true, description: 'Null where the order is not yours to see.', example: 'ANABIA' })
  customerName: string | null;
  @Id({ nullable: true }) orderLineId: string | null;
  @Text({ max: 600, nullable: true, description: 'How people name the line.', example: 'MT-2291 · White' })
  lineLabel: string | null;
  @Text({ max: 255, example: 'Chase the mill for the second lab dip' }) title: string;
  @Text({ max: 5000, nullable: true, example: 'They promised it for Monday.' }) description: string | null;
  @Nested(() => PersonDto, { nullable: true }) assignedTo: PersonDto | null;
  @Nested(() => PersonDto, { nullable: true, description: 'Who gave it.' }) assignedBy: PersonDto | null;
  @OneOf(TASK_STATUSES, { name: 'TaskStatus' }) status: TaskStatus;
  @SomeOf(TASK_STATUSES, { name: 'TaskStatus', description: 'Where you may bring it from here.' })
  nextStatuses: TaskStatus[];
  @Flag({ description: 'You may change, hand on and delete it, not only do it.', example: true }) editable: boolean;
  @OneOf(TASK_PRIORITIES, { name: 'TaskPriority', example: 'high' }) priority: TaskPriority;
  @DayField({ nullable: true, example: '2026-11-24' }) dueDate: string | null;
  @Text({ max: 120, nullable: true, example: 'labDip' }) closesWithGate: string | null;
  @Instant({ nullable: true, example: null }) completedAt: string | null;
  @JsonObject({ example: {} }) metadata: Record<string, unknown>;
  @Instant() createdAt: string;
  @Instant() updatedAt: string;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  /** @param actor who reads it */
  static from(task: OrderTask, actor: Actor): TaskDto {
    const { order, orderLine } = task;
    const theirs = seesOrderOf(task, actor);
    return {
      id: task.id,
      orderId: theirs ? task.orderId : null,
      orderNumber: order.orderNumber,
      customerName: theirs ? order.customerName : null,
      orderLineId: theirs ? task.orderLineId : null,
      lineLabel: theirs && orderLine ? lineLabel(orderLine, orderLine.style.styleNumber) : null,
      title: task.title,
      description: task.description,
      assignedTo: PersonDto.from(task.assignedTo),
      assignedBy: PersonDto.from(task.assignedBy),
      status: task.status,
      nextStatuses: taskLifecycle.nextOf(task.status).filter((status) => mayMoveTo(task, status, actor)),
      editable: mayChange(task, actor),
      priority: task.priority,
      dueDate: task.dueDate,
      closesWithGate: task.closesWithGate,
      completedAt: task.completedAt?.toISOString() ?? null,
      metadata: task.metadata,
      createdAt: task.createdAt.toISOString(),
      updatedAt: task.updatedAt.toISOString(),
      rowVersion: task.rowVersion,
    };
  }
}
