import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { InvalidInput } from '../../../platform/errors/domain-error';
import { daysBetween } from '../../../platform/values/day';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { scopeOf } from '../../auth/access/capabilities';
import { DayCalendarDto, CalendarQueryDto } from './calendar.dto';
import { CalendarRepository } from './calendar.repository';
import { MOST_DAYS } from './calendar.vocabulary';

@ApiTags('workspace')
@Controller('calendar')
export class CalendarController {
  constructor(private readonly calendar: CalendarRepository) {}

  @Get()
  @Can('order.read')
  @ApiOperation({
    operationId: 'getCalendar',
    summary: 'Read what falls on which day: ETDs, ETAs, dates of LCs, tasks and steps that are due',
  })
  @ApiOkResponse({ type: DayCalendarDto })
  async getCalendar(@Query() asked: CalendarQueryDto, @CurrentActor() actor: Actor): Promise<DayCalendarDto> {
    const { from, to, kind = null, merchandiserId = null, perDay } = asked;
    const days = daysBetween(from, to) + 1;
    if (days < 1) throw new InvalidInput({ to: ['The last day lies before the first.'] });
    if (days > MOST_DAYS) throw new InvalidInput({ to: [`A calendar is read for at most ${MOST_DAYS} days.`] });
    const whose = scopeOf(actor.role, 'order.read') === 'house' ? merchandiserId : actor.id;
    return { days: await this.calendar.read({ from, to, kind, perDay, merchandiserId: whose, actorId: actor.id }) };
  }
}
