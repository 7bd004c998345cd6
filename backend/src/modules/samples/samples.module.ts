import { Module } from '@nestjs/common';
import { explainConstraint } from '../../platform/errors/database-errors';
import { SamplesController } from './samples.controller';
import { SamplesRepository } from './samples.repository';
import { SamplesService } from './samples.service';

explainConstraint('ck_samples_submitted', 'submissionDate', 'This sample was sent, so it needs the day it went.');

/** Sample rounds and their parcels. */
@Module({
  controllers: [SamplesController],
  providers: [SamplesService, SamplesRepository],
  exports: [SamplesService, SamplesRepository],
})
export class SamplesModule {}
