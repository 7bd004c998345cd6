import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import { IllegalTransition } from '../../../platform/lifecycle/lifecycle';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { NoSuchReference } from '../../orders/orders.errors';
import { DaysLostThroughNobody, IncidentSettled } from './incident.errors';
import {
  IncidentDto,
  ReopenIncidentDto,
  ReportIncidentDto,
  ResolveIncidentDto,
  UpdateIncidentDto,
} from './incidents.dto';
import { incidentList } from './incidents.repository';
import { IncidentsService } from './incidents.service';

@ApiTags('planning')
@Controller('incidents')
export class IncidentsController {
  constructor(private readonly incidents: IncidentsService) {}

  @Get()
  @Can('incident.read')
  @ApiOperation({ operationId: 'listIncidents', summary: 'List what went wrong with orders and their lines' })
  @ApiList(IncidentDto, incidentList)
  async listIncidents(@Asked(incidentList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.incidents.list(asked, actor), (incident) => IncidentDto.from(incident));
  }

  @Post()
  @Can('incident.write')
  @ApiOperation({ operationId: 'reportIncident', summary: 'Report that something went wrong' })
  @ApiCreatedResponse({ type: IncidentDto })
  @ApiErrors(new NoSuchReference('orderId', 'order'), new DaysLostThroughNobody())
  async reportIncident(@Body() body: ReportIncidentDto, @CurrentActor() actor: Actor) {
    return IncidentDto.from(await this.incidents.report(body, actor));
  }

  @Get(':id')
  @Can('incident.read')
  @ApiOperation({ operationId: 'getIncident', summary: 'Read an incident' })
  @ApiOkResponse({ type: IncidentDto })
  async getIncident(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return IncidentDto.from(await this.incidents.get(id, actor));
  }

  @Patch(':id')
  @Can('incident.write')
  @ApiOperation({ operationId: 'updateIncident', summary: 'Change an incident: only what is sent; null clears' })
  @ApiOkResponse({ type: IncidentDto })
  @ApiErrors(
    new NoSuchReference('orderLineId', 'line in this order'),
    new IncidentSettled(),
    new DaysLostThroughNobody(),
  )
  async updateIncident(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateIncidentDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return IncidentDto.from(await this.incidents.update(id, body, actor, expected));
  }

  @Delete(':id')
  @HttpCode(204)
  @Can('incident.write')
  @ApiOperation({ operationId: 'deleteIncident', summary: 'Move an incident to the trash' })
  @ApiNoContentResponse()
  async deleteIncident(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.incidents.delete(id, actor, expected);
  }

  @Post(':id/start')
  @HttpCode(200)
  @Can('incident.write')
  @ApiOperation({ operationId: 'startIncident', summary: 'Say that somebody sees to it' })
  @ApiOkResponse({ type: IncidentDto })
  @ApiErrors(new IllegalTransition('incident', 'in_progress', 'in_progress', ['resolved']))
  async startIncident(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return IncidentDto.from(await this.incidents.start(id, actor, expected));
  }

  @Post(':id/resolution')
  @HttpCode(200)
  @Can('incident.write')
  @ApiOperation({ operationId: 'resolveIncident', summary: 'Settle an incident; days that it lost are booked' })
  @ApiOkResponse({ type: IncidentDto })
  @ApiErrors(new IllegalTransition('incident', 'closed', 'resolved', ['in_progress']), new DaysLostThroughNobody())
  async resolveIncident(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ResolveIncidentDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return IncidentDto.from(await this.incidents.resolve(id, body, actor, expected));
  }

  @Post(':id/closing')
  @HttpCode(200)
  @Can('incident.write')
  @ApiOperation({ operationId: 'closeIncident', summary: 'Close what is resolved: nobody need look at it any more' })
  @ApiOkResponse({ type: IncidentDto })
  @ApiErrors(new IllegalTransition('incident', 'open', 'closed', ['in_progress', 'resolved']))
  async closeIncident(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return IncidentDto.from(await this.incidents.close(id, actor, expected));
  }

  @Post(':id/reopening')
  @HttpCode(200)
  @Can('incident.write')
  @ApiOperation({ operationId: 'reopenIncident', summary: 'It is not settled after all; its days are taken back' })
  @ApiOkResponse({ type: IncidentDto })
  @ApiErrors(new IllegalTransition('incident', 'in_progress', 'in_progress', ['resolved']))
  async reopenIncident(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ReopenIncidentDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return IncidentDto.from(await this.incidents.reopen(id, reason, actor, expected));
  }
}
