import { Controller, Delete, Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CONFIG, type Config } from '../../../platform/config/config';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { Public } from '../../../platform/http/public.decorator';
import { addDays, today } from '../../../platform/values/day';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { NeedsProof } from '../../auth/access/needs-proof.decorator';
import { scopeOf } from '../../auth/access/capabilities';
import type { CalendarLink } from './calendar-link.entity';
import { CalendarLinks } from './calendar-links.service';
import { CalendarFeedQueryDto, CalendarLinkDto } from './calendar.dto';
import { CalendarRepository } from './calendar.repository';
import { FEED_DAYS, MOST_PER_DAY } from './calendar.vocabulary';
import { iCalendar } from './icalendar';

/** The calendar in other programmes: a link of one’s own that can be ended. Its key is in the query, which no log keeps. */
@ApiTags('workspace')
@Controller('calendar')
export class CalendarLinksController {
  constructor(
    private readonly links: CalendarLinks,
    private readonly calendar: CalendarRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('link')
  @Can('calendar_link.own')
  @ApiOperation({ operationId: 'getCalendarLink', summary: 'Read your link for a calendar programme' })
  @ApiOkResponse({ type: CalendarLinkDto })
  async getCalendarLink(@CurrentActor() actor: Actor, @Req() request: Request): Promise<CalendarLinkDto> {
    const link = await this.links.of(actor);
    return link ? this.told(link, request) : { url: null, madeAt: null };
  }

  @Post('link')
  @Can('calendar_link.own')
  @NeedsProof('links')
  @ApiOperation({
    operationId: 'makeCalendarLink',
    summary: 'Make a link for a calendar programme; the one you had ends',
  })
  @ApiCreatedResponse({ type: CalendarLinkDto })
  async makeCalendarLink(@CurrentActor() actor: Actor, @Req() request: Request): Promise<CalendarLinkDto> {
    return this.told(await this.links.make(actor), request);
  }

  @Delete('link')
  @HttpCode(204)
  @Can('calendar_link.own')
  @ApiOperation({ operationId: 'endCalendarLink', summary: 'End your link for a calendar programme' })
  @ApiNoContentResponse()
  async endCalendarLink(@CurrentActor() actor: Actor): Promise<void> {
    await this.links.end(actor);
  }

  @Get('feed.ics')
  @Public()
  @ApiOperation({
    operationId: 'readCalendarFeed',
    summary: 'Read the calendar of whose link it is, as an iCalendar file',
    description: `What that person sees, from ${FEED_DAYS.before} days ago to ${FEED_DAYS.after} days ahead.`,
  })
  @ApiProduces('text/calendar')
  @ApiOkResponse({ description: 'RFC 5545.', schema: { type: 'string' } })
  @ApiErrors(new ResourceNotFound('calendar'))
  async readCalendarFeed(
    @Query() asked: CalendarFeedQueryDto,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { key, kind = null, merchandiserId = null } = asked;
    const { id, role, fullName } = await this.links.holderOf(key);
    const [now, day] = [new Date(), today(this.config.TZ_HOUSE)];
    const days = await this.calendar.read({
      from: addDays(day, -FEED_DAYS.before),
      to: addDays(day, FEED_DAYS.after),
      kind,
      perDay: MOST_PER_DAY,
      merchandiserId: scopeOf(role, 'order.read') === 'house' ? merchandiserId : id,
      actorId: id,
    });
    const name = `${this.config.HOUSE_NAME}: ${fullName}`;
    response
      .type('text/calendar; charset=utf-8')
      .set({ 'Cache-Control': 'private, no-store', 'Content-Disposition': 'inline; filename="provabook.ics"' })
      .send(iCalendar({ name, days, site: this.siteOf(request), now }));
  }

  private told(link: CalendarLink, request: Request): CalendarLinkDto {
    const url = `${this.siteOf(request)}/api/v1/calendar/feed.ics?key=${this.links.keyOf(link)}`;
    return { url, madeAt: link.createdAt.toISOString() };
  }

  private siteOf(request: Request): string {
    return (this.config.PUBLIC_URL ?? `${request.protocol}://${request.get('host') ?? 'localhost'}`).replace(
      /\/+$/,
      '',
    );
  }
}
