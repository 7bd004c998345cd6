import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import pinoHttp, { type Options } from 'pino-http';
import type { Config } from '../config/config';
import { loggerOptions } from './logger-options';

describe('the log of a request', () => {
  it('is one line of JSON with its id, method, path and status, and without the query (fault 29)', async () => {
    const lines: string[] = [];
    const stream = new Writable({
      write(chunk: Buffer, _encoding, done) {
        lines.push(chunk.toString());
        done();
      },
    });
    const options = loggerOptions({ LOG_LEVEL: 'info' } as Config).pinoHttp as Options;
    const log = pinoHttp({ ...options, stream, genReqId: () => 'request-1' });
    const server = createServer((request, response) => {
      log(request, response);
      response.writeHead(404).end();
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const headers = { authorization: 'Bearer secret' };
    await fetch(`http://127.0.0.1:${port}/api/v1/orders/?search=secret`, { headers });
    await new Promise((closed) => server.close(closed));

    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      requestId: 'request-1',
      req: { method: 'GET', path: '/api/v1/orders/' },
      res: { status: 404 },
    });
    expect(lines[0]).not.toContain('secret');
  });
});
