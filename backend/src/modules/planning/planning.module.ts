import { Module, type OnModuleInit } from '@nestjs/common';
import { explainConstraint } from '../../platform/errors/database-errors';
import { OrderImpacts } from '../orders/revision/order-impact';
import { MilestonesController } from './milestones.controller';
import { MilestonesRepository } from './milestones.repository';
import { MilestonesService } from './milestones.service';
import { PlanImpact } from './plan-impact';
import { MilestonesUndo } from './milestones.undo';

explainConstraint('uq_line_milestones_line_milestone', 'milestone', 'This line has this milestone already.');

/** Time and action: the milestones of lines. */
@Module({
  controllers: [MilestonesController],
  providers: [MilestonesService, MilestonesUndo, MilestonesRepository, PlanImpact],
  exports: [MilestonesService],
})
export class PlanningModule implements OnModuleInit {
  constructor(
    private readonly impacts: OrderImpacts,
    private readonly impact: PlanImpact,
  ) {}

  onModuleInit(): void {
    this.impacts.register(this.impact);
  }
}
