import { Injectable } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { poolOf } from '../database/pool';
import { Transaction } from '../database/transaction';
import { QUEUES } from '../jobs/jobs';
import { openInstruments, type Instruments } from './instruments';
import { operationOf } from './operation-name.guard';

interface QueueState {
  queue: string;
  waiting: number;
  active: number;
  failed: number;
  oldest: number;
}

/** What this process tells Prometheus. Nothing is loaded or measured where METRICS_TOKEN is not set. */
@Injectable()
export class Metrics {
  private opened: Promise<Instruments> | null = null;

  constructor(private readonly transaction: Transaction) {}

  /** Measures every request from its first byte to its last; to be mounted before anything else. */
  async begin(): Promise<(request: Request, response: Response, next: NextFunction) => void> {
    const { durations } = await this.instruments();
    return (_request, response, next) => {
      const startedAt = performance.now();
      response.once('close', () => {
        const status = response.writableFinished ? String(response.statusCode) : 'aborted';
        const seconds = (performance.now() - startedAt) / 1000;
        durations.observe({ operation: operationOf(response) ?? 'other', status }, seconds);
      });
      next();
    };
  }

  /** The text that Prometheus reads, and its type. */
  async read(): Promise<{ type: string; text: string }> {
    const { registry, connections, jobs, oldestJob, missingFiles, databaseUp } = await this.instruments();
    const { totalCount, idleCount, waitingCount } = poolOf(this.transaction.manager);
    connections.set({ state: 'busy' }, totalCount - idleCount);
    connections.set({ state: 'idle' }, idleCount);
    connections.set({ state: 'waiting' }, waitingCount);
    const queues = await this.queues().catch(() => null);
    databaseUp.set(queues ? 1 : 0);
    missingFiles.set((await this.missingFiles().catch(() => null)) ?? 0);
    for (const { queue, oldest, ...counts } of queues ?? []) {
      oldestJob.set({ queue }, oldest);
      Object.entries(counts).forEach(([state, count]) => jobs.set({ queue, state }, count));
    }
    return { type: registry.contentType, text: await registry.metrics() };
  }

  private instruments(): Promise<Instruments> {
    return (this.opened ??= openInstruments());
  }

  private async missingFiles(): Promise<number> {
    const [row] = await this.transaction.manager.query<{ count: number }[]>(
      'SELECT count(*)::int AS count FROM missing_files',
    );
    return row?.count ?? 0;
  }

  /** All queues, also those that have nothing to do. */
  private queues(): Promise<QueueState[]> {
    return this.transaction.manager.query<QueueState[]>(
      `SELECT q.queue,
         count(*) FILTER (WHERE j.state < 'active')::int AS waiting,
         count(*) FILTER (WHERE j.state = 'active')::int AS active,
         count(*) FILTER (WHERE j.state = 'failed')::int AS failed,
         coalesce(extract(epoch FROM now() - min(j.start_after) FILTER (WHERE j.state < 'active')), 0)::float8 AS oldest
       FROM unnest($1::text[]) q(queue) LEFT JOIN pgboss.job j
         ON j.name = q.queue AND (j.state < 'completed' OR j.state = 'failed') AND j.start_after <= now()
       GROUP BY q.queue`,
      [QUEUES],
    );
  }
}
