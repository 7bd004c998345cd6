import { Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { StorageFull, StorageUnavailable } from '../../../platform/storage/storage.errors';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { ShipmentPaperDto } from '../papers/papers.dto';
import { GoesWithOthers } from '../shipment.errors';
import { InvoiceWithoutShipment, NothingPacked } from './print.errors';
import { PrintService } from './print.service';

@ApiTags('shipments')
@Controller()
export class PrintController {
  constructor(private readonly print: PrintService) {}

  @Post('shipments/:id/packing-list/print')
  @HttpCode(200)
  @Can('shipment.write')
  @ApiOperation({
    operationId: 'printPackingList',
    summary: 'Print the packing list as PDF, into its place among the papers',
  })
  @ApiOkResponse({ type: ShipmentPaperDto })
  @ApiErrors(new GoesWithOthers(['PO-1183']), new NothingPacked(), new StorageUnavailable(null), new StorageFull())
  async printPackingList(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return ShipmentPaperDto.from(await this.print.packingList(id, actor));
  }

  @Post('commercial-invoices/:id/print')
  @HttpCode(200)
  @Can('shipment.write')
  @ApiOperation({
    operationId: 'printCommercialInvoice',
    summary: 'Print a commercial invoice as PDF, into its place among the papers',
  })
  @ApiOkResponse({ type: ShipmentPaperDto })
  @ApiErrors(new InvoiceWithoutShipment('CI-00042'), new StorageUnavailable(null), new StorageFull())
  async printCommercialInvoice(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return ShipmentPaperDto.from(await this.print.invoice(id, actor));
  }
}
