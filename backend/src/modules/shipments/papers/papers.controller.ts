import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import { FileLinkDto } from '../../../platform/storage/attachment.dto';
import { ReceivedFile, ReceivesFile, refusalsOfFile, type IncomingFile } from '../../../platform/storage/receives-file';
import { NoFileYet } from '../../../platform/storage/storage.errors';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { NoSuchReference } from '../../orders/orders.errors';
import { PaperWithoutTitle } from './paper.errors';
import { AddPapersDto, ShipmentPaperDto, ShipmentPapersDto, UpdatePaperDto } from './papers.dto';
import { PapersService } from './papers.service';
import type { ShipmentPaper } from './shipment-paper.entity';

const listed = (papers: readonly ShipmentPaper[]): ShipmentPapersDto => ({
  papers: papers.map((paper) => ShipmentPaperDto.from(paper)),
});

@ApiTags('shipments')
@Controller()
export class PapersController {
  constructor(private readonly papers: PapersService) {}

  @Get('shipments/:id/papers')
  @Can('shipment.read')
  @ApiOperation({ operationId: 'listShipmentPapers', summary: 'List the papers that a shipment needs' })
  @ApiOkResponse({ type: ShipmentPapersDto })
  async listShipmentPapers(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return listed(await this.papers.list(id, actor));
  }

  @Post('shipments/:id/papers')
  @Can('shipment.write')
  @ApiOperation({ operationId: 'addShipmentPapers', summary: 'Add papers to those that a shipment needs' })
  @ApiCreatedResponse({ type: ShipmentPapersDto, description: 'Those that were added.' })
  @ApiErrors(new NoSuchReference('papers.0.ownerId', 'active colleague'), new PaperWithoutTitle('papers.0.title'))
  async addShipmentPapers(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AddPapersDto,
    @CurrentActor() actor: Actor,
  ) {
    return listed(await this.papers.add(id, body, actor));
  }

  @Patch('shipment-papers/:id')
  @Can('shipment.write')
  @ApiOperation({ operationId: 'updateShipmentPaper', summary: 'Change a paper: only what is sent; null clears' })
  @ApiOkResponse({ type: ShipmentPaperDto })
  @ApiErrors(new NoSuchReference('ownerId', 'active colleague'), new PaperWithoutTitle('title'))
  async updateShipmentPaper(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdatePaperDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return ShipmentPaperDto.from(await this.papers.update(id, body, actor, expected));
  }

  @Delete('shipment-papers/:id')
  @HttpCode(204)
  @Can('shipment.write')
  @ApiOperation({ operationId: 'deleteShipmentPaper', summary: 'Move a paper to the trash' })
  @ApiNoContentResponse()
  async deleteShipmentPaper(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.papers.delete(id, actor, expected);
  }

  @Get('shipment-papers/:id/file')
  @Can('shipment.read')
  @ApiOperation({ operationId: 'getShipmentPaperFile', summary: 'Get a link to its file; it lives five minutes' })
  @ApiOkResponse({ type: FileLinkDto })
  @ApiErrors(new NoFileYet())
  getShipmentPaperFile(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<FileLinkDto> {
    return this.papers.linkToFile(id, actor);
  }

  @Post('shipment-papers/:id/file')
  @HttpCode(200)
  @Can('shipment.write')
  @ReceivesFile('document')
  @ApiOperation({
    operationId: 'attachShipmentPaperFile',
    summary: 'Attach its file, of 10 MB at most, in place of an earlier one',
  })
  @ApiOkResponse({ type: ShipmentPaperDto })
  @ApiErrors(...refusalsOfFile('document'))
  async attachShipmentPaperFile(
    @Param('id', ParseUUIDPipe) id: string,
    @ReceivedFile() file: IncomingFile,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return ShipmentPaperDto.from(await this.papers.attachFile(id, file, actor, expected));
  }

  @Delete('shipment-papers/:id/file')
  @HttpCode(204)
  @Can('shipment.write')
  @ApiOperation({ operationId: 'removeShipmentPaperFile', summary: 'Remove its file' })
  @ApiNoContentResponse()
  @ApiErrors(new NoFileYet())
  async removeShipmentPaperFile(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.papers.removeFile(id, actor, expected);
  }
}
