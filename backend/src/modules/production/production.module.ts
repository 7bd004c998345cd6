import { Module, type OnModuleInit } from '@nestjs/common';
import { explainConstraint } from '../../platform/errors/database-errors';
import { OrderImpacts } from '../orders/revision/order-impact';
import { ComputedDays } from './entries/computed-days.service';
import { ProductionEntriesController } from './entries/entries.controller';
import { ProductionEntriesRepository } from './entries/entries.repository';
import { ProductionEntriesService } from './entries/entries.service';
import { ProductionEntriesUndo } from './entries/entries.undo';
import { StageProgress } from './entries/stage-progress';
import { ProductionMetricsController } from './metrics.controller';
import { DAY_TAKEN } from './metrics.errors';
import { ProductionMetricsRepository } from './metrics.repository';
import { ProductionMetricsService } from './metrics.service';
import { ProductionSummaryController } from './summary.controller';
import { yarnImpact } from './yarn-impact';
import { ProductionMetricsUndo } from './metrics.undo';

explainConstraint('uq_production_metrics_day', 'date', DAY_TAKEN);
explainConstraint('uq_production_entries_device_key', 'deviceKey', 'This number was sent already.');

@Module({
  controllers: [ProductionMetricsController, ProductionSummaryController, ProductionEntriesController],
  providers: [
    ProductionMetricsService,
    ProductionMetricsUndo,
    ProductionMetricsRepository,
    ProductionEntriesService,
    ProductionEntriesUndo,
    ProductionEntriesRepository,
    ComputedDays,
    StageProgress,
  ],
  exports: [StageProgress, ProductionEntriesService, ProductionEntriesRepository],
})
export class ProductionModule implements OnModuleInit {
  constructor(private readonly impacts: OrderImpacts) {}

  onModuleInit(): void {
    this.impacts.register(yarnImpact);
  }
}
