import { Body, Controller, Get, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { FractionOfUnit, NoSuchReference } from '../../orders/orders.errors';
import { containerDoubt } from '../numbers/container-doubt';
import { WritePackingListDto } from '../packing/packing.dto';
import { DoubtfulNumber, GoesWithOthers } from '../shipment.errors';
import { CargoDto, WriteContainersDto, WriteShipmentLinesDto } from './cargo.dto';
import { ContainerIsPacked, LineIsPacked } from './cargo.errors';
import { CargoService } from './cargo.service';

const DOUBT = containerDoubt('CSQU3054384') ?? { sentence: '', suggestions: [] };

@ApiTags('shipments')
@Controller('shipments/:id')
export class CargoController {
  constructor(private readonly cargo: CargoService) {}

  @Get('cargo')
  @Can('shipment.read')
  @ApiOperation({
    operationId: 'getCargo',
    summary: 'Read what a shipment carries: lines, containers, packing list, and whether they tie',
  })
  @ApiOkResponse({ type: CargoDto })
  async getCargo(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return CargoDto.from(await this.cargo.get(id, actor));
  }

  @Put('lines')
  @Can('shipment.write')
  @ApiOperation({ operationId: 'writeShipmentLines', summary: 'Say which lines go, and how much of each' })
  @ApiOkResponse({ type: CargoDto })
  @ApiErrors(
    new GoesWithOthers(['PO-1183']),
    new NoSuchReference('lines.0.orderLineId', 'line of your orders'),
    new FractionOfUnit('lines.0.quantity', 'pieces', 0),
    new LineIsPacked(['MT-1 · Black']),
  )
  async writeShipmentLines(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: WriteShipmentLinesDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return CargoDto.from(await this.cargo.writeLines(id, body, actor, expected));
  }

  @Put('containers')
  @Can('shipment.write')
  @ApiOperation({ operationId: 'writeContainers', summary: 'Say which containers it goes in, with their seals' })
  @ApiOkResponse({ type: CargoDto })
  @ApiErrors(
    new GoesWithOthers(['PO-1183']),
    new DoubtfulNumber('containers.0.containerNumber', 'containers.0.numberReason', DOUBT),
    new ContainerIsPacked(['CSQU3054383']),
  )
  async writeContainers(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: WriteContainersDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return CargoDto.from(await this.cargo.writeContainers(id, body, actor, expected));
  }

  @Put('packing-list')
  @Can('shipment.write')
  @ApiOperation({ operationId: 'writePackingList', summary: 'Write the packing list, by carton or by roll' })
  @ApiOkResponse({ type: CargoDto })
  @ApiErrors(
    new GoesWithOthers(['PO-1183']),
    new NoSuchReference('packages.0.contents.0.orderLineId', 'line in this shipment'),
    new NoSuchReference('packages.0.containerNumber', 'container of this shipment'),
    new FractionOfUnit('packages.0.contents.0.quantity', 'pieces', 0),
  )
  async writePackingList(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: WritePackingListDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return CargoDto.from(await this.cargo.writePackages(id, body, actor, expected));
  }
}
