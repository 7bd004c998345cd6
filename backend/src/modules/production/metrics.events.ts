import { DomainEvent } from '../../platform/events/domain-event';

abstract class ProductionMetricEvent extends DomainEvent {
  readonly subjectType = 'production_metric';
}

export class ProductionMetricRecorded extends ProductionMetricEvent {
  readonly name = 'production_metric.recorded';
}

export class ProductionMetricUpdated extends ProductionMetricEvent {
  readonly name = 'production_metric.updated';
}

export class ProductionMetricDeleted extends ProductionMetricEvent {
  readonly name = 'production_metric.deleted';
}

export class ProductionMetricRestored extends ProductionMetricEvent {
  readonly name = 'production_metric.restored';
}
