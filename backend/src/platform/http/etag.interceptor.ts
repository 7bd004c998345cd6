import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { catchError, from, map, mergeMap, throwError, type Observable } from 'rxjs';
import { StaleVersion } from '../errors/domain-error';
import { VersionHistory } from '../events/version-history';

/** `"3"` for row version 3: the resource is named by its address, so its version is enough. */
export const etagOf = (rowVersion: number): string => `"${rowVersion}"`;

/**
 * An answer with `id` and `rowVersion` gets an ETag; a GET that already has it gets 304. A stale If-Match (412) is told
 * what others changed since the version it was made from.
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
        const etag = etagOf(body.rowVersion);
        response.setHeader('ETag', etag);
        // The tag is of the row. What the answer holds besides may be newer: no browser is to keep the one for the other.
        response.setHeader('Cache-Control', 'no-store');
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

/** `"3"` or `W/"3"` → 3; undefined for none and for `*`; 0, which no row has, for anything else. */
export function parseIfMatch(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim());
  return match ? Number(match[1]) : 0;
}

function isVersioned(body: unknown): body is { id: string; rowVersion: number } {
  return (
    typeof body === 'object' &&
    body !== null &&
    'id' in body &&
    typeof (body as { rowVersion?: unknown }).rowVersion === 'number'
  );
}
