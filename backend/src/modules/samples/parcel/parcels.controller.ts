import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { NoSuchReference } from '../../orders/orders.errors';
import { SampleAlreadyReceived, SampleNotWithBuyer } from '../sample/sample.errors';
import {
  LastInParcel,
  ParcelAlreadyReceived,
  ParcelArrived,
  ParcelFull,
  ParcelOfColleagues,
  ReceivedBeforeSent,
  SampleSentBefore,
} from './parcel.errors';
import {
  CreateParcelDto,
  MOST_SAMPLES,
  PackParcelDto,
  ParcelDto,
  ReceiveParcelDto,
  UpdateParcelDto,
} from './parcels.dto';
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

  @Delete(':id')
  @HttpCode(204)
  @Can('sample.write')
  @ApiOperation({
    operationId: 'deleteParcel',
    summary: 'Move a parcel that was never sent to the trash; what was in it waits to be sent again',
  })
  @ApiNoContentResponse()
  @ApiErrors(new ParcelArrived('2026-11-08'), new SampleNotWithBuyer('approved'), new ParcelOfColleagues())
  async deleteParcel(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.parcels.delete(id, actor, expected);
  }

  @Post(':id/samples')
  @HttpCode(200)
  @Can('sample.write')
  @ApiOperation({ operationId: 'packParcel', summary: 'Put more samples into a parcel: they are sent with it' })
  @ApiOkResponse({ type: ParcelDto })
  @ApiErrors(
    new NoSuchReference('sampleIds.0', 'sample'),
    new SampleSentBefore('lab dip, round 1 of PO-1182', ''),
    new ParcelFull(MOST_SAMPLES),
    new ParcelArrived('2026-11-08'),
    new ParcelOfColleagues(),
  )
  async packParcel(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: PackParcelDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return ParcelDto.from(await this.parcels.pack(id, body, actor, expected), mayRead(actor));
  }

  @Delete(':id/samples/:sampleId')
  @HttpCode(204)
  @Can('sample.write')
  @ApiOperation({
    operationId: 'unpackParcel',
    summary: 'Take a sample out of a parcel: it was not in it, and waits to be sent',
  })
  @ApiNoContentResponse()
  @ApiErrors(
    new LastInParcel(),
    new ParcelArrived('2026-11-08'),
    new SampleNotWithBuyer('approved'),
    new SampleAlreadyReceived('2026-11-08'),
    new ParcelOfColleagues(),
  )
  async unpackParcel(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('sampleId', ParseUUIDPipe) sampleId: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.parcels.unpack(id, sampleId, actor, expected);
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
