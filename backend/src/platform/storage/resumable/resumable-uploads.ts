import { Metadata, Server } from '@tus/server';
import type { Request as HttpRequest, Response as HttpResponse } from 'express';
import { createReadStream } from 'node:fs';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { ResourceNotFound } from '../../errors/domain-error';
import { FileNotFound, FileTooLarge, storageTrouble, UploadIncomplete } from '../storage.errors';
import { ArrivingFiles, type AnnouncedFiles } from './arriving-files';
import { TUS_ANSWERS } from './tell-tus';
import { AnotherTus, NotTus, WrongOffset } from './resumable.errors';

/** What the library hears of a request. */
const HEARD = ['tus-resumable', 'upload-offset', 'upload-length', 'content-type', 'content-length'];

const SWEEP_EVERY_MS = 60 * 60 * 1000;

/** Files that come in parts, by tus: who began one, and what becomes of it, is for others to say. */
export class ResumableUploads {
  private opened?: Promise<{ files: ArrivingFiles; server: Server }>;
  private readonly faults = new WeakMap<object, unknown>();
  private sweptAt = 0;

  /** @param folder on this machine, or shared by all that serve the API */
  constructor(
    private readonly folder: string,
    private readonly rows: AnnouncedFiles,
  ) {}

  /** A place for the bytes of an upload whose row is written. @throws StorageUnavailable 503, StorageFull 507 */
  async begin(id: string): Promise<void> {
    if (Date.now() - this.sweptAt > SWEEP_EVERY_MS) await this.sweep();
    await writeFile(this.pathOf(id), '', { flag: 'wx', mode: 0o600 }).catch(refuse);
  }

  /**
   * Answers HEAD, PATCH and DELETE of an upload that its sender may see; all but its status goes to the response.
   * @returns the status, and how much has arrived
   * @throws ResourceNotFound 404, WrongOffset 409, AnotherTus 412, FileTooLarge 413, NotTus 400, StorageFull 507
   */
  async answer(id: string, request: HttpRequest, response: HttpResponse): Promise<{ status: number; offset: number }> {
    const { server } = await this.open();
    const asked = toWeb(id, request);
    const answer = await server.handleWeb(asked);
    const { status, headers } = answer;
    if (status >= 400) await this.explain(answer, asked, id);
    for (const name of TUS_ANSWERS) {
      const value = headers.get(name);
      if (value !== null) response.setHeader(name, value);
    }
    return { status, offset: Number(headers.get('upload-offset')) };
  }

  /** How much has arrived. @throws FileNotFound 404 where it came to another machine */
  async sizeOf(id: string): Promise<number> {
    const { size } = await stat(this.pathOf(id)).catch((error: NodeJS.ErrnoException) =>
      refuse(error.code === 'ENOENT' ? new FileNotFound() : error),
    );
    return size;
  }

  read(id: string): Readable {
    return createReadStream(this.pathOf(id));
  }

  async discard(id: string): Promise<void> {
    const { files } = await this.open();
    await files.discard(id);
  }

  /** Takes away what was never finished, or lost its row. */
  async sweep(): Promise<void> {
    const { files } = await this.open();
    this.sweptAt = Date.now();
    await files.sweep();
  }

  private open() {
    this.opened ??= this.start();
    this.opened.catch(() => (this.opened = undefined));
    return this.opened;
  }

  private async start() {
    await mkdir(this.folder, { recursive: true, mode: 0o700 }).catch(refuse);
    const files = new ArrivingFiles(this.folder, this.rows);
    const server = new Server({
      path: '/',
      datastore: files,
      allowedOrigins: () => false, // that is settled before
      onResponseError: (asked, fault) => void this.faults.set(asked, fault),
    } as ConstructorParameters<typeof Server>[0]);
    return { files, server };
  }

  private pathOf(id: string): string {
    return join(this.folder, id);
  }

  private async explain(answer: Response, asked: Request, id: string): Promise<never> {
    const text = (await answer.text()).trim();
    const fault = this.faults.get(asked);
    if (fault && !isOfTus(fault)) refuse(fault);
    if (answer.status === 404 || answer.status === 410) throw new ResourceNotFound('upload');
    if (answer.status === 409) throw new WrongOffset();
    if (answer.status === 412) throw new AnotherTus();
    if (answer.status === 413) throw new FileTooLarge((await this.rows.find(id))?.size ?? 0);
    if (/aborted/i.test(text)) throw new UploadIncomplete();
    throw new NotTus(text);
  }
}

/** The pairs of an `Upload-Metadata` header, by their names. @throws NotTus 400 */
export function metadataOf(header: string): Partial<Record<string, string | null>> {
  try {
    return Metadata.parse(header);
  } catch {
    throw new NotTus('Upload-Metadata is pairs of a name and a value in base64, with commas between');
  }
}

/** What the library refuses has a status of its own; all else is the disk's. */
const isOfTus = (fault: unknown): boolean =>
  typeof (Object(fault) as { status_code?: unknown }).status_code === 'number';

function refuse(cause: unknown): never {
  throw cause instanceof FileNotFound ? cause : storageTrouble(cause);
}

/** The request as the library hears it: no address, and no header, of anybody's making. */
function toWeb(id: string, request: HttpRequest): Request {
  const headers = HEARD.flatMap((name): [string, string][] => {
    const value = request.headers[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });
  const hasBody = request.method === 'PATCH' && !request.readableEnded;
  return new Request(`http://house/${id}`, {
    method: request.method,
    headers,
    ...(hasBody && { body: Readable.toWeb(request), duplex: 'half' }),
  } as RequestInit);
}
