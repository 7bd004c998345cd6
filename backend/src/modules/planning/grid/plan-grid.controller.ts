import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { PlanGridLineDto } from './plan-grid.dto';
import { planGridList } from './plan-grid.repository';
import { PlanGridService } from './plan-grid.service';

@ApiTags('planning')
@Controller('plan-grid')
export class PlanGridController {
  constructor(private readonly grid: PlanGridService) {}

  @Get()
  @Can('milestone.read')
  @ApiOperation({
    operationId: 'listPlanGrid',
    summary: 'List lines with the steps of their plans: planned, forecast, actual',
  })
  @ApiList(PlanGridLineDto, planGridList)
  async listPlanGrid(@Asked(planGridList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.grid.list(asked, actor), PlanGridLineDto.from);
  }
}
