import { Body, Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CONFIG, type Config } from '../../../platform/config/config';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { linePlanList } from './line-plans.repository';
import { LineForecastDto, LayPlanDto, LinePlanDto } from './plans.dto';
import { NoTemplateFits, PlanWithoutEtd } from './plans.errors';
import { PlansService } from './plans.service';

@ApiTags('planning')
@Controller()
export class PlansController {
  constructor(
    private readonly plans: PlansService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('line-plans')
  @Can('milestone.read')
  @ApiOperation({
    operationId: 'listLinePlans',
    summary: 'List what will be late: lines by their slack, with the chain',
  })
  @ApiList(LineForecastDto, linePlanList)
  async listLinePlans(@Asked(linePlanList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.plans.list(asked, actor), (plan) => LineForecastDto.from(plan));
  }

  @Get('order-lines/:id/plan')
  @Can('milestone.read')
  @ApiOperation({ operationId: 'getLinePlan', summary: 'Read the plan of a line: planned, forecast, actual, and why' })
  @ApiOkResponse({ type: LinePlanDto })
  async getLinePlan(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return LinePlanDto.from(await this.plans.read(id, actor), this.config.TZ_HOUSE);
  }

  @Post('order-lines/:id/plan')
  @HttpCode(200)
  @Can('milestone.write')
  @ApiOperation({ operationId: 'layLinePlan', summary: 'Lay a T&A template on a line, back from its ETD' })
  @ApiOkResponse({ type: LinePlanDto })
  @ApiErrors(new PlanWithoutEtd(), new NoTemplateFits())
  async layLinePlan(@Param('id', ParseUUIDPipe) id: string, @Body() body: LayPlanDto, @CurrentActor() actor: Actor) {
    return LinePlanDto.from(await this.plans.lay(id, body, actor), this.config.TZ_HOUSE);
  }
}
