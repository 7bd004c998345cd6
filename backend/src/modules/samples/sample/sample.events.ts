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

/** That it was sent was a mistake. */
export class SampleSendingTakenBack extends SampleEvent {
  readonly name = 'sample.sending_taken_back';
}

/** The buyer got it. */
export class SampleReceived extends SampleEvent {
  readonly name = 'sample.received';
}

export class SampleApproved extends SampleEvent {
  readonly name = 'sample.approved';
}

export class SampleRejected extends SampleEvent {
  readonly name = 'sample.rejected';
}

/** That the buyer decided was a mistake. */
export class SampleDecisionTakenBack extends SampleEvent {
  readonly name = 'sample.decision_taken_back';
}

export class SampleFileAttached extends SampleEvent {
  readonly name = 'sample.file_attached';
}

export class SampleFileRemoved extends SampleEvent {
  readonly name = 'sample.file_removed';
}

export class SampleOptionAdded extends SampleEvent {
  readonly name = 'sample.option_added';
}

export class SampleOptionUpdated extends SampleEvent {
  readonly name = 'sample.option_updated';
}

export class SampleOptionRemoved extends SampleEvent {
  readonly name = 'sample.option_removed';
}

export class SampleOptionPictureAttached extends SampleEvent {
  readonly name = 'sample.option_picture_attached';
}

export class SampleOptionPictureRemoved extends SampleEvent {
  readonly name = 'sample.option_picture_removed';
}

/** Its colour was measured under one light, or measured again. */
export class SampleMeasured extends SampleEvent {
  readonly name = 'sample.measured';
}

export class SampleReadingRemoved extends SampleEvent {
  readonly name = 'sample.reading_removed';
}

export class SampleRestored extends SampleEvent {
  readonly name = 'sample.restored';
}
