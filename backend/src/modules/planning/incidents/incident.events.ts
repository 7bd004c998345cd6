import { DomainEvent } from '../../../platform/events/domain-event';

abstract class IncidentEvent extends DomainEvent {
  readonly subjectType = 'incident';
}

export class IncidentReported extends IncidentEvent {
  readonly name = 'incident.reported';
}

export class IncidentUpdated extends IncidentEvent {
  readonly name = 'incident.updated';
}

export class IncidentStarted extends IncidentEvent {
  readonly name = 'incident.started';
}

export class IncidentResolved extends IncidentEvent {
  readonly name = 'incident.resolved';
}

export class IncidentClosed extends IncidentEvent {
  readonly name = 'incident.closed';
}

export class IncidentReopened extends IncidentEvent {
  readonly name = 'incident.reopened';
}

export class IncidentDeleted extends IncidentEvent {
  readonly name = 'incident.deleted';
}

export class IncidentRestored extends IncidentEvent {
  readonly name = 'incident.restored';
}
