import { applyDecorators, Injectable } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import multer, { MulterError, type StorageEngine } from 'multer';
import { PassThrough } from 'node:stream';
import { DomainError, InvalidInput, Unavailable } from '../errors/domain-error';
import { CountsAsUpload } from '../limits/limits.decorators';
import { safeFileName, type FileKind } from './file-types';
import { sniff, type SniffedType } from './sniff';
import { fileKey, Storage, type StoredFile } from './storage';
import { Attachments } from './attachments';
import { UploadIncomplete } from './storage.errors';

/** A file that lies in the storage already, its type judged by its bytes. */
export interface ArrivedFile extends Pick<SniffedType, 'contentType'>, StoredFile {
  key: string;
  /** what the user calls it, fit to show */
  fileName: string;
}

/** A file that was not kept, and why. */
export interface RefusedFile {
  fileName: string;
  refusal: DomainError;
}

export type ReceivedFile = ArrivedFile | RefusedFile;

export const isRefused = (file: ReceivedFile): file is RefusedFile => 'refusal' in file;

export interface FormRules {
  kind: FileKind;
  /** of each file */
  maxBytes: number;
  maxFiles: number;
  newKey: () => string;
}

export interface ReceivedForm {
  files: ReceivedFile[];
  /** the other fields; those left blank are as if they were not sent */
  fields: Record<string, string>;
}

const FIELD = 'files';
type Kept = Partial<Express.Multer.File> & { received?: ReceivedFile };

/**
 * Forms of many files. Each goes to the storage as it comes, without resting in memory, and is judged alone: one that is
 * refused takes no other with it.
 */
@Injectable()
export class FileForms {
  constructor(
    private readonly storage: Storage,
    private readonly attachments: Attachments,
  ) {}

  /**
   * Reads the form to its end, then lets `use` write the rows; what it answers as not kept goes again, and all of it
   * where it throws.
   * @throws InvalidInput 400 without a file or with too many, StorageUnavailable 503, StorageFull 507
   */
  async receive<T>(
    request: Request,
    response: Response,
    rules: FormRules,
    use: (form: ReceivedForm) => Promise<{ result: T; unused: readonly string[] }>,
  ): Promise<T> {
    const form = await this.read(request, response, rules);
    const keys = form.files.flatMap((file) => (isRefused(file) ? [] : [file.key]));
    try {
      if (!form.files.length) throw new InvalidInput({ [FIELD]: ['Choose a file to send.'] });
      const { result, unused } = await use(form);
      await this.attachments.drop(...unused);
      return result;
    } catch (error) {
      await this.attachments.drop(...keys);
      throw error;
    }
  }

  private read(request: Request, response: Response, rules: FormRules): Promise<ReceivedForm> {
    const take = multer({
      storage: this.engine(rules),
      limits: { files: rules.maxFiles, fields: 20, fieldSize: 64 * 1024 },
      defParamCharset: 'utf8', // browsers write file names so
    }).array(FIELD);
    return new Promise((resolve, reject) => {
      take(request, response, (error: unknown) => {
        if (error) return reject(explain(error, rules.maxFiles));
        const files = (request.files ?? []) as Kept[];
        resolve({
          files: files.flatMap(({ received }) => (received ? [received] : [])),
          fields: Object.fromEntries(
            Object.entries((request.body ?? {}) as Record<string, unknown>).filter(
              (field): field is [string, string] => typeof field[1] === 'string' && field[1] !== '',
            ),
          ),
        });
      });
    });
  }

  private engine(rules: FormRules): StorageEngine {
    return {
      _handleFile: (_request, file, done) => {
        this.store(file, rules).then(
          (received) => done(null, { received } as Kept),
          (error: unknown) => done(error),
        );
      },
      _removeFile: (_request, file, done) => {
        const { received } = file as Kept;
        void this.attachments.drop(...(received && !isRefused(received) ? [received.key] : [])).then(() => done(null));
      },
    };
  }

  private async store(file: Express.Multer.File, { kind, maxBytes, newKey }: FormRules): Promise<ReceivedFile> {
    const fileName = safeFileName(file.originalname);
    const key = fileKey(newKey());
    try {
      const stored = await this.land(file, key, maxBytes);
      return { key, fileName, ...stored, ...(await sniff(await this.storage.open(key), kind)) };
    } catch (error) {
      await this.attachments.drop(key);
      // A storage that is away, or a form that broke off, is no fault of this one file.
      const refused =
        error instanceof DomainError && !(error instanceof Unavailable || error instanceof UploadIncomplete);
      if (refused) return { fileName, refusal: error };
      throw error;
    }
  }

  /** What is past the limit is read off and forgotten, so that the files after it are reached. */
  private land(file: Express.Multer.File, key: string, maxBytes: number): Promise<StoredFile> {
    const bytes = file.stream.pipe(new PassThrough());
    bytes.on('error', () => undefined); // a form may break off before the storage listens: it finds the stream destroyed
    file.stream.once('error', (error) => bytes.destroy(error));
    return this.storage
      .put(key, bytes, { contentType: 'application/octet-stream', maxBytes })
      .finally(() => file.stream.unpipe(bytes).resume());
  }
}

/** The operation takes a multipart form of many `files`, and these other fields. */
export const ReceivesFiles = (fields: Record<string, object> = {}): MethodDecorator =>
  applyDecorators(
    CountsAsUpload(),
    ApiConsumes('multipart/form-data'),
    ApiBody({
      schema: {
        type: 'object',
        required: [FIELD],
        properties: { [FIELD]: { type: 'array', items: { type: 'string', format: 'binary' } }, ...fields },
      },
    }),
  );

function explain(error: unknown, maxFiles: number): unknown {
  if (error instanceof MulterError) {
    const sentence =
      error.code === 'LIMIT_FILE_COUNT'
        ? `Send at most ${maxFiles} files at once.`
        : `Send the files in the form field "${FIELD}".`;
    return new InvalidInput({ [FIELD]: [sentence] });
  }
  return error instanceof Error && BROKEN_FORM.test(error.message) ? new UploadIncomplete() : error;
}

/** What the parser says of a form that is malformed, or ends before its end. */
const BROKEN_FORM = /unexpected end of form|malformed|boundary not found|request (?:aborted|closed)/i;
