import { DomainEvent } from '../../../platform/events/domain-event';

/** An order came from a workbook. */
export class OrderImported extends DomainEvent {
  readonly name = 'order.imported';
  readonly subjectType = 'order';
}
