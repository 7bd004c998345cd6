import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { StepDurationDto } from './step-durations.dto';
import { stepDurationList } from './step-durations.repository';
import { StepDurationsService } from './step-durations.service';

@ApiTags('planning')
@Controller('step-durations')
export class StepDurationsController {
  constructor(private readonly durations: StepDurationsService) {}

  @Get()
  @Can('tna_template.read')
  @ApiOperation({
    operationId: 'listStepDurations',
    summary: 'List how long steps took on finished lines, at each mill and at all; counted each night',
  })
  @ApiList(StepDurationDto, stepDurationList)
  async listStepDurations(@Asked(stepDurationList) asked: ListQuery) {
    return mapPage(await this.durations.list(asked), (duration) => StepDurationDto.from(duration));
  }
}
