import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { ShipmentsRepository } from '../../shipments/shipments.repository';
import { ActivityRepository, shipmentHistoryList } from '../activity.repository';
import { ShipmentHistoryEntryDto } from './shipment-history.dto';

@ApiTags('shipments')
@Controller('shipments')
export class ShipmentHistoryController {
  constructor(
    private readonly activity: ActivityRepository,
    private readonly shipments: ShipmentsRepository,
  ) {}

  @Get(':id/history')
  @Can('shipment.read')
  @ApiOperation({ operationId: 'listShipmentHistory', summary: 'List what happened to a shipment, newest first' })
  @ApiList(ShipmentHistoryEntryDto, shipmentHistoryList)
  @ApiErrors(new ResourceNotFound('shipment'))
  async listShipmentHistory(
    @Param('id', ParseUUIDPipe) id: string,
    @Asked(shipmentHistoryList) asked: ListQuery,
    @CurrentActor() actor: Actor,
  ) {
    const shipment = await this.shipments.get(id, actor);
    const page = await this.activity.ofShipment(id, shipment.isSeenWhole(actor), asked);
    return mapPage(page, (row) => ShipmentHistoryEntryDto.from(row));
  }
}
