import type { NestExpressApplication } from '@nestjs/platform-express';
import { __resetOutOfContextForTests } from 'nestjs-pino/PinoLogger';
import supertest from 'supertest';
import { createApp } from '../../src/app';
import type { Role } from '../../src/modules/auth/access/actor';
import { hashPassword } from '../../src/modules/auth/passwords';
import { TokensService } from '../../src/modules/auth/tokens/tokens.service';
import { User } from '../../src/modules/auth/users/user.entity';
import { UsersRepository } from '../../src/modules/auth/users/users.repository';
import { loadConfig } from '../../src/platform/config/config';
import { Transaction } from '../../src/platform/database/transaction';
import type { DomainEventRow } from '../../src/platform/events/domain-event.entity';
import { EventDelivery } from '../../src/platform/events/event-delivery';
import { Jobs } from '../../src/platform/jobs/jobs';
import { type Contract, sharedContract } from './contract';
import { cloneTemplate } from './database';
import { Given } from './given';

export const PASSWORD = 'four unrelated words here';

let hashed: Promise<string> | undefined;

/** The people of every test house. `colleague` is a merchandiser too: whose orders the first must not see. */
export const PEOPLE = {
  admin: 'admin',
  manager: 'manager',
  merchandiser: 'merchandiser',
  colleague: 'merchandiser',
} as const satisfies Record<string, Role>;
export type Person = keyof typeof PEOPLE;

export interface Answer<T = Record<string, unknown>> {
  status: number;
  body: T;
  /** As it came. */
  text: string;
  headers: Record<string, string>;
}

export interface Sent {
  body?: object;
  headers?: Record<string, string>;
}

/** The API as one person uses it. Addresses are below /api/v1; each answer is checked against the contract. */
export class Caller {
  constructor(
    private readonly app: NestExpressApplication,
    private readonly contract: Contract,
    private readonly token: string | null,
  ) {}

  get = <T = Record<string, unknown>>(path: string, sent: Sent = {}) => this.send<T>('get', path, sent);
  head = (path: string, headers = {}) => this.send<Record<string, unknown>>('head', path, { headers });
  post = <T = Record<string, unknown>>(path: string, body: object = {}, headers = {}) =>
    this.send<T>('post', path, { body, headers });
  patch = <T = Record<string, unknown>>(path: string, body: object = {}, headers = {}) =>
    this.send<T>('patch', path, { body, headers });
  put = <T = Record<string, unknown>>(path: string, body: object = {}, headers = {}) =>
    this.send<T>('put', path, { body, headers });
  delete = <T = Record<string, unknown>>(path: string, headers = {}) => this.send<T>('delete', path, { headers });

  /** A file as a form's `file` field. */
  async upload<T = Record<string, unknown>>(
    path: string,
    content: Buffer,
    name: string,
    fields: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const request = supertest(this.app.getHttpServer()).post(`/api/v1${path}`);
    if (this.token) request.set('Authorization', `Bearer ${this.token}`);
    Object.entries(fields).forEach(([key, value]) => request.field(key, value));
    return this.checked<T>('post', path, await request.attach('file', content, name));
  }

  /** Files as a form's `files`, one after the other. */
  async uploadAll<T = Record<string, unknown>>(
    path: string,
    files: readonly (readonly [name: string, content: Buffer])[],
    fields: Record<string, string> = {},
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const request = supertest(this.app.getHttpServer()).post(`/api/v1${path}`).set(headers);
    if (this.token) request.set('Authorization', `Bearer ${this.token}`);
    Object.entries(fields).forEach(([key, value]) => request.field(key, value));
    files.forEach(([name, content]) => request.attach('files', content, name));
    return this.checked<T>('post', path, await request);
  }

  /** A form as it is written here, whole or not. */
  async form(path: string, text: string, boundary: string): Promise<Answer> {
    const request = supertest(this.app.getHttpServer()).post(`/api/v1${path}`);
    if (this.token) request.set('Authorization', `Bearer ${this.token}`);
    request.set('Content-Type', `multipart/form-data; boundary=${boundary}`);
    return this.checked('post', path, await request.send(text));
  }

