import { Module, type OnModuleInit } from '@nestjs/common';
import { explainConstraint } from '../../platform/errors/database-errors';
import { PlanColumn } from '../orders/line/plan-column';
import { OrderImpacts } from '../orders/revision/order-impact';
import { ProductionModule } from '../production/production.module';
import { AlertKeeper } from './alerts/alert-keeper';
import { AlertRulesController } from './alerts/alert-rules.controller';
import { AlertRulesRepository } from './alerts/alert-rules.repository';
import { AlertRulesService } from './alerts/alert-rules.service';
import { AlertWatcher } from './alerts/alert-watcher';
import { AlertsController } from './alerts/alerts.controller';
import { AlertsRepository } from './alerts/alerts.repository';
import { AlertsService } from './alerts/alerts.service';
import { CockpitController } from './cockpit/cockpit.controller';
import { CockpitService } from './cockpit/cockpit.service';
import { LineOutputKeeper } from './cockpit/line-output-keeper';
import { LineOutputsRepository } from './cockpit/line-outputs.repository';
import { MilestonesController } from './milestones.controller';
import { MilestonesRepository } from './milestones.repository';
import { MilestonesService } from './milestones.service';
import { CalendarsController } from './calendar/calendars.controller';
import { CalendarsRepository } from './calendar/calendars.repository';
import { CalendarsService } from './calendar/calendars.service';
import { DelaysController } from './delays/delays.controller';
import { DelaysRepository } from './delays/delays.repository';
import { DelaysService } from './delays/delays.service';
import { DelaysUndo } from './delays/delays.undo';
import { StepDurationsController } from './history/step-durations.controller';
import { StepDurationsRepository } from './history/step-durations.repository';
import { StepDurationsService } from './history/step-durations.service';
import { IncidentsController } from './incidents/incidents.controller';
import { IncidentsRepository } from './incidents/incidents.repository';
import { IncidentsService } from './incidents/incidents.service';
import { IncidentsUndo } from './incidents/incidents.undo';
import { PlanGridController } from './grid/plan-grid.controller';
import { PlanGridRepository } from './grid/plan-grid.repository';
import { PlanGridService } from './grid/plan-grid.service';
import { isPlanned, planStandingJson } from './plan/plan-standing';
import { HappenedSteps } from './plan/happened-steps';
import { LinePlansRepository } from './plan/line-plans.repository';
import { PaperDays } from './plan/paper-days';
import { PlanFollower } from './plan/plan-follower';
import { PlanKeeper } from './plan/plan-keeper';
import { PlanSplitter } from './plan/plan-splitter';
import { PlansController } from './plan/plans.controller';
import { PlansService } from './plan/plans.service';
import { TemplatesController } from './template/templates.controller';
import { TemplatesRepository } from './template/templates.repository';
import { TemplatesService } from './template/templates.service';
import { PlanImpact } from './plan-impact';
import { MilestonesUndo } from './milestones.undo';
import { PlanningSettingsUndo } from './planning-settings.undo';

explainConstraint('uq_line_milestones_line_milestone', 'milestone', 'This line has this milestone already.');

explainConstraint('uq_tna_templates_name', 'name', 'There is a template of this name already.');
explainConstraint('uq_working_calendars_party', 'partyName', 'There is a calendar of this party already.');

/** Time and action: templates, working calendars, and the plans of lines with their milestones. */
@Module({
  imports: [ProductionModule],
  controllers: [
    MilestonesController,
    PlansController,
    PlanGridController,
    TemplatesController,
    CalendarsController,
    AlertsController,
    AlertRulesController,
    DelaysController,
    IncidentsController,
    CockpitController,
    StepDurationsController,
  ],
  providers: [
    MilestonesService,
    MilestonesUndo,
    PlanningSettingsUndo,
    MilestonesRepository,
    PlanImpact,
    PlansService,
    PlanKeeper,
    PlanFollower,
    PaperDays,
    HappenedSteps,
    PlanSplitter,
    LinePlansRepository,
    PlanGridService,
    PlanGridRepository,
    TemplatesService,
    TemplatesRepository,
    CalendarsService,
    CalendarsRepository,
    AlertsService,
    AlertsRepository,
    AlertRulesService,
    AlertRulesRepository,
    AlertKeeper,
    AlertWatcher,
    DelaysService,
    DelaysRepository,
    DelaysUndo,
    IncidentsService,
    IncidentsRepository,
    IncidentsUndo,
    StepDurationsService,
    StepDurationsRepository,
    CockpitService,
    LineOutputKeeper,
    LineOutputsRepository,
  ],
  exports: [MilestonesService, CalendarsRepository],
})
export class PlanningModule implements OnModuleInit {
  constructor(
    private readonly impacts: OrderImpacts,
    private readonly impact: PlanImpact,
    private readonly planColumn: PlanColumn,
  ) {}

  onModuleInit(): void {
    this.impacts.register(this.impact);
    this.planColumn.register(planStandingJson, isPlanned);
  }
}
