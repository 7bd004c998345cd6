import { Module } from '@nestjs/common';
import { explainConstraint } from '../../platform/errors/database-errors';
import { DocumentsModule } from '../orders/documents/documents.module';
import { CalendarController } from './calendar/calendar.controller';
import { CalendarLinksController } from './calendar/calendar-links.controller';
import { CalendarLinks } from './calendar/calendar-links.service';
import { CalendarRepository } from './calendar/calendar.repository';
import { MyDayController } from './my-day/my-day.controller';
import { MyDayRepository } from './my-day/my-day.repository';
import { OrderColumnsController } from './order-columns/order-columns.controller';
import { OrderColumnsRepository } from './order-columns/order-columns.repository';
import { SavedViewsController } from './saved-views/saved-views.controller';
import { SavedViewsRepository } from './saved-views/saved-views.repository';
import { SavedViewsService } from './saved-views/saved-views.service';
import { WorkspaceController } from './workspace.controller';
import { WorkspaceRepository } from './workspace.repository';

explainConstraint('uq_saved_views_name', 'name', 'You have a view of this name already.');

/** What a screen needs of its own: the order page in one request, what waits for a person, and their views of lists. */
@Module({
  imports: [DocumentsModule],
  controllers: [
    CalendarLinksController,
    CalendarController,
    WorkspaceController,
    MyDayController,
    OrderColumnsController,
    SavedViewsController,
  ],
  providers: [
    CalendarLinks,
    CalendarRepository,
    WorkspaceRepository,
    MyDayRepository,
    OrderColumnsRepository,
    SavedViewsRepository,
    SavedViewsService,
  ],
})
export class WorkspaceModule {}
