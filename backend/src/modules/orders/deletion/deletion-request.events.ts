import { DomainEvent } from '../../../platform/events/domain-event';

abstract class DeletionRequestEvent extends DomainEvent {
  readonly subjectType = 'deletion_request';
}

export class DeletionRequested extends DeletionRequestEvent {
  readonly name = 'deletion_request.made';
}

export class DeletionApproved extends DeletionRequestEvent {
  readonly name = 'deletion_request.approved';
}

export class DeletionDeclined extends DeletionRequestEvent {
  readonly name = 'deletion_request.declined';
}

export class DeletionRequestWithdrawn extends DeletionRequestEvent {
  readonly name = 'deletion_request.withdrawn';
}
