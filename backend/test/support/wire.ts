import { Agent, request, type OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { NestExpressApplication } from '@nestjs/platform-express';

export interface Sending {
  method: string;
  /** With its query, as it goes over the wire. */
  target: string;
  headers?: OutgoingHttpHeaders;
  body?: Buffer;
}

export interface Came {
  /** 0 where no answer came in time, or the connection was cut. */
  status: number;
  type: string;
  text: string;
}

/** Slower than this hangs. */
export const PATIENCE_MS = 10_000;

/** As it was before it was packed for who said that they read that. */
function unpacked(bytes: Buffer, encoding = 'identity'): Buffer {
  const unpack = { gzip: gunzipSync, br: brotliDecompressSync, deflate: inflateSync }[encoding];
  return unpack && bytes.length > 0 ? unpack(bytes) : bytes;
}

/** Requests as they are, past every client that would tidy them up. */
export class Wire {
  private readonly agent = new Agent({ keepAlive: true });

  private constructor(readonly port: number) {}

  static async to(app: NestExpressApplication): Promise<Wire> {
    const server = await app.listen(0, '127.0.0.1');
    return new Wire((server.address() as AddressInfo).port);
  }

  send({ method, target, headers = {}, body }: Sending): Promise<Came> {
    return new Promise((resolve) => {
      const fail = (error: Error) => resolve({ status: 0, type: '', text: error.message });
      const options = { host: '127.0.0.1', port: this.port, agent: this.agent, method: method.toUpperCase() };
      const sent = request({ ...options, path: target, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', fail);
        response.on('end', () => {
          const { statusCode: status = 0, headers: came } = response;
          try {
            const text = unpacked(Buffer.concat(chunks), came['content-encoding']).toString('utf8');
            resolve({ status, type: came['content-type'] ?? '', text });
          } catch (error) {
            fail(error as Error);
          }
        });
      });
      sent.setTimeout(PATIENCE_MS, () => sent.destroy(new Error(`No answer within ${PATIENCE_MS} ms.`)));
      sent.on('error', fail);
      sent.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
