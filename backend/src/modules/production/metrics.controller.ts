import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../platform/http/api-errors.decorator';
import { IfMatch } from '../../platform/http/if-match.decorator';
import type { ListQuery } from '../../platform/listing/list-definition';
import { ApiList, Asked } from '../../platform/listing/list.decorators';
import { mapPage } from '../../platform/listing/page';
import { Can } from '../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../auth/access/actor';
import { aShutGate } from '../orders/gates/examples';
import { FractionOfUnit, NoSuchReference } from '../orders/orders.errors';
import { CreateProductionMetricDto, ProductionMetricDto, UpdateProductionMetricDto } from './metrics.dto';
import { DayAlreadyRecorded, DayHasEntries } from './metrics.errors';
import { productionMetricList } from './metrics.repository';
import { ProductionMetricsService } from './metrics.service';

const dayTaken = new DayAlreadyRecorded('2026-11-20', '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21');
const ofEntries = new DayHasEntries('2026-11-20', ['0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c22']);
const halfAPiece = new FractionOfUnit('knittedQuantity', 'pieces', 0);

@ApiTags('production')
@Controller('production/metrics')
export class ProductionMetricsController {
  constructor(private readonly metrics: ProductionMetricsService) {}

  @Get()
  @Can('production.read')
  @ApiOperation({ operationId: 'listProductionMetrics', summary: 'List daily output' })
  @ApiList(ProductionMetricDto, productionMetricList)
  async listProductionMetrics(@Asked(productionMetricList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.metrics.list(asked, actor), (metric) => ProductionMetricDto.from(metric));
  }

  @Post()
  @Can('production.write')
  @ApiOperation({ operationId: 'createProductionMetric', summary: 'Enter the output of a day' })
  @ApiCreatedResponse({ type: ProductionMetricDto })
  @ApiErrors(new NoSuchReference('orderId', 'order'), dayTaken, ofEntries, halfAPiece, aShutGate('dyeing'))
  async createProductionMetric(@Body() body: CreateProductionMetricDto, @CurrentActor() actor: Actor) {
    return ProductionMetricDto.from(await this.metrics.record(body, actor));
  }

  @Get(':id')
  @Can('production.read')
  @ApiOperation({ operationId: 'getProductionMetric', summary: 'Read the output of a day' })
  @ApiOkResponse({ type: ProductionMetricDto })
  async getProductionMetric(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return ProductionMetricDto.from(await this.metrics.get(id, actor));
  }

  @Patch(':id')
  @Can('production.write')
  @ApiOperation({ operationId: 'updateProductionMetric', summary: 'Change the output of a day: only what is sent' })
  @ApiOkResponse({ type: ProductionMetricDto })
  @ApiErrors(dayTaken, ofEntries, halfAPiece, aShutGate('dyeing'))
  async updateProductionMetric(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateProductionMetricDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return ProductionMetricDto.from(await this.metrics.update(id, body, actor, expected));
  }

  @Delete(':id')
  @HttpCode(204)
  @Can('production.write')
  @ApiOperation({ operationId: 'deleteProductionMetric', summary: 'Move the output of a day to the trash' })
  @ApiNoContentResponse()
  @ApiErrors(ofEntries)
  async deleteProductionMetric(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.metrics.delete(id, actor, expected);
  }
}
