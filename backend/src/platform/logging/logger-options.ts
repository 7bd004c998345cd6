import { RequestMethod } from '@nestjs/common';
import type { Params } from 'nestjs-pino';
import type { Config } from '../config/config';

/** JSON lines with the request id; no header, body or query that could hold a secret is ever written. */
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
    serializers: {
      req: (request: { method: string; url: string }) => ({ method: request.method, path: request.url.split('?')[0] }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
    redact: ['*.password', '*.passwordHash', '*.refresh', '*.access', '*.token'],
  },
});
