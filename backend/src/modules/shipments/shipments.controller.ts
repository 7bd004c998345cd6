import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../platform/http/api-errors.decorator';
import { IfMatch } from '../../platform/http/if-match.decorator';
import { IllegalTransition } from '../../platform/lifecycle/lifecycle';
import type { ListQuery } from '../../platform/listing/list-definition';
import { ApiList, Asked } from '../../platform/listing/list.decorators';
import { mapPage } from '../../platform/listing/page';
import { FileLinkDto } from '../../platform/storage/attachment.dto';
import { ReceivedFile, ReceivesFile, refusalsOfFile, type IncomingFile } from '../../platform/storage/receives-file';
import { refusalsOfReading } from '../../platform/storage/scan/scan.errors';
import { NoFileYet } from '../../platform/storage/storage.errors';
import { Can } from '../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../auth/access/actor';
import { NoSuchReference } from '../orders/orders.errors';
import { ShipmentIsInvoiced } from './invoice/commercial-invoice.errors';
import { transportDoubt } from './numbers/number-doubt';
import { ArrivalBeforeShipping, DeliveredBeforeShipping, DoubtfulNumber, GoesWithOthers } from './shipment.errors';
import {
  CreateShipmentDto,
  ShipmentDeliveryDto,
  ShipmentDepartureDto,
  ShipmentDto,
  ShipmentReturnDto,
  UpdateShipmentDto,
} from './shipments.dto';
import { shipmentList } from './shipments.repository';
import { ShipmentsService } from './shipments.service';

const DOUBT = transportDoubt('176-12345676', '', 'air') ?? { sentence: '', suggestions: [] };
const DOUBTFUL = new DoubtfulNumber('awbNumber', 'numberReason', DOUBT);

@ApiTags('shipments')
@Controller('shipments')
export class ShipmentsController {
  constructor(private readonly shipments: ShipmentsService) {}

  @Get()
  @Can('shipment.read')
  @ApiOperation({ operationId: 'listShipments', summary: 'List shipments' })
  @ApiList(ShipmentDto, shipmentList)
  async listShipments(@Asked(shipmentList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.shipments.list(asked, actor), (shipment) => ShipmentDto.from(shipment, actor));
  }

  @Post()
  @Can('shipment.write')
  @ApiOperation({ operationId: 'createShipment', summary: 'Book a shipment of an order' })
  @ApiCreatedResponse({ type: ShipmentDto })
  @ApiErrors(new NoSuchReference('orderId', 'order'), new ArrivalBeforeShipping('2027-01-05'), DOUBTFUL)
  async createShipment(@Body() body: CreateShipmentDto, @CurrentActor() actor: Actor) {
    return ShipmentDto.from(await this.shipments.create(body, actor), actor);
  }

  @Get(':id')
  @Can('shipment.read')
  @ApiOperation({ operationId: 'getShipment', summary: 'Read a shipment' })
  @ApiOkResponse({ type: ShipmentDto })
  async getShipment(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return ShipmentDto.from(await this.shipments.get(id, actor), actor);
  }

  @Patch(':id')
  @Can('shipment.write')
  @ApiOperation({ operationId: 'updateShipment', summary: 'Change a shipment: only what is sent; null clears' })
  @ApiOkResponse({ type: ShipmentDto })
  @ApiErrors(
    new ArrivalBeforeShipping('2027-01-05'),
    new DeliveredBeforeShipping('shippingDate', '2027-01-25'),
    DOUBTFUL,
  )
  async updateShipment(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateShipmentDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return ShipmentDto.from(await this.shipments.update(id, body, actor, expected), actor);
  }

  @Delete(':id')
  @HttpCode(204)
  @Can('shipment.write')
  @ApiOperation({ operationId: 'deleteShipment', summary: 'Move a shipment to the trash' })
  @ApiNoContentResponse()
  @ApiErrors(new GoesWithOthers(['PO-1183']), new ShipmentIsInvoiced('CI-00042'))
  async deleteShipment(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.shipments.delete(id, actor, expected);
  }

  @Post(':id/departure')
  @HttpCode(200)
  @Can('shipment.write')
  @ApiOperation({ operationId: 'departShipment', summary: 'Record that a shipment left, the first time or again' })
  @ApiOkResponse({ type: ShipmentDto })
  @ApiErrors(new IllegalTransition('shipment', 'delivered', 'in_transit', []), new ArrivalBeforeShipping('2027-01-05'))
  async departShipment(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ShipmentDepartureDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return ShipmentDto.from(await this.shipments.depart(id, body, actor, expected), actor);
  }

  @Post(':id/delivery')
  @HttpCode(200)
  @Can('shipment.write')
  @ApiOperation({ operationId: 'deliverShipment', summary: 'Record that a shipment arrived' })
  @ApiOkResponse({ type: ShipmentDto })
  @ApiErrors(
    new IllegalTransition('shipment', 'pending', 'delivered', ['in_transit']),
    new DeliveredBeforeShipping('deliveredOn', '2027-01-05'),
  )
  async deliverShipment(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ShipmentDeliveryDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return ShipmentDto.from(await this.shipments.deliver(id, body, actor, expected), actor);
  }

  @Post(':id/return')
  @HttpCode(200)
  @Can('shipment.write')
  @ApiOperation({ operationId: 'returnShipment', summary: 'Record that a shipment came back, and why' })
  @ApiOkResponse({ type: ShipmentDto })
  @ApiErrors(new IllegalTransition('shipment', 'pending', 'returned', ['in_transit']))
  async returnShipment(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ShipmentReturnDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return ShipmentDto.from(await this.shipments.return(id, body, actor, expected), actor);
  }

  @Get(':id/documents')
  @Can('shipment.read')
  @ApiOperation({ operationId: 'getShipmentDocuments', summary: 'Get a link to its papers; it lives five minutes' })
  @ApiOkResponse({ type: FileLinkDto })
  @ApiErrors(new GoesWithOthers(['PO-1183']), new NoFileYet(), ...refusalsOfReading())
  getShipmentDocuments(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<FileLinkDto> {
    return this.shipments.linkToFile(id, actor);
  }

  @Post(':id/documents')
  @HttpCode(200)
  @Can('shipment.write')
  @ReceivesFile('document')
  @ApiOperation({
    operationId: 'attachShipmentDocuments',
    summary: 'Attach its papers, one file of 10 MB at most, in place of an earlier one',
  })
  @ApiOkResponse({ type: ShipmentDto })
  @ApiErrors(new GoesWithOthers(['PO-1183']), ...refusalsOfFile('document'))
  async attachShipmentDocuments(
    @Param('id', ParseUUIDPipe) id: string,
    @ReceivedFile() file: IncomingFile,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return ShipmentDto.from(await this.shipments.attachFile(id, file, actor, expected), actor);
  }

  @Delete(':id/documents')
  @HttpCode(204)
  @Can('shipment.write')
  @ApiOperation({ operationId: 'removeShipmentDocuments', summary: 'Remove its papers' })
  @ApiNoContentResponse()
  @ApiErrors(new GoesWithOthers(['PO-1183']), new NoFileYet())
  async removeShipmentDocuments(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.shipments.removeFile(id, actor, expected);
  }
}
