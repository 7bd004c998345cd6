import { createHash } from 'node:crypto';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { catchError, from, map, mergeMap, throwError, type Observable } from 'rxjs';
import { StaleVersion } from '../errors/domain-error';
import { VersionHistory } from '../events/version-history';

/**
 * `"3"` for row version 3, which is what If-Match asks of; `"3-<digest>"` for what is read, since an answer shows more
 * than its row (lines of an order, names of people) and 304 may only be said when all of it is still so.
 */
function etagOf(body: Versioned, read: boolean): string {
  if (!read) return `"${body.rowVersion}"`;
  const digest = createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 16);
  return `"${body.rowVersion}-${digest}"`;
}

/**
 * An answer with `id` and `rowVersion` gets an ETag; a GET that already has all of it gets 304. A stale If-Match (412) is
 * told what others changed since the version it was made from.
 */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  constructor(private readonly history: VersionHistory) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    return next.handle().pipe(
      map((body: unknown) => {
        if (!isVersioned(body)) return body;
        const etag = etagOf(body, request.method === 'GET');
        response.setHeader('ETag', etag);
        response.setHeader('Cache-Control', 'no-store'); // what is the house's stays in no browser's cache
        if (request.method !== 'GET' || request.header('if-none-match') !== etag) return body;
        response.status(304);
        return undefined;
      }),
      catchError((error: unknown) => {
        const version = parseIfMatch(request.header('if-match'));
        const subject = request.params['id'];
        if (!(error instanceof StaleVersion) || version === undefined || typeof subject !== 'string')
          return throwError(() => error);
        return from(this.history.since(subject, version)).pipe(
          mergeMap((changes) => throwError(() => new StaleVersion(Number(error.extras['currentVersion']), changes))),
        );
      }),
    );
  }
}

/** `"3"`, `"3-<digest>"`, `W/"3"` → 3; undefined for none and for `*`; 0, which no row has, for anything else. */
export function parseIfMatch(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const match = /^(?:W\/)?"(\d{1,9})(?:-[\w-]{16})?"$/.exec(header.trim());
  return match ? Number(match[1]) : 0;
}

interface Versioned {
  id: string;
  rowVersion: number;
}

function isVersioned(body: unknown): body is Versioned {
  return (
    typeof body === 'object' &&
    body !== null &&
    'id' in body &&
    typeof (body as { rowVersion?: unknown }).rowVersion === 'number'
  );
}
