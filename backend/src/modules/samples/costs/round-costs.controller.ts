import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CONFIG, type Config } from '../../../platform/config/config';
import { today } from '../../../platform/values/day';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { RoundCostsDto, RoundCostsQueryDto } from './round-costs.dto';
import { RoundCostsRepository } from './round-costs.repository';

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
    summary: 'Rounds by type, colour and mill, of a year, with the days that refused ones cost',
  })
  @ApiOkResponse({ type: RoundCostsDto })
  async listRoundCosts(@Query() asked: RoundCostsQueryDto, @CurrentActor() actor: Actor): Promise<RoundCostsDto> {
    return { results: await this.costs.list(asked, today(this.config.TZ_HOUSE), actor) };
  }
}
