import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, ApiListFilters, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { DelayNotStanding, DelayOfIncident } from './delay.errors';
import { BookDelayDto, DelayDto, PartyDelaysDto, RebookDelayDto } from './delays.dto';
import { delayList } from './delays.repository';
import { DelaysService } from './delays.service';

@ApiTags('planning')
@Controller()
export class DelaysController {
  constructor(private readonly delays: DelaysService) {}

  @Get('delay-ledger')
  @Can('delay.read')
  @ApiOperation({ operationId: 'listDelays', summary: 'List working days that were lost, and to whom they are booked' })
  @ApiList(DelayDto, delayList)
  async listDelays(@Asked(delayList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.delays.list(asked, actor), (delay) => DelayDto.from(delay));
  }

  @Get('delay-ledger/parties')
  @Can('delay.read')
  @ApiOperation({ operationId: 'listDelaysByParty', summary: 'Add up the ledger by party; filters as of the list' })
  @ApiListFilters(delayList)
  @ApiOkResponse({ type: PartyDelaysDto })
  async listDelaysByParty(@Asked(delayList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return PartyDelaysDto.from(await this.delays.totals(asked, actor));
  }

  @Post('order-lines/:id/delays')
  @Can('delay.book')
  @ApiOperation({ operationId: 'bookDelay', summary: 'Book working days of a line that were lost' })
  @ApiCreatedResponse({ type: DelayDto })
  async bookDelay(@Param('id', ParseUUIDPipe) id: string, @Body() body: BookDelayDto, @CurrentActor() actor: Actor) {
    return DelayDto.from(await this.delays.book(id, body, actor));
  }

  @Post('delay-ledger/:id/rebooking')
  @Can('delay.book')
  @ApiOperation({ operationId: 'rebookDelay', summary: 'Book the days to another party; the entry stays, taken back' })
  @ApiCreatedResponse({ type: DelayDto })
  @ApiErrors(new DelayNotStanding(), new DelayOfIncident())
  async rebookDelay(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RebookDelayDto,
    @CurrentActor() actor: Actor,
  ) {
    return DelayDto.from(await this.delays.rebook(id, body, actor));
  }
}
