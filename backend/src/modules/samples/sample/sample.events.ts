import { DomainEvent } from '../../../platform/events/domain-event';

abstract class SampleEvent extends DomainEvent {
  readonly subjectType = 'sample';
}

export class SampleCreated extends SampleEvent {
  readonly name = 'sample.created';
}

export class SampleUpdated extends SampleEvent {
  readonly name = 'sample.updated';
}

export class SampleDeleted extends SampleEvent {
  readonly name = 'sample.deleted';
}

export class SampleSubmitted extends SampleEvent {
  readonly name = 'sample.submitted';
}

export class SampleApproved extends SampleEvent {
  readonly name = 'sample.approved';
}

export class SampleRejected extends SampleEvent {
  readonly name = 'sample.rejected';
}

export class SampleFileAttached extends SampleEvent {
  readonly name = 'sample.file_attached';
}

export class SampleFileRemoved extends SampleEvent {
  readonly name = 'sample.file_removed';
}
