import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../platform/events/domain-event.entity';
import { Restores, Undoes, valuesBefore } from '../../platform/events/undoing';
import type { Actor } from '../auth/access/actor';
import { ProductionMetric } from './metric.entity';
import type { UpdateProductionMetricDto } from './metrics.dto';
import { ProductionMetricsService } from './metrics.service';

/** What can be taken back of the output of a day. */
@Injectable()
export class ProductionMetricsUndo {
  constructor(private readonly metrics: ProductionMetricsService) {}

  @Undoes('production_metric.updated')
  undoUpdate(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.metrics.update(event.subjectId, valuesBefore<UpdateProductionMetricDto>(event), actor);
  }

  @Undoes('production_metric.recorded', 'production_metric.restored')
  undoCreation(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.metrics.delete(event.subjectId, actor);
  }

  @Restores('production_metric', ProductionMetric)
  restore(id: string, actor: Actor): Promise<unknown> {
    return this.metrics.restore(id, actor);
  }
}
