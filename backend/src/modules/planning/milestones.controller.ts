import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { InvalidInput } from '../../platform/errors/domain-error';
import { ApiErrors } from '../../platform/http/api-errors.decorator';
import { IfMatch } from '../../platform/http/if-match.decorator';
import type { ListQuery } from '../../platform/listing/list-definition';
import { ApiList, Asked } from '../../platform/listing/list.decorators';
import { mapPage } from '../../platform/listing/page';
import { Can } from '../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../auth/access/actor';
import { aShutGate } from '../orders/gates/examples';
import { isStepKey, KNOWN_STEPS, MAX_STEP_KEY, type StepKey } from './milestone.vocabulary';
import { MilestoneDto, WriteMilestoneDto } from './milestones.dto';
import { milestoneList } from './milestones.repository';
import { MilestonesService } from './milestones.service';

/** @throws InvalidInput 400 */
function stepKey(key: string): StepKey {
  if (isStepKey(key)) return key;
  throw new InvalidInput({ milestone: [`Choose one of ${KNOWN_STEPS.join(', ')}, or a step that the line has.`] });
}

@ApiTags('planning')
@Controller()
export class MilestonesController {
  constructor(private readonly milestones: MilestonesService) {}

  @Get('milestones')
  @Can('milestone.read')
  @ApiOperation({ operationId: 'listMilestones', summary: 'List milestones of lines' })
  @ApiList(MilestoneDto, milestoneList)
  async listMilestones(@Asked(milestoneList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.milestones.list(asked, actor), (row) => MilestoneDto.from(row));
  }

  @Get('milestones/:id')
  @Can('milestone.read')
  @ApiOperation({ operationId: 'getMilestone', summary: 'Read a milestone' })
  @ApiOkResponse({ type: MilestoneDto })
  async getMilestone(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return MilestoneDto.from(await this.milestones.get(id, actor));
  }

  @Put('order-lines/:id/milestones/:milestone')
  @Can('milestone.write')
  @ApiParam({
    name: 'milestone',
    description: 'Key of a step, `yarnReceived`.',
    schema: { type: 'string', maxLength: MAX_STEP_KEY },
  })
  @ApiOperation({
    operationId: 'putMilestone',
    summary: 'Plan or record a step of a line; made when it is not there yet',
  })
  @ApiOkResponse({ type: MilestoneDto })
  @ApiErrors(aShutGate('dyeing'))
  async putMilestone(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('milestone') milestone: string,
    @Body() body: WriteMilestoneDto,
    @CurrentActor() actor: Actor,
  ) {
    return MilestoneDto.from(await this.milestones.put(id, stepKey(milestone), body, actor));
  }

  @Patch('milestones/:id')
  @Can('milestone.write')
  @ApiOperation({ operationId: 'updateMilestone', summary: 'Change a milestone: only what is sent; null clears' })
  @ApiOkResponse({ type: MilestoneDto })
  @ApiErrors(aShutGate('cutting'))
  async updateMilestone(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: WriteMilestoneDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return MilestoneDto.from(await this.milestones.update(id, body, actor, expected));
  }

  @Delete('milestones/:id')
  @HttpCode(204)
  @Can('milestone.write')
  @ApiOperation({ operationId: 'deleteMilestone', summary: 'Take a step out of a line’s plan' })
  @ApiNoContentResponse()
  async deleteMilestone(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.milestones.remove(id, actor, expected);
  }
}
