import { Module } from '@nestjs/common';
import { CalendarController } from './calendar/calendar.controller';
import { CalendarRepository } from './calendar/calendar.repository';
import { MyDayController } from './my-day/my-day.controller';
import { MyDayRepository } from './my-day/my-day.repository';
import { WorkspaceController } from './workspace.controller';
import { WorkspaceRepository } from './workspace.repository';

/** Read models of a screen: the order page in one request, and what waits for a person. */
@Module({
  controllers: [CalendarController, WorkspaceController, MyDayController],
  providers: [CalendarRepository, WorkspaceRepository, MyDayRepository],
})
export class WorkspaceModule {}
