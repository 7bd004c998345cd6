import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { FileLinkDto } from '../../../platform/storage/attachment.dto';
import { ReceivedFile, ReceivesFile, refusalsOfFile, type IncomingFile } from '../../../platform/storage/receives-file';
import { refusalsOfReading } from '../../../platform/storage/scan/scan.errors';
import { NoFileYet } from '../../../platform/storage/storage.errors';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { NoSuchReference } from '../../orders/orders.errors';
import {
  DecidedBeforeReceipt,
  DecidedBeforeSubmission,
  InParcel,
  NewerRoundExists,
  ReceivedBeforeSubmission,
  RoundNotRefused,
  RoundWaits,
  SampleAlreadySent,
  SampleDecided,
  SampleNotWithBuyer,
} from './sample.errors';
import { CreateSampleDto, NextRoundDto, SampleDto, UpdateSampleDto } from './samples.dto';
import { sampleList } from './samples.repository';
import { SamplesService } from './samples.service';

@ApiTags('samples')
@Controller('samples')
export class SamplesController {
  constructor(private readonly samples: SamplesService) {}

  @Get()
  @Can('sample.read')
  @ApiOperation({ operationId: 'listSamples', summary: 'List samples' })
  @ApiList(SampleDto, sampleList)
  async listSamples(@Asked(sampleList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.samples.list(asked, actor), (sample) => SampleDto.from(sample));
  }

  @Post()
  @Can('sample.write')
  @ApiOperation({ operationId: 'createSample', summary: 'Add a sample: the next round of its type for its line' })
  @ApiCreatedResponse({ type: SampleDto })
  @ApiErrors(new NoSuchReference('orderId', 'order'), new RoundWaits(1, true))
  async createSample(@Body() body: CreateSampleDto, @CurrentActor() actor: Actor) {
    return SampleDto.from(await this.samples.create(body, actor));
  }

  @Get(':id')
  @Can('sample.read')
  @ApiOperation({ operationId: 'getSample', summary: 'Read a sample' })
  @ApiOkResponse({ type: SampleDto })
  async getSample(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return SampleDto.from(await this.samples.get(id, actor));
  }

  @Patch(':id')
  @Can('sample.write')
  @ApiOperation({ operationId: 'updateSample', summary: 'Change a sample: only what is sent; null clears' })
  @ApiOkResponse({ type: SampleDto })
  @ApiErrors(
    new NoSuchReference('orderLineId', 'line in this order'),
    new SampleAlreadySent(),
    new InParcel(),
    new SampleNotWithBuyer('pending'),
    new DecidedBeforeSubmission('submissionDate', '2026-11-12'),
    new ReceivedBeforeSubmission('2026-11-05'),
    new DecidedBeforeReceipt('receivedOn', '2026-11-12'),
  )
  async updateSample(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateSampleDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return SampleDto.from(await this.samples.update(id, body, actor, expected));
  }

  @Delete(':id')
  @HttpCode(204)
  @Can('sample.write')
  @ApiOperation({ operationId: 'deleteSample', summary: 'Move a sample that is not decided to the trash' })
  @ApiNoContentResponse()
  @ApiErrors(new SampleDecided())
  async deleteSample(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.samples.delete(id, actor, expected);
  }

  @Post(':id/next-round')
  @Can('sample.write')
  @ApiOperation({ operationId: 'addNextRound', summary: 'Add the round that follows a rejected one' })
  @ApiCreatedResponse({ type: SampleDto })
  @ApiErrors(new RoundNotRefused(), new NewerRoundExists(3))
  async addNextRound(@Param('id', ParseUUIDPipe) id: string, @Body() body: NextRoundDto, @CurrentActor() actor: Actor) {
    return SampleDto.from(await this.samples.addNextRound(id, body, actor));
  }

  @Get(':id/attachment')
  @Can('sample.read')
  @ApiOperation({ operationId: 'getSampleFile', summary: 'Get a link to its file; it lives five minutes' })
  @ApiOkResponse({ type: FileLinkDto })
  @ApiErrors(new NoFileYet(), ...refusalsOfReading())
  getSampleFile(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<FileLinkDto> {
    return this.samples.linkToFile(id, actor);
  }

  @Post(':id/attachment')
  @HttpCode(200)
  @Can('sample.write')
  @ReceivesFile('document')
  @ApiOperation({
    operationId: 'attachSampleFile',
    summary: 'Attach a file of 10 MB at most, in place of an earlier one',
  })
  @ApiOkResponse({ type: SampleDto })
  @ApiErrors(...refusalsOfFile('document'))
  async attachSampleFile(
    @Param('id', ParseUUIDPipe) id: string,
    @ReceivedFile() file: IncomingFile,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return SampleDto.from(await this.samples.attachFile(id, file, actor, expected));
  }

  @Delete(':id/attachment')
  @HttpCode(204)
  @Can('sample.write')
  @ApiOperation({ operationId: 'removeSampleFile', summary: 'Remove its file' })
  @ApiNoContentResponse()
  @ApiErrors(new NoFileYet())
  async removeSampleFile(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.samples.removeFile(id, actor, expected);
  }
}
