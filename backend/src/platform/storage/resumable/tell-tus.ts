import type { RequestHandler } from 'express';

export const TUS_VERSION = '1.0.0';

/** The headers of its answers that a sender goes by. */
export const TUS_ANSWERS = ['Tus-Resumable', 'Upload-Offset', 'Upload-Length', 'Upload-Expires'] as const;

/** What an OPTIONS request is told of resumable uploads; stands before what answers those of browsers. */
export function tellTus(maxBytes: number): RequestHandler {
  return (request, response, next) => {
    if (request.method === 'OPTIONS')
      response.set({
        'Tus-Resumable': TUS_VERSION,
        'Tus-Version': TUS_VERSION,
        'Tus-Extension': 'creation,termination,expiration',
        'Tus-Max-Size': String(maxBytes),
      });
    next();
  };
}
