import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import { validated } from '../../../platform/http/validation';
import { CountsAsUpload } from '../../../platform/limits/limits.decorators';
import { refusalsOfFile } from '../../../platform/storage/receives-file';
import { FileForms, isRefused, ReceivesFiles } from '../../../platform/storage/receives-files';
import { StorageFull, StorageUnavailable, UploadIncomplete } from '../../../platform/storage/storage.errors';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { NoSuchReference } from '../orders.errors';
import { KindsDoNotFit, SameFileAgain, Superseded } from './document.errors';
import { DocumentThumbnails } from './document-thumbnails';
import { documentKey } from './document-uploads';
import {
  DOCUMENT_CATEGORIES,
  DOCUMENT_SUBCATEGORIES,
  LARGEST_DOCUMENT,
  LARGEST_IN_FORM,
  MOST_FILES_AT_ONCE,
} from './document.vocabulary';
import {
  AnnounceUploadDto,
  CreateDocumentDto,
  DocumentDto,
  DocumentFormDto,
  DocumentGuessesDto,
  DocumentUploadDto,
  GuessDocumentsDto,
  ReceivedDocumentsDto,
  VersionFormDto,
  type ReceivedDocumentDto,
} from './documents.dto';
import { DocumentsService, type Outcome } from './documents.service';

const EXISTING = { id: '01890a5d-ac96-774b-bcce-b302099a8057', fileName: 'PI-00042.pdf', version: 2 };
const sameFile = new SameFileAgain(EXISTING);
const unfit = new KindsDoNotFit('lc', 'lab_dip');
const text = { type: 'string' };
const DESCRIBED = {
  description: text,
  documentDate: { type: 'string', format: 'date' },
  again: { enum: ['true', 'false'] },
};

/** How files come in: many in a form, a new version, or by a signed link. */
@ApiTags('documents')
@Controller()
export class OrderFilesController {
  constructor(
    private readonly documents: DocumentsService,
    private readonly thumbnails: DocumentThumbnails,
    private readonly forms: FileForms,
  ) {}

  @Post('orders/:id/documents')
  @HttpCode(200)
  @Can('document.write')
  @ReceivesFiles({
    category: { type: 'string', enum: [...DOCUMENT_CATEGORIES] },
    subcategory: { type: 'string', enum: [...DOCUMENT_SUBCATEGORIES] },
    orderLineId: { type: 'string', format: 'uuid' },
    sampleId: { type: 'string', format: 'uuid' },
    ...DESCRIBED,
  })
  @ApiOperation({
    operationId: 'addDocuments',
    summary: 'Add files of 10 MB each at most to an order: each is kept, or refused with its reason, alone',
  })
  @ApiOkResponse({ type: ReceivedDocumentsDto })
  @ApiErrors(
    new NoSuchReference('orderLineId', 'line in this order'),
    unfit,
    new StorageUnavailable(null),
    new StorageFull(),
  )
  async addDocuments(
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @CurrentActor() actor: Actor,
  ): Promise<ReceivedDocumentsDto> {
    await this.documents.refuseUnlessWritable(id, actor);
    return this.forms.receive(request, response, rules(id, MOST_FILES_AT_ONCE), async ({ files, fields }) => {
      const { again, ...described } = await validated(DocumentFormDto, fields);
      const outcomes = await this.documents.add(id, files, { ...described, again: again === 'true' }, actor);
      const kept = new Set(outcomes.flatMap((outcome) => ('document' in outcome ? [outcome.document.file] : [])));
      const unused = files.flatMap((file) => (isRefused(file) || kept.has(file.key) ? [] : [file.key]));
      return { result: { results: await Promise.all(outcomes.map((outcome) => this.told(outcome))) }, unused };
    });
  }

  @Post('orders/:id/document-guesses')
  @HttpCode(200)
  @Can('document.write')
  @ApiOperation({
    operationId: 'guessDocuments',
    summary: 'Say what files seem to be, by their names, before they are sent',
  })
  @ApiOkResponse({ type: DocumentGuessesDto })
  async guessDocuments(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { files }: GuessDocumentsDto,
    @CurrentActor() actor: Actor,
  ): Promise<DocumentGuessesDto> {
    return { guesses: await this.documents.guess(id, files, actor) };
  }

  @Post('documents/uploads')
  @CountsAsUpload()
  @Can('document.write')
  @ApiOperation({ operationId: 'announceDocument', summary: 'Get a signed link to send a file of 50 MB at most by' })
  @ApiCreatedResponse({ type: DocumentUploadDto })
  @ApiErrors(new NoSuchReference('orderId', 'order'))
  announceDocument(@Body() body: AnnounceUploadDto, @CurrentActor() actor: Actor): Promise<DocumentUploadDto> {
    return this.documents.announce(body, actor);
  }

  @Post('documents')
  @Can('document.write')
  @ApiOperation({ operationId: 'createDocument', summary: 'Make a document of a file that was sent by a signed link' })
  @ApiCreatedResponse({ type: DocumentDto })
  @ApiErrors(
    new ResourceNotFound('upload'),
    new UploadIncomplete(),
    new NoSuchReference('orderLineId', 'line in this order'),
    ...refusalsOfFile('document', LARGEST_DOCUMENT),
    sameFile,
    new Superseded(EXISTING),
    unfit,
  )
  async createDocument(@Body() body: CreateDocumentDto, @CurrentActor() actor: Actor): Promise<DocumentDto> {
    const document = await this.documents.create(body, actor);
    return DocumentDto.from(document, await this.thumbnails.linkTo(document));
  }

  @Post('documents/:id/versions')
  @Can('document.write')
  @ReceivesFiles(DESCRIBED)
  @ApiOperation({
    operationId: 'addDocumentVersion',
    summary: 'Add the next version of a document, one file of 10 MB at most: the old one stays, superseded',
  })
  @ApiCreatedResponse({ type: DocumentDto })
  @ApiErrors(...refusalsOfFile('document', LARGEST_IN_FORM), sameFile, new Superseded(EXISTING))
  async addDocumentVersion(
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ): Promise<DocumentDto> {
    const { orderId } = await this.documents.refuseUnlessCurrent(id, actor, expected);
    return this.forms.receive(request, response, rules(orderId, 1), async ({ files: [file], fields }) => {
      const { again, ...described } = await validated(VersionFormDto, fields);
      if (!file || isRefused(file)) throw file?.refusal ?? new UploadIncomplete();
      const sent = { ...described, again: again === 'true' };
      const document = await this.documents.addVersion(id, file, sent, actor, expected);
      return { result: DocumentDto.from(document, await this.thumbnails.linkTo(document)), unused: [] };
    });
  }

  private async told(outcome: Outcome): Promise<ReceivedDocumentDto> {
    const { fileName } = outcome;
    if ('document' in outcome) {
      const { document } = outcome;
      return { fileName, document: DocumentDto.from(document, await this.thumbnails.linkTo(document)), refusal: null };
    }
    const { existing, refusal } = outcome;
    const shown = existing && DocumentDto.from(existing, await this.thumbnails.linkTo(existing));
    return { fileName, document: null, refusal: { code: refusal.code, detail: refusal.detail, existing: shown } };
  }
}

const rules = (orderId: string, maxFiles: number) => ({
  kind: 'document' as const,
  maxBytes: LARGEST_IN_FORM,
  maxFiles,
  newKey: () => documentKey(orderId),
});
