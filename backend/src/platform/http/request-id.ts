import type { NextFunction, Request, Response } from 'express';
import { randomUUID } from 'node:crypto';

declare module 'http' {
  interface IncomingMessage {
    id: string | number | object;
  }
}

/** Every request has an id, ours or the caller's if it is a sane one; it is on the answer, in the log and in the events. */
export function requestId(request: Request, response: Response, next: NextFunction): void {
  const given = request.header('x-request-id');
  request.id = given && /^[A-Za-z0-9._-]{8,64}$/.test(given) ? given : randomUUID();
  response.setHeader('X-Request-Id', String(request.id));
  next();
}
