import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { NoSuchReference } from '../../orders/orders.errors';
import { WaiveFindingDto } from '../findings/findings.dto';
import { AlreadyWaived, NoSuchFinding } from '../waivers/waiver.errors';
import { BeginPresentationDto, ShipmentPresentationDto, UpdatePresentationDto } from './preflight.dto';
import { PreflightService } from './preflight.service';
import { AlreadyBegun, NotBegun, NotInsured } from './presentation.errors';

const NO_SUCH_CREDIT = new NoSuchReference('letterOfCreditId', 'open LC of these orders');

@ApiTags('shipments')
@Controller('shipments')
export class PreflightController {
  constructor(private readonly preflight: PreflightService) {}

  @Get(':id/presentation')
  @Can('shipment.read')
  @ApiOperation({
    operationId: 'getShipmentPresentation',
    summary: 'Check the documents of a shipment against its LC before they go to the bank',
  })
  @ApiOkResponse({ type: ShipmentPresentationDto })
  async getShipmentPresentation(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return ShipmentPresentationDto.from(await this.preflight.of(id, actor));
  }

  @Post(':id/presentation')
  @Can('shipment.write')
  @ApiOperation({
    operationId: 'beginShipmentPresentation',
    summary: 'Say under which LC documents are presented: what it asks for comes on the list of papers',
  })
  @ApiCreatedResponse({ type: ShipmentPresentationDto })
  @ApiErrors(NO_SUCH_CREDIT, new AlreadyBegun())
  async beginShipmentPresentation(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { letterOfCreditId }: BeginPresentationDto,
    @CurrentActor() actor: Actor,
  ) {
    return ShipmentPresentationDto.from(await this.preflight.begin(id, letterOfCreditId, actor));
  }

  @Patch(':id/presentation')
  @Can('shipment.write')
  @ApiOperation({
    operationId: 'updateShipmentPresentation',
    summary: 'Change what is known of a presentation: only what is sent; null clears',
  })
  @ApiOkResponse({ type: ShipmentPresentationDto })
  @ApiErrors(NO_SUCH_CREDIT, new NotBegun(), new NotInsured('insuredOn'))
  async updateShipmentPresentation(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdatePresentationDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return ShipmentPresentationDto.from(await this.preflight.update(id, body, actor, expected));
  }

  @Post(':id/presentation/waivers')
  @HttpCode(200)
  @Can('letter_of_credit.write')
  @ApiOperation({ operationId: 'waivePresentationFinding', summary: 'Let a finding stand, with the reason why' })
  @ApiOkResponse({ type: ShipmentPresentationDto })
  @ApiErrors(new NotBegun(), new NoSuchFinding(), new AlreadyWaived())
  async waivePresentationFinding(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: WaiveFindingDto,
    @CurrentActor() actor: Actor,
  ) {
    return ShipmentPresentationDto.from(await this.preflight.waive(id, body, actor));
  }
}
