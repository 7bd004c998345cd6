import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CONFIG, type Config } from '../../../platform/config/config';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import type { Page } from '../../../platform/listing/page';
import { today } from '../../../platform/values/day';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { RoundCostDto } from './round-costs.dto';
import { roundCostList, RoundCostsRepository } from './round-costs.repository';

/** How many rounds a colour takes at a mill, and what they cost. */
@ApiTags('samples')
@Controller('sample-rounds')
export class RoundCostsController {
  constructor(
    private readonly costs: RoundCostsRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Can('sample.read')
  @ApiOperation({
    operationId: 'listRoundCosts',
    summary: 'Rounds by type, colour and mill, with the days that refused ones cost',
  })
  @ApiList(RoundCostDto, roundCostList)
  listRoundCosts(@Asked(roundCostList) asked: ListQuery, @CurrentActor() actor: Actor): Promise<Page<RoundCostDto>> {
    return this.costs.list(asked, today(this.config.TZ_HOUSE), actor);
  }
}
