import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { LineOutputDetailDto, LineOutputDto, OutputCountsDto } from './cockpit.dto';
import { CockpitService } from './cockpit.service';
import { lineOutputList } from './line-outputs.repository';

@ApiTags('production')
@Controller()
export class CockpitController {
  constructor(private readonly cockpit: CockpitService) {}

  @Get('production-cockpit')
  @Can('production.read')
  @ApiOperation({
    operationId: 'listLineOutputs',
    summary: 'List open lines by when their production will be done, the latest first',
  })
  @ApiList(LineOutputDto, lineOutputList)
  async listLineOutputs(@Asked(lineOutputList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.cockpit.list(asked, actor), (output) => LineOutputDto.from(output));
  }

  @Get('production-cockpit/counts')
  @Can('production.read')
  @ApiOperation({ operationId: 'countLineOutputs', summary: 'Count open lines by how their production stands' })
  @ApiOkResponse({ type: OutputCountsDto })
  countLineOutputs(@CurrentActor() actor: Actor): Promise<OutputCountsDto> {
    return this.cockpit.counts(actor);
  }

  @Get('order-lines/:id/output')
  @Can('production.read')
  @ApiOperation({
    operationId: 'getLineOutput',
    summary: 'Read the production of a line day by day, with what it needs of greige and yarn',
  })
  @ApiOkResponse({ type: LineOutputDetailDto })
  async getLineOutput(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return LineOutputDetailDto.of(await this.cockpit.read(id, actor));
  }
}
