import { Module } from '@nestjs/common';
import { explainConstraint } from '../../platform/errors/database-errors';
import { MilestonesController } from './milestones.controller';
import { MilestonesRepository } from './milestones.repository';
import { MilestonesService } from './milestones.service';

explainConstraint('uq_line_milestones_line_milestone', 'milestone', 'This line has this milestone already.');

/** Time and action: the milestones of lines. */
@Module({
  controllers: [MilestonesController],
  providers: [MilestonesService, MilestonesRepository],
  exports: [MilestonesService],
})
export class PlanningModule {}
