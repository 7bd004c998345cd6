import { Module } from '@nestjs/common';
import { explainConstraint } from '../../platform/errors/database-errors';
import { ProductionMetricsController } from './metrics.controller';
import { DAY_TAKEN } from './metrics.errors';
import { ProductionMetricsRepository } from './metrics.repository';
import { ProductionMetricsService } from './metrics.service';
import { ProductionSummaryController } from './summary.controller';

explainConstraint('uq_production_metrics_day', 'date', DAY_TAKEN);

@Module({
  controllers: [ProductionMetricsController, ProductionSummaryController],
  providers: [ProductionMetricsService, ProductionMetricsRepository],
})
export class ProductionModule {}
