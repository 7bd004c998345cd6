import { DomainEvent } from '../../../platform/events/domain-event';

abstract class TemplateEvent extends DomainEvent {
  readonly subjectType = 'tna_template';
}

export class TemplateCreated extends TemplateEvent {
  readonly name = 'tna_template.created';
}

export class TemplateUpdated extends TemplateEvent {
  readonly name = 'tna_template.updated';
}

export class TemplateDeleted extends TemplateEvent {
  readonly name = 'tna_template.deleted';
}

export class TemplateRestored extends TemplateEvent {
  readonly name = 'tna_template.restored';
}
