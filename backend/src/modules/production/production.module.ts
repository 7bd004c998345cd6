import { Module, type OnModuleInit } from '@nestjs/common';
import { explainConstraint } from '../../platform/errors/database-errors';
import { OrderImpacts } from '../orders/revision/order-impact';
import { ProductionMetricsController } from './metrics.controller';
import { DAY_TAKEN } from './metrics.errors';
import { ProductionMetricsRepository } from './metrics.repository';
import { ProductionMetricsService } from './metrics.service';
import { ProductionSummaryController } from './summary.controller';
import { yarnImpact } from './yarn-impact';
import { ProductionMetricsUndo } from './metrics.undo';

explainConstraint('uq_production_metrics_day', 'date', DAY_TAKEN);

@Module({
  controllers: [ProductionMetricsController, ProductionSummaryController],
  providers: [ProductionMetricsService, ProductionMetricsUndo, ProductionMetricsRepository],
})
export class ProductionModule implements OnModuleInit {
  constructor(private readonly impacts: OrderImpacts) {}

  onModuleInit(): void {
    this.impacts.register(yarnImpact);
  }
}