  private async send<T>(
    method: 'get' | 'head' | 'post' | 'put' | 'patch' | 'delete',
    path: string,
    { body, headers }: Sent,
  ): Promise<Answer<T>> {
    const request = supertest(this.app.getHttpServer())[method](`/api/v1${path}`);
    if (this.token) request.set('Authorization', `Bearer ${this.token}`);
    request.set({ 'Accept-Encoding': 'identity', ...headers }); // to pack and unpack it proves nothing: surface.api-spec
    return this.checked<T>(method, path, await (body && method !== 'get' ? request.send(body) : request));
  }

  private checked<T>(method: string, path: string, response: supertest.Response): Answer<T> {
    this.contract.check(method, `/api/v1${path}`, response.status, response.body);
    const { status, text, headers } = response;
    return { status, text, body: response.body as T, headers: headers as Record<string, string> };
  }
}

/** A running API on a database of its own, with its people, for one spec file. */
export class House {
  readonly given: Given;

  private constructor(
    readonly app: NestExpressApplication,
    private readonly contract: Contract,
    private readonly tokens: Readonly<Record<Person, string>>,
    readonly ids: Readonly<Record<Person, string>>,
    readonly databaseUrl: string,
    private readonly drop: () => Promise<void>,
  ) {
    this.given = new Given(this);
  }

  static async open(env: Record<string, string> = {}): Promise<House> {
    const database = await cloneTemplate();
    const config = loadConfig({
      DATABASE_URL: database.url,
      DATABASE_POOL: '5',
      SECRET_KEY: 'a secret that only the tests of this house know',
      LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
      PROVABOOK_ROLE: 'api',
      RATE_LIMITS: 'public=1000000,signed-in=1000000,admin=1000000,uploads=1000000', // a test file is busier than a house
      ...env,
    });
    __resetOutOfContextForTests(); // each house has a log of its own, also where several were loaded with the same modules
    const app = await createApp(config);
    await app.init();
    await app.get(Jobs).begin();
    const users = app.get(UsersRepository);
    const passwordHash = await (hashed ??= hashPassword(PASSWORD));
    const ids = {} as Record<Person, string>;
    const tokens = {} as Record<Person, string>;
    for (const person of Object.keys(PEOPLE) as Person[]) {
      const user = Object.assign(new User(), {
        email: `${person}@house.test`,
        fullName: `${person} of the house`,
        role: PEOPLE[person],
        passwordHash,
      });
      await users.insert(user);
      ids[person] = user.id;
      tokens[person] = (await app.get(TokensService).open(user.id, 'tests')).access;
    }
    return new House(app, sharedContract(), tokens, ids, database.url, database.drop);
  }

  as(person: Person): Caller {
    return new Caller(this.app, this.contract, this.tokens[person]);
  }

  get anonymous(): Caller {
    return new Caller(this.app, this.contract, null);
  }

  withToken(token: string): Caller {
    return new Caller(this.app, this.contract, token);
  }

  query<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.app.get(Transaction).manager.query<T[]>(sql, parameters);
  }

  /** What happened to a thing, oldest first. */
  eventsOf(subjectId: string): Promise<DomainEventRow[]> {
    return this.query<DomainEventRow>(`SELECT * FROM domain_events WHERE subject_id = $1 ORDER BY sequence`, [
      subjectId,
    ]);
  }

  async eventNamesOf(subjectId: string): Promise<string[]> {
    return (await this.eventsOf(subjectId)).map(({ name }) => name);
  }

  /** Lets the handlers hear of what happened, as the worker would. */
  deliverEvents(): Promise<void> {
    return this.app.get(EventDelivery).deliverPending();
  }

  /** Takes every order away, and before them the books that hold them: for files whose every test begins with none. */
  async withoutOrders(): Promise<void> {
    const books = ['payment_matches', 'payments', 'receivables', 'back_to_back_credits', 'letters_of_credit'];
    for (const table of [...books, 'proforma_invoices', 'orders']) await this.query(`DELETE FROM ${table}`);
  }

  async close(): Promise<void> {
    try {
      await this.app.close();
    } finally {
      await this.drop();
    }
  }
}
