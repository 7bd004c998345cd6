import { Body, Controller, Get, Param, ParseUUIDPipe, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { AlertRuleDto, UpdateAlertRuleDto } from './alert-rules.dto';
import { alertRuleList } from './alert-rules.repository';
import { AlertRulesService } from './alert-rules.service';

@ApiTags('planning')
@Controller('alert-rules')
export class AlertRulesController {
  constructor(private readonly rules: AlertRulesService) {}

  @Get()
  @Can('alert_rule.read')
  @ApiOperation({ operationId: 'listAlertRules', summary: 'List what the house is warned of, and how early' })
  @ApiList(AlertRuleDto, alertRuleList)
  async listAlertRules(@Asked(alertRuleList) asked: ListQuery) {
    return mapPage(await this.rules.list(asked), (rule) => AlertRuleDto.from(rule));
  }

  @Get(':id')
  @Can('alert_rule.read')
  @ApiOperation({ operationId: 'getAlertRule', summary: 'Read a rule of alerts' })
  @ApiOkResponse({ type: AlertRuleDto })
  async getAlertRule(@Param('id', ParseUUIDPipe) id: string) {
    return AlertRuleDto.from(await this.rules.get(id));
  }

  @Patch(':id')
  @Can('alert_rule.write')
  @ApiOperation({ operationId: 'updateAlertRule', summary: 'Change a rule of alerts, or turn it off' })
  @ApiOkResponse({ type: AlertRuleDto })
  async updateAlertRule(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateAlertRuleDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return AlertRuleDto.from(await this.rules.update(id, body, actor, expected));
  }
}
