import { Module } from '@nestjs/common';
import { PlanningModule } from '../planning/planning.module';
import { ImportsController } from './imports/imports.controller';
import { ImportsRepository } from './imports/imports.repository';
import { ImportsService } from './imports/imports.service';

/** What comes in from, and goes out to, the house's own files. */
@Module({
  imports: [PlanningModule],
  controllers: [ImportsController],
  providers: [ImportsService, ImportsRepository],
})
export class TransfersModule {}
