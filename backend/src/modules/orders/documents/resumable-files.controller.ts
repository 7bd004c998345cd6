import {
  applyDecorators,
  Controller,
  Delete,
  Head,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { ResourceNotFound } from '../../../platform/errors/domain-error';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { validated } from '../../../platform/http/validation';
import { CountsAsUpload } from '../../../platform/limits/limits.decorators';
import { refusalsOfFile } from '../../../platform/storage/receives-file';
import { metadataOf } from '../../../platform/storage/resumable/resumable-uploads';
import { TUS_VERSION } from '../../../platform/storage/resumable/tell-tus';
import {
  AnotherTus,
  NotTus,
  TooManyUnfinished,
  WrongOffset,
} from '../../../platform/storage/resumable/resumable.errors';
import { UploadIncomplete } from '../../../platform/storage/storage.errors';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { NoSuchReference } from '../orders.errors';
import { LARGEST_DOCUMENT } from './document.vocabulary';
import { MOST_UNFINISHED } from './document-uploads';
import { AnnounceUploadDto, ResumableUploadDto } from './documents.dto';
import { DocumentsService } from './documents.service';

export const RESUMABLE_UPLOADS = 'documents/resumable-uploads';

const EXAMPLE = 'orderId MDE4OTBhNWQtYWM5Ni03NzRiLWJjY2UtYjMwMjA5OWE4MDU3,filename YXJ0d29yay1yb3Nlcy5wZGY='; // artwork-roses.pdf

const SaysTus = () =>
  ApiHeader({ name: 'Tus-Resumable', required: true, schema: { type: 'string', enum: [TUS_VERSION] } });
const OfTus = (offset = false) =>
  applyDecorators(
    SaysTus(),
    ...(offset
      ? [ApiHeader({ name: 'Upload-Offset', required: true, schema: { type: 'integer', minimum: 0, example: 0 } })]
      : []),
    ApiErrors(new ResourceNotFound('upload'), new AnotherTus()),
  );

/**
 * Large files in parts, by tus 1.0 (https://tus.io): what has arrived stays, and the sender goes on from there after
 * whatever broke the line. Then a document is made of it, as of one that came by a signed link.
 */
@ApiTags('documents')
@Controller(RESUMABLE_UPLOADS)
export class ResumableFilesController {
  constructor(private readonly documents: DocumentsService) {}

  @Post()
  @CountsAsUpload()
  @Can('document.write')
  @SaysTus()
  @ApiHeader({
    name: 'Upload-Length',
    required: true,
    description: 'Bytes, exactly.',
    schema: { type: 'integer', minimum: 1, maximum: LARGEST_DOCUMENT, example: 23482113 },
  })
  @ApiHeader({
    name: 'Upload-Metadata',
    required: true,
    description: '`orderId` and `filename`, their values in base64; others are not looked at.',
    schema: { type: 'string', maxLength: 4000, example: EXAMPLE },
  })
  @ApiOperation({
    operationId: 'beginUpload',
    summary: 'Begin a file of 50 MB at most that is sent in parts (tus 1.0)',
  })
  @ApiCreatedResponse({
    type: ResumableUploadDto,
    headers: { Location: { description: 'Where its bytes go.', schema: { type: 'string' } } },
  })
  @ApiErrors(
    new NoSuchReference('orderId', 'order'),
    new TooManyUnfinished(MOST_UNFINISHED),
    new AnotherTus(),
    new NotTus(''),
  )
  async beginUpload(
    @Headers('tus-resumable') version: string | undefined,
    @Headers('upload-length') length: string | undefined,
    @Headers('upload-metadata') metadata: string | undefined,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @CurrentActor() actor: Actor,
  ): Promise<ResumableUploadDto> {
    if (version !== TUS_VERSION) throw new AnotherTus();
    const { orderId, filename } = metadataOf(metadata ?? '');
    const fileSize = /^\d{1,15}$/.test(length ?? '') ? Number(length) : length;
    const announced = await validated(AnnounceUploadDto, { orderId, fileName: filename, fileSize });
    const upload = await this.documents.beginUpload(announced, actor);
    const [address = ''] = request.originalUrl.split('?');
    response.setHeader('Tus-Resumable', TUS_VERSION);
    response.setHeader('Location', `${address.replace(/\/$/, '')}/${upload.uploadId}/`);
    response.setHeader('Upload-Expires', new Date(upload.expiresAt).toUTCString());
    return upload;
  }

  @Head(':id')
  @HttpCode(200)
  @Can('document.write')
  @OfTus()
  @ApiOperation({ operationId: 'measureUpload', summary: 'Ask how much of a file has arrived (Upload-Offset)' })
  @ApiOkResponse({ headers: { 'Upload-Offset': { description: 'Bytes.', schema: { type: 'integer' } } } })
  measureUpload(
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.answer(id, request, response, actor);
  }

  @Patch(':id')
  @HttpCode(204)
  @Can('document.write')
  @OfTus(true)
  @ApiConsumes('application/offset+octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOperation({
    operationId: 'continueUpload',
    summary: 'Send the next part of a file; the last one is answered once the file is judged',
  })
  @ApiNoContentResponse({ headers: { 'Upload-Offset': { description: 'Bytes.', schema: { type: 'integer' } } } })
  @ApiErrors(new NotTus(''), new WrongOffset(), new UploadIncomplete(), ...refusalsOfFile('document', LARGEST_DOCUMENT))
  continueUpload(
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.answer(id, request, response, actor);
  }

  @Delete(':id')
  @HttpCode(204)
  @Can('document.write')
  @OfTus()
  @ApiOperation({ operationId: 'endUpload', summary: 'Give up a file that is on its way, and what has arrived of it' })
  @ApiNoContentResponse()
  endUpload(
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.answer(id, request, response, actor);
  }

  private async answer(id: string, request: Request, response: Response, actor: Actor): Promise<void> {
    response.status(await this.documents.resume(id, request, response, actor));
  }
}
