import { ExpressAdapter } from '@nestjs/platform-express';
import { randomUUID } from 'node:crypto';
import { createServer, STATUS_CODES, type IncomingMessage, type ServerOptions, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { problem } from '../errors/error.filter';

/** How long a caller may take, and how much may stand before a body. Bodies have limits of their own where they are read. */
export const CONNECTION_LIMITS = {
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 65_000,
  maxHeaderSize: 16 * 1024,
  connectionsCheckingInterval: 1_000,
} satisfies ServerOptions;

/** So that an answer arrives before the line is cut on which its question is still being sent. */
const LINGER_MS = 2_000;

/** What Node refuses before there is a request. */
const REFUSALS: Readonly<Record<string, readonly [status: number, code: string, detail: string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'request.head_too_large', 'The address and headers of a request have at most 16 kB.'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'request.too_large', 'The request is larger than the server takes.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'request.too_slow', 'The request did not arrive in time.'],
};
const MALFORMED = [400, 'request.malformed', 'This is not a request that HTTP knows.'] as const;

/** Express on a server that waits for nobody for long, says so in the one envelope, and leaves without dropping anybody. */
export class LimitedAdapter extends ExpressAdapter {
  private readonly underWay = new Set<ServerResponse>();
  private isLeaving = false;

  /**
   * Answers what has come, each time on a line that ends with the answer. For `notice` milliseconds it takes new requests
   * too, so that whoever sends them here finds out; then it waits for those under way, at most `patience` milliseconds.
   */
  async leave(notice: number, patience: number): Promise<void> {
    const server = this.httpServer;
    if (!server.listening) return;
    this.isLeaving = true;
    this.underWay.forEach(lastOnItsLine);
    await pause(notice);
    const closed = new Promise((resolve) => server.close(resolve));
    const timer = setTimeout(() => server.closeAllConnections(), patience);
    await closed;
    clearTimeout(timer);
  }

  override initHttpServer(): void {
    const answering = new WeakMap<Duplex, ServerResponse>();
    this.httpServer = createServer(CONNECTION_LIMITS, this.getInstance())
      .on('request', (request: IncomingMessage, response: ServerResponse) => {
        answering.set(request.socket, response);
        if (this.isLeaving) lastOnItsLine(response);
        this.underWay.add(response);
        response.once('close', () => this.underWay.delete(response)).once('finish', () => cutOff(request));
      })
      .on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
        const answer = answering.get(socket);
        const saysSomething = answer?.headersSent && !answer.writableFinished;
        if (socket.writable && error.code !== 'ECONNRESET' && !saysSomething) socket.write(refusal(error.code));
        socket.destroy();
      });
  }
}

function lastOnItsLine(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close');
}

/** Who has their answer and goes on sending is heard to the end for a moment only. */
function cutOff(request: IncomingMessage): void {
  if (request.complete) return;
  const timer = setTimeout(() => request.socket.destroy(), LINGER_MS).unref();
  request.once('close', () => clearTimeout(timer));
}

function refusal(reason = ''): string {
  const [status, code, detail] = REFUSALS[reason] ?? MALFORMED;
  const body = JSON.stringify(problem(status, code, detail, randomUUID()));
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}
