import { DayField, Id, ListOf, Nested, OneOf, Text, Whole } from '../../../platform/http/fields';
import { daysBetween, type Day } from '../../../platform/values/day';
import type { Actor } from '../../auth/access/actor';
import { PersonDto } from '../../orders/order/orders.dto';
import { seesOrder } from '../../orders/order-scope';
import { TASK_PRIORITIES, TASK_STATUSES, type TaskPriority, type TaskStatus } from '../../orders/tasks/task.lifecycle';
import type { MyDayRow, MyDayRows } from './my-day.repository';
import { MOST_ITEMS, MY_DAY_KINDS, MY_DAY_SCOPES, type MyDayKind, type MyDayScope } from './my-day.vocabulary';
import { detailOf, titleOf } from './my-day.words';

const count = (description: string) => Whole({ min: 0, max: 2147483647, description, example: 4 });

export class MyDayQueryDto {
  @OneOf(MY_DAY_SCOPES, {
    optional: true,
    name: 'MyDayScope',
    description:
      'mine: your orders and your tasks. all: every order you see, and all their tasks. Managers: all, unless told.',
  })
  scope?: MyDayScope;
  @OneOf(MY_DAY_KINDS, { optional: true, name: 'MyDayKind', description: 'Only this kind.' }) kind?: MyDayKind;
}

/** What a task of the list needs to be ticked off. */
export class MyDayTaskDto {
  @OneOf(TASK_STATUSES, { name: 'TaskStatus' }) status: TaskStatus;
  @OneOf(TASK_PRIORITIES, { name: 'TaskPriority', example: 'high' }) priority: TaskPriority;
  @Nested(() => PersonDto, { nullable: true }) assignedTo: PersonDto | null;
  @Nested(() => PersonDto, { nullable: true }) assignedBy: PersonDto | null;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;
}

/** One thing that waits for somebody. */
export class MyDayItemDto {
  @OneOf(MY_DAY_KINDS, { name: 'MyDayKind' }) kind: MyDayKind;
  @Id({ nullable: true, description: 'The task, sample, PI, LC or order that it is.' }) relatedId: string | null;
  @Text({ max: 5000, description: 'What is to be done.', example: 'Send lab dip round 2' }) title: string;
  @Text({ max: 600, nullable: true, description: 'What helps to judge it.', example: 'since 12 Nov 2026' })
  detail: string | null;
  @Id({ nullable: true, description: 'Null where the order is not yours to see.' }) orderId: string | null;
  @Text({ max: 50, example: 'PO-1182' }) orderNumber: string;
  @Text({ max: 255, nullable: true, example: 'ANABIA' }) customerName: string | null;
  @Id({ nullable: true, description: 'Null for the order, and for several lines.' }) orderLineId: string | null;
  @Text({ max: 600, nullable: true, example: 'MT-2291 · White' }) lineLabel: string | null;
  @count('On how many lines it waits; 0: it is the order’s.') lines: number;
  @DayField({ nullable: true }) dueOn: string | null;
  @Whole({ min: -100000, max: 100000, nullable: true, description: 'Negative: days that are left.', example: 2 })
  daysLate: number | null;
  @Nested(() => MyDayTaskDto, { nullable: true, description: 'Of a task.' }) task: MyDayTaskDto | null;

  static from(row: MyDayRow, actor: Actor, today: Day): MyDayItemDto {
    const theirs = seesOrder(row, actor);
    const { status, priority, rowVersion } = row.facts as Pick<MyDayTaskDto, 'status' | 'priority' | 'rowVersion'>;
    return {
      kind: row.kind,
      relatedId: row.relatedId,
      title: titleOf(row),
      detail: detailOf(row),
      orderId: theirs ? row.orderId : null,
      orderNumber: row.orderNumber,
      customerName: theirs ? row.customerName : null,
      orderLineId: theirs ? row.orderLineId : null,
      lineLabel: theirs ? row.lineLabel : null,
      lines: row.lines,
      dueOn: row.dueOn,
      daysLate: row.dueOn === null ? null : daysBetween(row.dueOn, today),
      task: row.kind === 'task' ? { status, priority, rowVersion, assignedTo: row.doer, assignedBy: row.giver } : null,
    };
  }
}

/** What waits for a person, the most urgent first. */
export class MyDayDto {
  @DayField({ description: "The house's today." }) today: string;
  @OneOf(MY_DAY_SCOPES, { name: 'MyDayScope' }) scope: MyDayScope;
  @count('Late, or due today.') dueToday: number;
  @count('Due in the next seven days, or without a day.') dueThisWeek: number;
  @ListOf(() => MyDayItemDto, { max: MOST_ITEMS, description: 'Late, or due today: the most urgent fifty.' })
  todayItems: MyDayItemDto[];
  @ListOf(() => MyDayItemDto, { max: MOST_ITEMS, description: 'Due in the next seven days: the most urgent fifty.' })
  weekItems: MyDayItemDto[];
  @Nested(() => MyDayItemDto, { nullable: true, description: 'The first that is due later, within thirty days.' })
  next: MyDayItemDto | null;

  static from({ counts, today, week, next }: MyDayRows, scope: MyDayScope, actor: Actor, day: Day): MyDayDto {
    const item = (row: MyDayRow) => MyDayItemDto.from(row, actor, day);
    return {
      today: day,
      scope,
      dueToday: counts.today,
      dueThisWeek: counts.week,
      todayItems: today.map(item),
      weekItems: week.map(item),
      next: next && item(next),
    };
  }
}
