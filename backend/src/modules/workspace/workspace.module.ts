import { Module } from '@nestjs/common';
import { explainConstraint } from '../../platform/errors/database-errors';
import { CalendarController } from './calendar/calendar.controller';
import { CalendarRepository } from './calendar/calendar.repository';
import { MyDayController } from './my-day/my-day.controller';
import { MyDayRepository } from './my-day/my-day.repository';
import { SavedViewsController } from './saved-views/saved-views.controller';
import { SavedViewsRepository } from './saved-views/saved-views.repository';
import { SavedViewsService } from './saved-views/saved-views.service';
import { WorkspaceController } from './workspace.controller';
import { WorkspaceRepository } from './workspace.repository';

explainConstraint('uq_saved_views_name', 'name', 'You have a view of this name already.');

/** What a screen needs of its own: the order page in one request, what waits for a person, and their views of lists. */
@Module({
  controllers: [CalendarController, WorkspaceController, MyDayController, SavedViewsController],
  providers: [CalendarRepository, WorkspaceRepository, MyDayRepository, SavedViewsRepository, SavedViewsService],
})
export class WorkspaceModule {}
