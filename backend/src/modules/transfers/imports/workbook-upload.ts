import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import multer, { memoryStorage, MulterError } from 'multer';
import type { Observable } from 'rxjs';
import { InvalidInput, type DomainError } from '../../../platform/errors/domain-error';
import { FileScans } from '../../../platform/storage/scan/file-scans';
import { workbookLimits } from '../workbook/workbook.limits';
import { WorkbookRefusal } from '../workbook/workbook.refusal';

/**
 * Takes in the one file of a form, field `file`, in memory; after who asks is known, never more than a workbook may have, and
 * nothing with a virus in it where there is a scanner.
 */
@Injectable()
export class WorkbookUpload implements NestInterceptor {
  private readonly receive = multer({
    storage: memoryStorage(),
    defParamCharset: 'utf8', // browsers send names so, and Bangla ones come through
    limits: { fileSize: workbookLimits.bytes, files: 1, fields: 0 },
  }).single('file');

  constructor(private readonly scans: FileScans) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    await new Promise<void>((resolve, reject) => {
      this.receive(http.getRequest<Request>(), http.getResponse<Response>(), (error: unknown) =>
        error ? reject(refusalOf(error)) : resolve(),
      );
    });
    const { file } = http.getRequest<Request>();
    if (file) await this.scans.refuseInfected(file.buffer);
    return next.handle();
  }
}

const MEGABYTE = 1024 * 1024;

function refusalOf(error: unknown): DomainError {
  if (!(error instanceof MulterError)) return fileError('The upload broke off. Drop the workbook again.');
  switch (error.code) {
    case 'LIMIT_FILE_SIZE':
      return new WorkbookRefusal(
        'workbook.too_large',
        `The file has more than ${workbookLimits.bytes / MEGABYTE} MB, which is the most that is read. ` +
          'Take out pictures and old sheets and drop it again.',
      );
    case 'LIMIT_FILE_COUNT':
      return fileError('One workbook at a time.');
    default:
      return fileError('Send the workbook, and nothing else, as the form’s field “file”.');
  }
}

export const fileError = (sentence: string): InvalidInput => new InvalidInput({ file: [sentence] });
