import type { OpenAPIObject } from '@nestjs/swagger';
import type { House, Person } from './house';
import { operationsOf } from './contract';

interface Walked {
  operationId: string;
  requestId: string;
}

/** Goes through the writing operations of the API; each call has to succeed, and is remembered. */
export class Walk {
  readonly walked: Walked[] = [];

  constructor(
    private readonly house: House,
    private readonly contract: OpenAPIObject,
  ) {}

  /** Every operation that is not a mere reading. */
  get writes(): string[] {
    return operationsOf(this.contract)
      .filter(({ method }) => !['get', 'head'].includes(method))
      .map(({ operationId }) => operationId);
  }

  /** The calls that left no event behind. */
  async silent(): Promise<string[]> {
    const ids = this.walked.map(({ requestId }) => requestId);
    const told = await this.house.query<{ request_id: string }>(
      'SELECT DISTINCT request_id FROM domain_events WHERE request_id = ANY($1)',
      [ids],
    );
    const heard = new Set(told.map(({ request_id }) => request_id));
    return this.walked.filter(({ requestId }) => !heard.has(requestId)).map(({ operationId }) => operationId);
  }

  /** @param by whose call it is */
  by(by: Person = 'merchandiser') {
    const caller = this.house.as(by);
    const does =
      (method: 'post' | 'patch' | 'put') =>
      async <T = { id: string }>(path: string, body: object = {}, headers = {}): Promise<T> =>
        this.keep(method, path, await caller[method]<T>(path, body, headers));
    return {
      post: does('post'),
      patch: does('patch'),
      put: does('put'),
      delete: async (path: string, headers = {}) => this.keep('delete', path, await caller.delete(path, headers)),
      upload: async <T = { id: string }>(path: string, content: Buffer, name: string): Promise<T> =>
        this.keep('post', path, await caller.upload<T>(path, content, name)),
      uploadAll: async <T = { id: string }>(path: string, files: [string, Buffer][]): Promise<T> =>
        this.keep('post', path, await caller.uploadAll<T>(path, files)),
    };
  }

  private keep<T>(
    method: string,
    path: string,
    { status, body, headers }: { status: number; body: T; headers: Record<string, string> },
  ): T {
    const address = `/api/v1${path}`;
    const operation = operationsOf(this.contract).find((each) => each.method === method && each.pattern.test(address));
    if (!operation || status >= 300)
      throw new Error(`${method} ${path} should succeed: ${status} ${JSON.stringify(body)}`);
    this.walked.push({ operationId: operation.operationId, requestId: headers['x-request-id'] ?? '' });
    return body;
  }
}
