import { DomainEvent } from '../../../platform/events/domain-event';

abstract class CalendarEvent extends DomainEvent {
  readonly subjectType = 'calendar';
}

export class CalendarCreated extends CalendarEvent {
  readonly name = 'calendar.created';
}

export class CalendarUpdated extends CalendarEvent {
  readonly name = 'calendar.updated';
}

export class CalendarDeleted extends CalendarEvent {
  readonly name = 'calendar.deleted';
}

export class CalendarRestored extends CalendarEvent {
  readonly name = 'calendar.restored';
}
