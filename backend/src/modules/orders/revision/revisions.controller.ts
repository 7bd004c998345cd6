import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { UpdateLineDto } from '../line/lines.dto';
import { UpdateOrderDto } from '../order/given-order.dto';
import { FractionOfUnit } from '../orders.errors';
import { ImpactDto, OrderRevisionDto } from './revisions.dto';
import { revisionList } from './revisions.repository';
import { RevisionsService } from './revisions.service';

@ApiTags('revisions')
@Controller()
export class RevisionsController {
  constructor(private readonly revisions: RevisionsService) {}

  @Get('order-revisions')
  @Can('order.read')
  @ApiOperation({ operationId: 'listOrderRevisions', summary: 'List the changes of what was agreed' })
  @ApiList(OrderRevisionDto, revisionList)
  async listOrderRevisions(@Asked(revisionList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.revisions.list(asked, actor), (revision) => OrderRevisionDto.from(revision));
  }

  @Post('order-lines/:id/impact')
  @HttpCode(200)
  @Can('order.update')
  @ApiOperation({
    operationId: 'previewLineChange',
    summary: 'See what a change of a line would break; writes nothing',
  })
  @ApiOkResponse({ type: ImpactDto })
  @ApiErrors(new FractionOfUnit('quantity', 'pieces', 0))
  async previewLineChange(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateLineDto,
    @CurrentActor() actor: Actor,
  ) {
    return ImpactDto.from(await this.revisions.weighLine(id, body, actor));
  }

  @Post('orders/:id/impact')
  @HttpCode(200)
  @Can('order.update')
  @ApiOperation({
    operationId: 'previewOrderChange',
    summary: 'See what a change of an order’s own figures would break; writes nothing',
  })
  @ApiOkResponse({ type: ImpactDto })
  @ApiErrors(new FractionOfUnit('quantity', 'pieces', 0))
  async previewOrderChange(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateOrderDto,
    @CurrentActor() actor: Actor,
  ) {
    return ImpactDto.from(await this.revisions.weighOrder(id, body, actor));
  }
}
