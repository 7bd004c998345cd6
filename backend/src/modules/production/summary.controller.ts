import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ResourceNotFound } from '../../platform/errors/domain-error';
import { ApiErrors } from '../../platform/http/api-errors.decorator';
import { Can } from '../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../auth/access/actor';
import { ProductionSummaryDto, ProductionSummaryQueryDto } from './metrics.dto';
import { ProductionMetricsService } from './metrics.service';

@ApiTags('production')
@Controller('production/summary')
export class ProductionSummaryController {
  constructor(private readonly metrics: ProductionMetricsService) {}

  @Get()
  @Can('production.read')
  @ApiOperation({
    operationId: 'getProductionSummary',
    summary: 'How far the production of an order is, stage by stage',
  })
  @ApiOkResponse({ type: ProductionSummaryDto })
  @ApiErrors(new ResourceNotFound('order'))
  async getProductionSummary(@Query() { orderId }: ProductionSummaryQueryDto, @CurrentActor() actor: Actor) {
    return ProductionSummaryDto.from(await this.metrics.summary(orderId, actor));
  }
}
