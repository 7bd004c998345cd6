import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Metrics } from './metrics';
import { MetricsController } from './metrics.controller';
import { OperationNameGuard } from './operation-name.guard';

@Module({
  controllers: [MetricsController],
  providers: [Metrics, { provide: APP_GUARD, useClass: OperationNameGuard }],
})
export class MetricsModule {}
