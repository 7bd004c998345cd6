import { RequestMethod } from '@nestjs/common';
import type { Params } from 'nestjs-pino';
import type { Config } from '../config/config';
import { scrubber, told } from './scrub';

/** JSON lines with the request id; no header, body or query is ever written, and every line is scrubbed besides. */
export const loggerOptions = (config: Config): Params => ({
  forRoutes: [{ path: '{*path}', method: RequestMethod.ALL }],
  pinoHttp: {
    level: config.LOG_LEVEL,
    genReqId: (request) => request.id,
    autoLogging: { ignore: (request) => /^\/(healthz|readyz|metrics|assets)/.test(request.url ?? '') },
    customAttributeKeys: { reqId: 'requestId' },
    quietReqLogger: true,
    quietResLogger: true,
    customSuccessObject: (req, _response, line: object) => ({ ...line, req }),
    customErrorObject: (req, _response, _error, line: object) => ({ ...line, req }),
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
    stream: process.stdout, // of requests and of all else, in the order in which it is said
    wrapSerializers: false,
    serializers: {
      req: (request: { method: string; url: string }) => ({ method: request.method, path: request.url.split('?')[0] }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      err: told,
    },
    hooks: { streamWrite: scrubber(config) },
  },
});
