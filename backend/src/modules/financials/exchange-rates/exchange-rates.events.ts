import { DomainEvent } from '../../../platform/events/domain-event';

abstract class ExchangeRateEvent extends DomainEvent {
  readonly subjectType = 'exchange_rate';
}

export class ExchangeRateRecorded extends ExchangeRateEvent {
  readonly name = 'exchange_rate.recorded';
}

export class ExchangeRateDeleted extends ExchangeRateEvent {
  readonly name = 'exchange_rate.deleted';
}
