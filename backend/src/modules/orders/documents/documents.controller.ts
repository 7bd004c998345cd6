import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { OneOf } from '../../../platform/http/fields';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { FileLinkDto } from '../../../platform/storage/attachment.dto';
import { refusalsOfReading } from '../../../platform/storage/scan/scan.errors';
import { StorageUnavailable } from '../../../platform/storage/storage.errors';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { NoSuchReference } from '../orders.errors';
import type { OrderDocument } from './document.entity';
import { ColoursNotCounted, KindsDoNotFit, NotInTrash } from './document.errors';
import { DocumentThumbnails } from './document-thumbnails';
import { DocumentDto, PrintColoursDto, UpdateDocumentDto } from './documents.dto';
import { PrintCheckService } from './print-check.service';
import { documentList } from './documents.repository';
import { DocumentsService } from './documents.service';

const LINK_USES = ['view', 'download'] as const;

class LinkQueryDto {
  @OneOf(LINK_USES, { optional: true, description: 'Shown in the browser (pictures and PDFs only), or saved.' })
  use?: (typeof LINK_USES)[number];
}

/** The links in an answer live five minutes: no cache may keep it. */
const NotKept = () => Header('Cache-Control', 'no-store');

@ApiTags('documents')
@Controller('documents')
export class DocumentsController {
  constructor(
    private readonly documents: DocumentsService,
    private readonly thumbnails: DocumentThumbnails,
    private readonly printCheck: PrintCheckService,
  ) {}

  @Get()
  @NotKept()
  @Can('document.read')
  @ApiOperation({ operationId: 'listDocuments', summary: 'List documents' })
  @ApiList(DocumentDto, documentList)
  async listDocuments(@Asked(documentList) asked: ListQuery, @CurrentActor() actor: Actor) {
    const page = await this.documents.list(asked, actor);
    return { ...page, results: await Promise.all(page.results.map((document) => this.told(document))) };
  }

  @Get(':id')
  @NotKept()
  @Can('document.read')
  @ApiOperation({ operationId: 'getDocument', summary: 'Read a document; one of the past tells which took its place' })
  @ApiOkResponse({ type: DocumentDto })
  async getDocument(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return this.told(await this.documents.get(id, actor));
  }

  @Patch(':id')
  @Can('document.write')
  @ApiOperation({ operationId: 'updateDocument', summary: 'Change what is said of a document; null clears' })
  @ApiOkResponse({ type: DocumentDto })
  @ApiErrors(new NoSuchReference('orderLineId', 'line in this order'), new KindsDoNotFit('lc', 'lab_dip'))
  async updateDocument(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateDocumentDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return this.told(await this.documents.update(id, body, actor, expected));
  }

  @Delete(':id')
  @HttpCode(204)
  @Can('document.delete')
  @ApiOperation({
    operationId: 'deleteDocument',
    summary: 'Move a document to the trash; the version before it counts',
  })
  @ApiNoContentResponse()
  async deleteDocument(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.documents.delete(id, actor, expected);
  }

  @Post(':id/restoration')
  @HttpCode(200)
  @Can('document.delete')
  @ApiOperation({ operationId: 'restoreDocument', summary: 'Bring a document back from the trash' })
  @ApiOkResponse({ type: DocumentDto })
  @ApiErrors(new NotInTrash())
  async restoreDocument(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return this.told(await this.documents.restore(id, actor, expected));
  }

  @Get(':id/link')
  @NotKept()
  @Can('document.read')
  @ApiOperation({ operationId: 'linkToDocument', summary: 'Get a link to its bytes; it lives five minutes' })
  @ApiOkResponse({ type: FileLinkDto })
  @ApiErrors(new StorageUnavailable(null), ...refusalsOfReading())
  linkToDocument(
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { use = 'view' }: LinkQueryDto,
    @CurrentActor() actor: Actor,
  ): Promise<FileLinkDto> {
    return this.documents.linkTo(id, use, actor);
  }

  @Get(':id/print-colours')
  @Can('document.read')
  @ApiOperation({
    operationId: 'countPrintColours',
    summary: 'Count the colours of an artwork, against the screens of its line',
  })
  @ApiOkResponse({ type: PrintColoursDto })
  @ApiErrors(new ColoursNotCounted('no_picture'), new StorageUnavailable(null), ...refusalsOfReading())
  countPrintColours(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<PrintColoursDto> {
    return this.printCheck.coloursOf(id, actor);
  }

  private async told(document: OrderDocument): Promise<DocumentDto> {
    return DocumentDto.from(document, await this.thumbnails.linkTo(document));
  }
}
