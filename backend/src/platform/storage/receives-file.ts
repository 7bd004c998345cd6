import {
  applyDecorators,
  createParamDecorator,
  HttpException,
  mixin,
  UseInterceptors,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  type Type,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { Request } from 'express';
import { memoryStorage } from 'multer';
import { defer, from, switchMap } from 'rxjs';
import { InvalidInput, type DomainError } from '../errors/domain-error';
import { CountsAsUpload } from '../limits/limits.decorators';
import { FILE_KINDS, FILE_TYPES, safeFileName, type FileKind } from './file-types';
import { sniff, type SniffedType } from './sniff';
import { FileTooLarge, FileTypeRefused, StorageFull, StorageUnavailable } from './storage.errors';

/** A small file out of a multipart form, its type judged by its bytes. */
export interface IncomingFile extends SniffedType {
  /** what the user calls it, fit to show */
  fileName: string;
  bytes: Buffer;
  /** who sends it */
  sentById?: string;
}

type FileRequest = Request & { file?: Express.Multer.File; incomingFile?: IncomingFile; user?: { id: string } };

const MEGABYTE = 1024 * 1024;
const LARGEST_IN_MEMORY = 10 * MEGABYTE;

/**
 * The operation takes a multipart form whose `file` is of this kind; the handler gets it by `@ReceivedFile()`.
 * @throws InvalidInput 400 without a file, FileTooLarge 413, FileTypeRefused 422
 */
export function ReceivesFile(kind: FileKind, maxBytes = LARGEST_IN_MEMORY): MethodDecorator {
  if (maxBytes > LARGEST_IN_MEMORY) throw new RangeError('Files past 10 MB are sent by a signed link, not in a form');
  return applyDecorators(
    UseInterceptors(fileInterceptor(kind, maxBytes)),
    CountsAsUpload(),
    ApiConsumes('multipart/form-data'),
    ApiBody({
      schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
    }),
  );
}

/** What may be wrong with a file that is sent, for the contract of an operation that takes one. */
export const refusalsOfFile = (kind: FileKind, maxBytes = LARGEST_IN_MEMORY): DomainError[] => [
  new FileTooLarge(maxBytes),
  new FileTypeRefused(FILE_KINDS[kind].map((type) => FILE_TYPES[type].name)),
  new StorageUnavailable(null),
  new StorageFull(),
];

export const ReceivedFile = createParamDecorator(
  (_data: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<FileRequest>().incomingFile,
);

function fileInterceptor(kind: FileKind, maxBytes: number): Type<NestInterceptor> {
  const Multer = FileInterceptor('file', {
    storage: memoryStorage(),
    limits: { fileSize: maxBytes, files: 1, fields: 20, fieldSize: 64 * 1024 },
    defParamCharset: 'utf8', // browsers write file names so
  });

  class ReceiveFile extends Multer {
    override async intercept(context: ExecutionContext, next: CallHandler) {
      const request = context.switchToHttp().getRequest<FileRequest>();
      const judge = async () => {
        request.incomingFile = { ...(await judged(request.file, kind)), sentById: request.user?.id };
      };
      try {
        return await super.intercept(context, {
          handle: () => defer(() => from(judge()).pipe(switchMap(() => next.handle()))),
        });
      } catch (error) {
        throw explainMulterError(error, maxBytes);
      }
    }
  }
  return mixin(ReceiveFile);
}

async function judged(file: Express.Multer.File | undefined, kind: FileKind): Promise<IncomingFile> {
  if (!file) throw new InvalidInput({ file: ['Choose a file to send.'] });
  return { ...(await sniff(file.buffer, kind)), fileName: safeFileName(file.originalname), bytes: file.buffer };
}

function explainMulterError(error: unknown, maxBytes: number): unknown {
  if (!(error instanceof HttpException)) return error;
  if (error.getStatus() === 413) return new FileTooLarge(maxBytes);
  return new InvalidInput({ file: ['Send one file, in the form field "file".'] });
}
