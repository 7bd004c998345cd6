import { PayloadTooLargeException, UnsupportedMediaTypeException } from '@nestjs/common';
import { json, type RequestHandler } from 'express';
import { InvalidInput } from '../errors/domain-error';

/** Deeper than anything that is sent here; what walks a body may do so by calling itself. */
export const DEEPEST_JSON = 32;

const MOST_BYTES = 1024 * 1024;

/**
 * JSON in UTF-8 of 1 MB at most, in which at most 32 lists and objects stand in each other. What is too long is refused
 * before it has come: the parser would read it to its end first, be it 10 GB.
 */
export function jsonBody(): RequestHandler {
  const parse = json({
    limit: MOST_BYTES,
    verify: (_request, _response, bytes, encoding) => {
      if (encoding !== 'utf-8') throw new UnsupportedMediaTypeException();
      if (depthOf(bytes) > DEEPEST_JSON)
        throw new InvalidInput({ body: [`At most ${DEEPEST_JSON} lists and objects may stand in each other.`] });
    },
  });
  return (request, response, next) => {
    if (!request.is('application/json')) return next();
    if (Number(request.headers['content-length']) > MOST_BYTES) return next(new PayloadTooLargeException());
    let received = 0;
    let isRefused = false;
    request.on('data', (chunk: Buffer) => {
      received += chunk.length;
      if (received <= MOST_BYTES || isRefused) return;
      isRefused = true;
      next(new PayloadTooLargeException());
    });
    parse(request, response, (error?: unknown) => {
      if (!isRefused) next(error);
    });
  };
}

const [QUOTE, ESCAPE, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = Buffer.from('"\\[]{}');

/** How many lists and objects of a JSON text stand in each other at most. */
export function depthOf(bytes: Uint8Array): number {
  let depth = 0;
  let deepest = 0;
  let inText = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (inText) {
      if (byte === ESCAPE) at++;
      else if (byte === QUOTE) inText = false;
    } else if (byte === QUOTE) inText = true;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) deepest = Math.max(deepest, ++depth);
    else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth--;
  }
  return deepest;
}
