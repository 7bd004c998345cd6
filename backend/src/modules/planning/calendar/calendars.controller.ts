import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { CalendarDto, CreateCalendarDto, UpdateCalendarDto } from './calendars.dto';
import { CalendarOfAll } from './calendars.errors';
import { calendarList } from './calendars.repository';
import { CalendarsService } from './calendars.service';

@ApiTags('planning')
@Controller('working-calendars')
export class CalendarsController {
  constructor(private readonly calendars: CalendarsService) {}

  @Get()
  @Can('working_calendar.read')
  @ApiOperation({ operationId: 'listWorkingCalendars', summary: 'List when mills, buyers, banks and the house work' })
  @ApiList(CalendarDto, calendarList)
  async listWorkingCalendars(@Asked(calendarList) asked: ListQuery) {
    return mapPage(await this.calendars.list(asked), (calendar) => CalendarDto.from(calendar));
  }

  @Post()
  @Can('working_calendar.write')
  @ApiOperation({ operationId: 'createWorkingCalendar', summary: 'Give one mill, buyer or bank a calendar of its own' })
  @ApiCreatedResponse({ type: CalendarDto })
  async createWorkingCalendar(@Body() body: CreateCalendarDto, @CurrentActor() actor: Actor) {
    return CalendarDto.from(await this.calendars.create(body, actor));
  }

  @Get(':id')
  @Can('working_calendar.read')
  @ApiOperation({ operationId: 'getWorkingCalendar', summary: 'Read a working calendar' })
  @ApiOkResponse({ type: CalendarDto })
  async getWorkingCalendar(@Param('id', ParseUUIDPipe) id: string) {
    return CalendarDto.from(await this.calendars.get(id));
  }

  @Patch(':id')
  @Can('working_calendar.write')
  @ApiOperation({ operationId: 'updateWorkingCalendar', summary: 'Change a working calendar' })
  @ApiOkResponse({ type: CalendarDto })
  @ApiErrors(new CalendarOfAll('mill'))
  async updateWorkingCalendar(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateCalendarDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return CalendarDto.from(await this.calendars.update(id, body, actor, expected));
  }

  @Delete(':id')
  @HttpCode(204)
  @Can('working_calendar.write')
  @ApiOperation({ operationId: 'deleteWorkingCalendar', summary: 'Let a party work as all of its kind do' })
  @ApiNoContentResponse()
  @ApiErrors(new CalendarOfAll('mill'))
  async deleteWorkingCalendar(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.calendars.delete(id, actor, expected);
  }
}
