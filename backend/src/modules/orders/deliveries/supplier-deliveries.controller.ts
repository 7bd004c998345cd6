import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { FractionOfUnit, NoSuchReference } from '../orders.errors';
import {
  CreateSupplierDeliveriesDto,
  CreateSupplierDeliveryDto,
  SupplierDeliveryDto,
  UpdateSupplierDeliveryDto,
} from './supplier-deliveries.dto';
import { supplierDeliveryList } from './supplier-deliveries.repository';
import { SupplierDeliveriesService } from './supplier-deliveries.service';

const halfAPiece = new FractionOfUnit('deliveredQuantity', 'pieces', 0);
const otherLine = new NoSuchReference('orderLineId', 'line in this order');

@ApiTags('supplier deliveries')
@Controller()
export class SupplierDeliveriesController {
  constructor(private readonly deliveries: SupplierDeliveriesService) {}

  @Get('supplier-deliveries')
  @Can('supplier_delivery.read')
  @ApiOperation({ operationId: 'listSupplierDeliveries', summary: 'List what mills delivered' })
  @ApiList(SupplierDeliveryDto, supplierDeliveryList)
  async listSupplierDeliveries(@Asked(supplierDeliveryList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.deliveries.list(asked, actor), (delivery) => SupplierDeliveryDto.from(delivery));
  }

  @Post('supplier-deliveries')
  @Can('supplier_delivery.write')
  @ApiOperation({ operationId: 'recordSupplierDelivery', summary: 'Record a delivery' })
  @ApiCreatedResponse({ type: SupplierDeliveryDto })
  @ApiErrors(new NoSuchReference('orderId', 'order'), otherLine, halfAPiece)
  async recordSupplierDelivery(@Body() body: CreateSupplierDeliveryDto, @CurrentActor() actor: Actor) {
    return SupplierDeliveryDto.from(await this.deliveries.record(body, actor));
  }

  @Post('orders/:id/supplier-deliveries')
  @Can('supplier_delivery.write')
  @ApiOperation({
    operationId: 'recordSupplierDeliveries',
    summary: 'Record what came of several lines at once; all or none',
  })
  @ApiCreatedResponse({ type: [SupplierDeliveryDto] })
  @ApiErrors(
    new NoSuchReference('lines.0.orderLineId', 'line in this order'),
    new FractionOfUnit('lines.0.deliveredQuantity', 'pieces', 0),
  )
  async recordSupplierDeliveries(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CreateSupplierDeliveriesDto,
    @CurrentActor() actor: Actor,
  ) {
    const made = await this.deliveries.recordAll(id, body, actor);
    return made.map((delivery) => SupplierDeliveryDto.from(delivery));
  }

  @Get('supplier-deliveries/:id')
  @Can('supplier_delivery.read')
  @ApiOperation({ operationId: 'getSupplierDelivery', summary: 'Read a delivery' })
  @ApiOkResponse({ type: SupplierDeliveryDto })
  async getSupplierDelivery(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return SupplierDeliveryDto.from(await this.deliveries.get(id, actor));
  }

  @Patch('supplier-deliveries/:id')
  @Can('supplier_delivery.write')
  @ApiOperation({
    operationId: 'updateSupplierDelivery',
    summary: 'Change a delivery: only what is sent; null clears',
  })
  @ApiOkResponse({ type: SupplierDeliveryDto })
  @ApiErrors(otherLine, halfAPiece)
  async updateSupplierDelivery(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateSupplierDeliveryDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return SupplierDeliveryDto.from(await this.deliveries.update(id, body, actor, expected));
  }

  @Delete('supplier-deliveries/:id')
  @HttpCode(204)
  @Can('supplier_delivery.write')
  @ApiOperation({ operationId: 'deleteSupplierDelivery', summary: 'Move a delivery to the trash' })
  @ApiNoContentResponse()
  async deleteSupplierDelivery(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.deliveries.delete(id, actor, expected);
  }
}
