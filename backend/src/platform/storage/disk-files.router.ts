import { Router, type NextFunction, type Request, type Response } from 'express';
import { PassThrough } from 'node:stream';
import type { LinkMethod } from './disk-links';
import type { DiskStorage } from './disk.storage';
import { contentDisposition, servedType } from './file-types';
import { isFileKey } from './storage';
import { FileNotFound, FileTooLarge, LinkRefused, RangeNotSatisfiable, UploadIncomplete } from './storage.errors';

/**
 * Serves the disk's signed links: the signature is the permission. Mounted at the `url` that the storage signs for;
 * errors go on to the application's own filter.
 */
export function diskFilesRouter(storage: DiskStorage): Router {
  const router = Router();

  /** What the link's signature vouches for. @throws LinkRefused 403 */
  const admit = (request: Request, method: LinkMethod) => {
    const key = request.path.slice(1);
    if (!isFileKey(key)) throw new LinkRefused();
    const query = new URLSearchParams(request.originalUrl.split('?').slice(1).join('?'));
    return { key, facts: storage.links.verify(method, key, query) };
  };

  router.get('/*key', (request: Request, response: Response, next: NextFunction) => {
    const { key, facts } = admit(request, 'GET');
    const options = { root: storage.root, headers: headersOf(facts), cacheControl: false, lastModified: false };
    response.sendFile(key, options, (error?: NodeJS.ErrnoException & { status?: number }) => {
      if (!error || response.headersSent || error.code === 'ECONNABORTED') return;
      response.removeHeader('Content-Disposition'); // what follows is not the file
      if (error.status === 416) next(new RangeNotSatisfiable());
      else next(error.status === 404 || error.code === 'EISDIR' ? new FileNotFound() : error);
    });
  });

  router.put('/*key', async (request: Request, response: Response) => {
    const { key, facts } = admit(request, 'PUT');
    const size = Number(facts.get('size'));
    const announced = Number(request.headers['content-length'] ?? Number.NaN);
    if (announced > size) throw new FileTooLarge(size);
    if (announced < size) throw new UploadIncomplete();
    if (announced !== size || request.headers['content-type'] !== facts.get('type')) throw new LinkRefused();
    // Read apart from the request: a full disk ends the reading, not the connection on which we say so.
    const bytes = request.pipe(new PassThrough());
    request.once('error', (error) => bytes.destroy(error));
    await storage.receive(key, bytes, size).finally(() => request.unpipe(bytes).resume());
    response.status(201).end();
  });

  return router;
}

function headersOf(facts: URLSearchParams): Record<string, string> {
  const contentType = servedType(facts.get('type') ?? '');
  return {
    'Content-Type': contentType === 'text/plain' ? 'text/plain; charset=utf-8' : contentType,
    'Content-Disposition': contentDisposition({
      fileName: facts.get('name') ?? '',
      contentType,
      inline: facts.has('inline'),
    }),
    'Content-Security-Policy': 'sandbox',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  };
}
