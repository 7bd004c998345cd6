import { Module, type OnModuleInit } from '@nestjs/common';
import { explainConstraint } from '../../platform/errors/database-errors';
import { DocumentsModule } from '../orders/documents/documents.module';
import { OrderParts } from '../orders/order-parts';
import { RoundCostsController } from './costs/round-costs.controller';
import { RoundCostsRepository } from './costs/round-costs.repository';
import { ReadingsController } from './colour/readings.controller';
import { ReadingsRepository } from './colour/readings.repository';
import { ReadingsService } from './colour/readings.service';
import { SampleOptionsController } from './option/sample-options.controller';
import { SampleOptionsRepository } from './option/sample-options.repository';
import { SampleOptionsService } from './option/sample-options.service';
import { ParcelsController } from './parcel/parcels.controller';
import { ParcelsRepository } from './parcel/parcels.repository';
import { ParcelsService } from './parcel/parcels.service';
import { ParcelsUndo } from './parcel/parcels.undo';
import { PicturesController } from './picture/pictures.controller';
import { PicturesService } from './picture/pictures.service';
import { SampleGates } from './sample/sample-gates';
import { SampleRoundsUndo } from './sample/sample-rounds.undo';
import { SampleStepsController } from './sample/sample-steps.controller';
import { SampleStepsService } from './sample/sample-steps.service';
import { SamplesController } from './sample/samples.controller';
import { SamplesRepository } from './sample/samples.repository';
import { SamplesService } from './sample/samples.service';
import { SamplesUndo } from './sample/samples.undo';
import type { OptionLabel } from './vocabulary';

explainConstraint('ck_samples_submitted', 'submissionDate', 'This sample was sent, so it needs the day it went.');

/** Sample rounds with their options and measured colours, and the parcels they go in. */
@Module({
  imports: [DocumentsModule],
  controllers: [
    SamplesController,
    SampleStepsController,
    SampleOptionsController,
    ReadingsController,
    PicturesController,
    RoundCostsController,
    ParcelsController,
  ],
  providers: [
    SamplesService,
    SampleStepsService,
    SampleGates,
    SamplesUndo,
    SampleRoundsUndo,
    SamplesRepository,
    SampleOptionsService,
    SampleOptionsRepository,
    ReadingsService,
    PicturesService,
    RoundCostsRepository,
    ReadingsRepository,
    ParcelsService,
    ParcelsUndo,
    ParcelsRepository,
  ],
  exports: [SamplesService, SamplesRepository],
})
export class SamplesModule implements OnModuleInit {
  constructor(
    private readonly parts: OrderParts,
    private readonly samples: SamplesRepository,
    private readonly pictures: PicturesService,
  ) {}

  onModuleInit(): void {
    this.parts.registerSamples(
      (sampleId, orderId) => this.samples.lineOf(sampleId, orderId),
      (sampleId, option) => this.pictures.pictureIdOf(sampleId, option as OptionLabel | null),
    );
  }
}
