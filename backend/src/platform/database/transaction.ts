import { setTimeout as pause } from 'node:timers/promises';
import { TransactionHost } from '@nestjs-cls/transactional';
import type { TransactionalAdapterTypeOrm } from '@nestjs-cls/transactional-adapter-typeorm';
import { Injectable } from '@nestjs/common';
import { QueryFailedError, type EntityManager } from 'typeorm';

const TRIES = 3;
/** Who was broken steps back this long at most, a try: at once he could take the same lock again before the other wakes. */
const STEP_BACK_MS = 100;
/** Serialization failure and deadlock: the same work, tried afresh, goes through. */
const RETRIABLE = new Set(['40001', '40P01']);

/**
 * The one door to the database. `run` is a use case: everything inside commits or nothing does. `manager` is the
 * ambient one: the transaction's inside `run`, a plain connection outside. Nobody else holds a data source.
 */
@Injectable()
export class Transaction {
  constructor(private readonly host: TransactionHost<TransactionalAdapterTypeOrm>) {}

  get manager(): EntityManager {
    return this.host.tx;
  }

  get isActive(): boolean {
    return this.host.isTransactionActive();
  }

  /** Joins the surrounding use case if there is one; a deadlock starts the outermost one afresh, three times at most. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.isActive) return work();
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.host.withTransaction(work);
      } catch (error) {
        if (attempt >= TRIES || !isRetriable(error)) throw error;
        await pause(attempt * STEP_BACK_MS * (0.5 + Math.random() / 2));
      }
    }
  }
}

const isRetriable = (error: unknown): boolean =>
  error instanceof QueryFailedError && RETRIABLE.has((error.driverError as { code?: string }).code ?? '');
