import { Module, type OnModuleInit } from '@nestjs/common';
import { explainConstraint } from '../../platform/errors/database-errors';
import { OrderParts } from '../orders/order-parts';
import { SamplesController } from './sample/samples.controller';
import { SamplesRepository } from './sample/samples.repository';
import { SamplesService } from './sample/samples.service';

explainConstraint('ck_samples_submitted', 'submissionDate', 'This sample was sent, so it needs the day it went.');

/** Sample rounds and their parcels. */
@Module({
  controllers: [SamplesController],
  providers: [SamplesService, SamplesRepository],
  exports: [SamplesService, SamplesRepository],
})
export class SamplesModule implements OnModuleInit {
  constructor(
    private readonly parts: OrderParts,
    private readonly samples: SamplesRepository,
  ) {}

  onModuleInit(): void {
    this.parts.registerSamples((sampleId, orderId) => this.samples.lineOf(sampleId, orderId));
  }
}
