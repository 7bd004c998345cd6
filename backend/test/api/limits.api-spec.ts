import type { Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { TokensService } from '../../src/modules/auth/tokens/tokens.service';
import { depthOf, DEEPEST_JSON } from '../../src/platform/http/json-body';
import { CONNECTION_LIMITS } from '../../src/platform/http/limited-adapter';
import { House } from '../support/house';
import { Wire } from '../support/wire';

let house: House;
let wire: Wire;
let server: Server;
let token: string;
beforeAll(async () => {
  house = await House.open();
  wire = await Wire.to(house.app);
  server = house.app.getHttpServer() as Server;
  token = (await house.app.get(TokensService).open(house.ids.merchandiser, 'tests')).access;
});
afterAll(async () => {
  wire?.close();
  await house?.close();
});

const KILO = 1024;
const MEGABYTE = 1024 * KILO;
const json = { 'Content-Type': 'application/json' };

/** What is sent over a bare socket, and what came back until the server cut it. */
async function over(send: (socket: Socket, isOpen: () => boolean) => Promise<void>): Promise<string> {
  const socket = connect(wire.port, '127.0.0.1');
  let came = '';
  let open = true;
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('data', (chunk) => (came += chunk.toString('latin1')));
  socket.on('error', () => socket.destroy());
  void closed.then(() => (open = false));
  await send(socket, () => open);
  await closed;
  return came;
}

/** The code of the refusal that came. */
const refusalOf = (came: string): [status: number, code: string] => {
  const [head = '', body = ''] = came.split('\r\n\r\n');
  expect(head.toLowerCase()).toContain('application/problem+json');
  return [Number(head.split(' ')[1]), (JSON.parse(body) as { code: string }).code];
};

const head = (lines: string[]): string =>
  [...lines, 'Host: house.test', `Authorization: Bearer ${token}`, '', ''].join('\r\n');

const othersAreServed = async (): Promise<void> => {
  const headers = { Authorization: `Bearer ${token}` };
  expect((await wire.send({ method: 'get', target: '/api/v1/orders/', headers })).status).toBe(200);
};

describe('what a connection may cost', () => {
  it('is at most what the house can bear', () => {
    const { headersTimeout, requestTimeout, keepAliveTimeout } = server;
    expect({ headersTimeout, requestTimeout, keepAliveTimeout }).toEqual({
      headersTimeout: 15_000,
      requestTimeout: 60_000,
      keepAliveTimeout: 65_000,
    });
    expect(CONNECTION_LIMITS.maxHeaderSize).toBe(16 * KILO);
  });

  it('a head that comes letter by letter is cut off while others are served', async () => {
    server.headersTimeout = 300;
    const came = await over(async (socket, isOpen) => {
      socket.write('GET /api/v1/orders/ HTTP/1.1\r\nHost: house.test\r\n');
      while (isOpen()) {
        socket.write('X-Slow: loris\r\n');
        await othersAreServed();
        await pause(100);
      }
    });
    Object.assign(server, CONNECTION_LIMITS);
    expect(refusalOf(came)).toEqual([408, 'request.too_slow']);
  });

  it('so is a body that comes letter by letter', async () => {
    Object.assign(server, { headersTimeout: 300, requestTimeout: 500 });
    const came = await over(async (socket, isOpen) => {
      socket.write(head(['POST /api/v1/orders/ HTTP/1.1', 'Content-Type: application/json', 'Content-Length: 1000']));
      while (isOpen()) {
        socket.write(' ');
        await pause(100);
      }
    });
    Object.assign(server, CONNECTION_LIMITS);
    expect(refusalOf(came)).toEqual([408, 'request.too_slow']);
  });

  it.each([
    ['10 GB that are announced', 'application/json', `Content-Length: ${10_000 * MEGABYTE}`, 413],
    ['chunks without end', 'application/json', 'Transfer-Encoding: chunked', 413],
    ['10 GB that nobody reads', 'text/plain', `Content-Length: ${10_000 * MEGABYTE}`, 400],
  ])('%s are refused before they have come, and cut off', async (_what, type, length, status) => {
    const before = process.memoryUsage().rss;
    const chunk = Buffer.alloc(64 * KILO, 'a');
    const more = length.startsWith('T') ? Buffer.concat([Buffer.from('10000\r\n'), chunk, Buffer.from('\r\n')]) : chunk;
    const came = await over(async (socket, isOpen) => {
      socket.write(head(['POST /api/v1/orders/ HTTP/1.1', `Content-Type: ${type}`, length]));
      while (isOpen()) {
        if (socket.writableLength < MEGABYTE) socket.write(more);
        await pause(5);
      }
    });
    expect(refusalOf(came)[0]).toBe(status);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * MEGABYTE);
    await othersAreServed();
  });

  it.each([
    ['a head of more than 16 kB', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(17 * KILO)}\r\n\r\n`, 431],
    ['what is no HTTP', 'HELO house.test\r\n\r\n', 400],
    [
      'a length and chunks at once',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
    ],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd', 400],
    ['a header with a NUL', 'GET / HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n', 400],
  ])('%s is refused in words', async (_what, bytes, status) => {
    const came = await over(async (socket) => void socket.write(bytes));
    expect(refusalOf(came)[0]).toBe(status);
  });
});

describe('what a body may be', () => {
  const post = async (body: string | Buffer, headers: Record<string, string> = {}) => {
    const { status, text } = await wire.send({
      method: 'post',
      target: '/api/v1/orders/',
      headers: { ...json, Authorization: `Bearer ${token}`, ...headers },
      body: Buffer.from(body),
    });
    return [status, (JSON.parse(text) as { code: string }).code];
  };
  const nested = (depth: number) => `{"metadata":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;

  it.each([
    ['50,000 lists in each other', nested(50_000), {}, [400, 'request.invalid']],
    ['one more than may be', nested(DEEPEST_JSON + 1), {}, [400, 'request.invalid']],
    ['more than 1 MB', `{"notes":"${'a'.repeat(1024 * KILO)}"}`, {}, [413, 'request.too_large']],
    [
      'UTF-16',
      Buffer.from('{}', 'utf16le'),
      { 'Content-Type': 'application/json; charset=utf-16' },
      [415, 'request.unsupported_media_type'],
    ],
    ['half of a body', '{"notes":', {}, [400, 'request.malformed']],
    ['an unknown packing', '{}', { 'Content-Encoding': 'zstd' }, [415, 'request.unsupported_media_type']],
    ['what is not packed as it says', '{}', { 'Content-Encoding': 'gzip' }, [400, 'request.malformed']],
  ] as const)('%s is refused', async (_what, body, headers, refusal) => {
    expect(await post(body, headers)).toEqual(refusal);
  });

  it('counts what stands in each other, and no brackets in texts', () => {
    const depths = ['1', '[]', '{"a":[1,{"b":2}]}', '["[[[", "\\"[["]', '[[],[[]]]'].map((text) =>
      depthOf(Buffer.from(text)),
    );
    expect(depths).toEqual([0, 1, 3, 1, 3]);
  });
});
