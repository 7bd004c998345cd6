import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { seesOrder } from '../../orders/order-scope';
import { AlertDto, AlertMuteDto, AlertMutesDto, MuteAlertsDto, SnoozeAlertDto } from './alerts.dto';
import { alertList, type AlertOf } from './alerts.repository';
import { AlertsService } from './alerts.service';

/** Rules raise and clear alerts; a person only says what they do not want to hear of. */
@ApiTags('planning')
@Controller()
export class AlertsController {
  constructor(private readonly alerts: AlertsService) {}

  @Get('alerts')
  @Can('alert.read')
  @ApiOperation({ operationId: 'listAlerts', summary: 'List what needs somebody, the worst first' })
  @ApiList(AlertDto, alertList)
  async listAlerts(@Asked(alertList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.alerts.list(asked, actor), (alert) => this.told(alert, actor));
  }

  @Get('alerts/:id')
  @Can('alert.read')
  @ApiOperation({ operationId: 'getAlert', summary: 'Read an alert' })
  @ApiOkResponse({ type: AlertDto })
  async getAlert(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.told(await this.alerts.get(id, actor), actor);
  }

  @Post('alerts/:id/snooze')
  @HttpCode(200)
  @Can('alert.read')
  @ApiOperation({ operationId: 'snoozeAlert', summary: 'Hear of an alert again on another day, or when it gets worse' })
  @ApiOkResponse({ type: AlertDto })
  async snoozeAlert(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { until }: SnoozeAlertDto,
    @CurrentActor() actor: Actor,
  ) {
    return this.told(await this.alerts.snooze(id, until, actor), actor);
  }

  @Delete('alerts/:id/snooze')
  @HttpCode(204)
  @Can('alert.read')
  @ApiOperation({ operationId: 'wakeAlert', summary: 'Take a snooze back' })
  @ApiNoContentResponse()
  async wakeAlert(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    await this.alerts.wake(id, actor);
  }

  @Get('alert-mutes')
  @Can('alert.read')
  @ApiOperation({ operationId: 'listAlertMutes', summary: 'List the rules that you do not want to hear of' })
  @ApiOkResponse({ type: AlertMutesDto })
  async listAlertMutes(@CurrentActor() actor: Actor): Promise<AlertMutesDto> {
    return { results: (await this.alerts.mutesOf(actor)).map((mute) => AlertMuteDto.from(mute)) };
  }

  @Post('alert-mutes')
  @Can('alert.read')
  @ApiOperation({ operationId: 'muteAlerts', summary: 'Hear nothing of a rule any more; others still do' })
  @ApiCreatedResponse({ type: AlertMuteDto })
  async muteAlerts(@Body() { rule, until }: MuteAlertsDto, @CurrentActor() actor: Actor) {
    return AlertMuteDto.from(await this.alerts.mute(rule, until, actor));
  }

  @Delete('alert-mutes/:id')
  @HttpCode(204)
  @Can('alert.read')
  @ApiOperation({ operationId: 'unmuteAlerts', summary: 'Hear of a rule again' })
  @ApiNoContentResponse()
  async unmuteAlerts(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    await this.alerts.unmute(id, actor);
  }

  private told(alert: AlertOf, actor: Actor): AlertDto {
    return AlertDto.from(alert, this.alerts.day, seesOrder(alert.order, actor, 'alert.read'));
  }
}
