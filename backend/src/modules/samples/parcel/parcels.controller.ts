import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { NoSuchReference } from '../../orders/orders.errors';
import { ParcelAlreadyReceived, ParcelOfColleagues, ReceivedBeforeSent, SampleSentBefore } from './parcel.errors';
import { CreateParcelDto, ParcelDto, ReceiveParcelDto, UpdateParcelDto } from './parcels.dto';
import { mayRead, parcelList } from './parcels.repository';
import { ParcelsService } from './parcels.service';

@ApiTags('samples')
@Controller('parcels')
export class ParcelsController {
  constructor(private readonly parcels: ParcelsService) {}

  @Get()
  @Can('sample.read')
  @ApiOperation({ operationId: 'listParcels', summary: 'List parcels of samples' })
  @ApiList(ParcelDto, parcelList)
  async listParcels(@Asked(parcelList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.parcels.list(asked, actor), (parcel) => ParcelDto.from(parcel, mayRead(actor)));
  }

  @Post()
  @Can('sample.write')
  @ApiOperation({ operationId: 'sendParcel', summary: 'Send samples in one parcel; the gates of their lines are told' })
  @ApiCreatedResponse({ type: ParcelDto })
  @ApiErrors(new NoSuchReference('sampleIds.0', 'sample'), new SampleSentBefore('lab dip, round 1 of PO-1182', ''))
  async sendParcel(@Body() body: CreateParcelDto, @CurrentActor() actor: Actor) {
    return ParcelDto.from(await this.parcels.send(body, actor), mayRead(actor));
  }

  @Get(':id')
  @Can('sample.read')
  @ApiOperation({ operationId: 'getParcel', summary: 'Read a parcel' })
  @ApiOkResponse({ type: ParcelDto })
  async getParcel(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return ParcelDto.from(await this.parcels.get(id, actor), mayRead(actor));
  }

  @Patch(':id')
  @Can('sample.write')
  @ApiOperation({ operationId: 'updateParcel', summary: 'Change a parcel and all samples in it; null clears' })
  @ApiOkResponse({ type: ParcelDto })
  @ApiErrors(new ParcelOfColleagues(), new ReceivedBeforeSent('sentOn', '2026-11-05'))
  async updateParcel(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateParcelDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return ParcelDto.from(await this.parcels.update(id, body, actor, expected), mayRead(actor));
  }

  @Post(':id/receipt')
  @HttpCode(200)
  @Can('sample.write')
  @ApiOperation({ operationId: 'receiveParcel', summary: 'Record that a parcel arrived, with all samples in it' })
  @ApiOkResponse({ type: ParcelDto })
  @ApiErrors(
    new ParcelAlreadyReceived('2026-11-08'),
    new ParcelOfColleagues(),
    new ReceivedBeforeSent('receivedOn', '2026-11-05'),
  )
  async receiveParcel(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReceiveParcelDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return ParcelDto.from(await this.parcels.receive(id, body, actor, expected), mayRead(actor));
  }
}
