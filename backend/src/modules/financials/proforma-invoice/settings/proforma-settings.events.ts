import { DomainEvent } from '../../../../platform/events/domain-event';

export class ProformaSettingsUpdated extends DomainEvent {
  readonly subjectType = 'proforma_settings';
  readonly name = 'proforma_settings.updated';
}
