import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Transaction } from '../database/transaction';
import { InvalidInput, RuleViolation } from '../errors/domain-error';

export class IdempotencyKeyReused extends RuleViolation {
  readonly code = 'request.idempotency_key_reused';

  constructor() {
    super('This Idempotency-Key was used for a different request. Use a new key for a new request.');
  }
}

/** A cookie is a secret of who asked first: it is kept nowhere. */
const COOKIE = 'set-cookie';

interface StoredAnswer {
  request_hash: string;
  status: number | null;
  body: unknown;
  headers: OutgoingHttpHeaders | null;
}

/**
 * A POST that carries an Idempotency-Key happens once: the key, the effect and the answer commit together, with the headers
 * that belong to it. A twin that is still at work is waited for by the database (both insert the same key), then its answer
 * is replayed. Stands around all else that adds headers to an answer.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly transaction: Transaction) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request & { user?: { id: string } }>();
    const key = request.header('idempotency-key');
    if (key === undefined || request.method !== 'POST' || !request.user) return next.handle();
    if (!/^[\x21-\x7e]{1,255}$/.test(key))
      throw new InvalidInput({ 'Idempotency-Key': ['Use 1 to 255 visible characters.'] });
    return from(this.once(request.user.id, key, request, http.getResponse<Response>(), next));
  }

  private once(userId: string, key: string, request: Request, response: Response, next: CallHandler): Promise<unknown> {
    const hash = hashOf(request);
    const ofAny = new Set(response.getHeaderNames());
    return this.transaction.run(async () => {
      const { manager } = this.transaction;
      const fresh = await manager.query<unknown[]>(
        `INSERT INTO idempotency_keys (user_id, key, request_hash) VALUES ($1, $2, $3)
         ON CONFLICT (user_id, key) DO UPDATE SET request_hash = $3, status = NULL, body = NULL, headers = NULL, created_at = now()
           WHERE idempotency_keys.created_at < now() - interval '24 hours'
         RETURNING key`,
        [userId, key, hash],
      );
      if (!fresh.length) return this.replay(userId, key, hash, response);
      const body: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      const own = Object.entries(response.getHeaders()).filter(([name]) => !ofAny.has(name) && name !== COOKIE);
      await manager.query(
        `UPDATE idempotency_keys SET status = $3, body = $4::json, headers = $5::json WHERE user_id = $1 AND key = $2`,
        [userId, key, response.statusCode, JSON.stringify(body ?? null), JSON.stringify(Object.fromEntries(own))],
      );
      return body;
    });
  }

  private async replay(userId: string, key: string, hash: string, response: Response): Promise<unknown> {
    const [stored] = await this.transaction.manager.query<StoredAnswer[]>(
      `SELECT request_hash, status, body, headers FROM idempotency_keys WHERE user_id = $1 AND key = $2`,
      [userId, key],
    );
    if (!stored || stored.request_hash !== hash) throw new IdempotencyKeyReused();
    response.status(stored.status ?? 200).set({ ...stored.headers, 'Idempotency-Replayed': 'true' });
    return stored.body ?? undefined;
  }
}

/** The same request is the same method, address and body. An upload is told by its length: its bytes are still on the way. */
const hashOf = (request: Request): string =>
  createHash('sha256')
    .update(`${request.method} ${request.originalUrl}\n`)
    .update(JSON.stringify(request.body ?? null))
    .update(request.is('multipart/form-data') ? String(request.header('content-length')) : '')
    .digest('hex');
